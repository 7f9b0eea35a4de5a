import { z } from 'zod';
import { defineJob } from '../platform/queue/job-definition.js';

/** Gives a new task its priority and opens it. */
export const prepareTaskJob = defineJob({
  name: 'prepare-task',
  lane: 'DESK',
  payload: z.object({ taskId: z.uuid(), articleId: z.uuid() }),
  maxFailures: 5,
});
