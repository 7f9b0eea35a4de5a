import { z } from 'zod';
import { defineJob } from '../../platform/queue/job-definition.js';

/** Writes the next parts of an export's file, and asks for itself again while there are more. */
export const writeExportJob = defineJob({
  name: 'write-export',
  lane: 'DESK',
  payload: z.object({ exportId: z.uuid() }),
  maxFailures: 3,
});
