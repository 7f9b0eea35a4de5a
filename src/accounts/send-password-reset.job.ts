import { z } from 'zod';
import { defineJob } from '../platform/queue/job-definition.js';

/** Mails a member the link by which they choose a new password. */
export const sendPasswordResetJob = defineJob({
  name: 'send-password-reset',
  lane: 'OUTSIDE',
  payload: z.object({ memberId: z.uuid(), sealedToken: z.string(), askedAt: z.iso.datetime() }),
  maxFailures: 10,
});
