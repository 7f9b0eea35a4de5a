import { z } from 'zod';
import { defineJob } from '../platform/queue/job-definition.js';

/** Fetches the text of an article that was handed in by its address, and opens the way for its extraction. */
export const fetchArticleJob = defineJob({
  name: 'fetch-article',
  lane: 'OUTSIDE',
  payload: z.object({ articleId: z.uuid() }),
  maxFailures: 5,
});
