import { z } from 'zod';
import { defineJob } from '../../platform/queue/job-definition.js';

/** Mails the ADMINs that a webhook was disabled. One job for each of them. */
export const tellOfDisabledWebhookJob = defineJob({
  name: 'tell-of-disabled-webhook',
  lane: 'OUTSIDE',
  payload: z.object({ webhookId: z.uuid(), memberId: z.uuid() }),
  maxFailures: 10,
});
