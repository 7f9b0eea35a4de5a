import { z } from 'zod';
import { defineJob } from '../../platform/queue/job-definition.js';

/** Mails a member what waits for them and what happened since the last digest. */
export const sendDigestJob = defineJob({
  name: 'send-digest',
  lane: 'OUTSIDE',
  payload: z.object({ memberId: z.uuid() }),
  maxFailures: 10,
});
