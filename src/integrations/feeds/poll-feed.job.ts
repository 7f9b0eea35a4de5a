import { z } from 'zod';
import { defineJob } from '../../platform/queue/job-definition.js';

/** Polls a feed once. What its site makes of it is recorded, not thrown. */
export const pollFeedJob = defineJob({
  name: 'poll-feed',
  lane: 'OUTSIDE',
  payload: z.object({ feedId: z.uuid(), poll: z.int() }),
  maxFailures: 5,
});
