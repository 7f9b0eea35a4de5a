import { z } from 'zod';
import { defineJob } from '../../platform/queue/job-definition.js';

/** Tries once to deliver an event to a webhook. What the receiver makes of it is recorded, not thrown. */
export const deliverWebhookJob = defineJob({
  name: 'deliver-webhook',
  lane: 'OUTSIDE',
  payload: z.object({ deliveryId: z.uuid() }),
  maxFailures: 5,
});
