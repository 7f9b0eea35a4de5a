import { z } from 'zod';
import { defineJob } from '../platform/queue/job-definition.js';

/** Mails an invitation's link. */
export const sendInvitationJob = defineJob({
  name: 'send-invitation',
  lane: 'OUTSIDE',
  payload: z.object({ invitationId: z.uuid() }),
  maxFailures: 10,
});
