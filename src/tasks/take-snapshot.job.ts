import { z } from 'zod';
import { defineJob } from '../platform/queue/job-definition.js';

/** Archives what the address of a piece of evidence answers. */
export const takeSnapshotJob = defineJob({
  name: 'take-snapshot',
  lane: 'OUTSIDE',
  payload: z.object({ snapshotId: z.uuid(), taskId: z.uuid(), articleId: z.uuid() }),
  maxFailures: 3,
});
