import { z } from 'zod';
import { defineJob } from '../../platform/queue/job-definition.js';

/** Reads what an import holds, after fetching it where it is an address. */
export const importFactChecksJob = defineJob({
  name: 'import-fact-checks',
  lane: 'OUTSIDE',
  payload: z.object({ importId: z.uuid() }),
  maxFailures: 3,
});
