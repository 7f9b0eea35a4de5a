import { z } from 'zod';
import { defineJob } from '../platform/queue/job-definition.js';

/** Finds the quotes and claims of an article's version and opens the way for its tasks. */
export const extractArticleJob = defineJob({
  name: 'extract-article',
  lane: 'DESK',
  payload: z.object({ articleId: z.uuid(), versionNumber: z.int().positive() }),
  maxFailures: 5,
});
