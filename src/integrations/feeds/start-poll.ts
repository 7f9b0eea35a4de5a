import type { Transaction } from '../../platform/database/database.js';
import { enqueue } from '../../platform/queue/enqueue.js';
import { type FeedRow, updateFeed } from './feeds.store.js';
import { pollFeedJob } from './poll-feed.job.js';

/** Hands the next poll of a locked feed to the queue. Handed over twice, it is polled once: the number is the same. */
export async function startPoll(tx: Transaction, feed: FeedRow, now: Date): Promise<FeedRow> {
  await enqueue(tx, feed.newsroomId, pollFeedJob, [{ feedId: feed.id, poll: feed.poll }]);
  return updateFeed(tx, feed.id, { nextAt: new Date(now.getTime() + feed.pollEveryMinutes * 60_000) });
}
