import { recordAuditEvent } from '../../accounts/audit/record-audit-event.js';
import type { Transaction } from '../../platform/database/database.js';
import { type FeedRow, lockFeed, updateFeed } from './feeds.store.js';
import { pauseAfterFailures } from './poll-pause.js';

/** What came of one poll. */
export type PollOutcome =
  | { readonly failure: string; readonly status: number | null; readonly retryAfterMs: number | null }
  | {
      readonly failure: null;
      readonly status: number;
      /** Null where new items are left for another poll, which must see the whole feed again. */
      readonly etag: string | null;
      readonly lastModified: string | null;
      readonly left: boolean;
    };

const LONG_FAILURE_MS = 7 * 24 * 3_600_000;
const GONE = 410;
const LONGEST_FAILURE = 500;
const SOON_MS = 60_000;

/** Records what came of a poll. Of two runs of the same poll the second finds that the number has moved on. */
export async function recordPoll(
  tx: Transaction,
  { feedId, poll }: { feedId: string; poll: number },
  outcome: PollOutcome,
  now: Date,
): Promise<void> {
  const feed = await lockFeed(tx, feedId);
  if (feed?.poll !== poll) return;
  const polled = { poll: poll + 1, lastPolledAt: now, lastStatus: outcome.status };
  if (outcome.failure === null) {
    const { etag, lastModified, left } = outcome;
    const pause = left ? SOON_MS : feed.pollEveryMinutes * 60_000;
    await updateFeed(tx, feedId, {
      ...{ ...polled, lastFailure: null, failures: 0, failingSince: null, etag, lastModified },
      nextAt: feed.disabledAt ? null : new Date(now.getTime() + pause),
    });
    return;
  }
  const failures = feed.failures + 1;
  const failingSince = feed.failingSince ?? now;
  const pause = pauseAfterFailures(failures, feed.pollEveryMinutes * 60_000, outcome.retryAfterMs);
  await updateFeed(tx, feedId, {
    ...{ ...polled, failures, failingSince, lastFailure: outcome.failure.slice(0, LONGEST_FAILURE) },
    nextAt: feed.disabledAt ? null : new Date(now.getTime() + pause),
  });
  if (feed.disabledAt) return;
  if (outcome.status === GONE) await disable(tx, feed, 'GONE', now);
  else if (now.getTime() - failingSince.getTime() >= LONG_FAILURE_MS) await disable(tx, feed, 'FAILING', now);
}

async function disable(tx: Transaction, { id, newsroomId }: FeedRow, reason: 'GONE' | 'FAILING', at: Date) {
  await updateFeed(tx, id, { disabledAt: at, disabledReason: reason, nextAt: null });
  const record = { newsroomId, action: 'FEED_DISABLED', actor: { kind: 'SYSTEM' }, at, data: { reason } } as const;
  await recordAuditEvent(tx, { ...record, subject: { kind: 'FEED', id } });
}
