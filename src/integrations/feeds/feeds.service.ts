import { Inject, Injectable } from '@nestjs/common';
import type { AuditAction } from '../../accounts/audit/audit-actions.js';
import { recordAct } from '../../accounts/audit/record-act.js';
import { requireRole } from '../../accounts/roles.js';
import type { Viewer } from '../../accounts/viewer.js';
import type { CreateFeedInput, UpdateFeedInput } from '../../generated/graphql.js';
import { CLOCK, type Clock } from '../../platform/clock.js';
import type { Transaction } from '../../platform/database/database.js';
import { isId, newId } from '../../platform/ids.js';
import { badInput, notFound, RequestError } from '../../platform/request-error.js';
import { feedFaults, feedUrl } from './feed-input.js';
import {
  addFeed,
  countFeeds,
  type FeedRow,
  findFeedByUrl,
  lockFeed,
  lockFeedCount,
  removeFeed,
  updateFeed,
} from './feeds.store.js';
import { startPoll } from './start-poll.js';

const MOST_FEEDS = 100;
const LEAST_PAUSE_MS = 60_000;

/** The feeds that a newsroom follows. */
@Injectable()
export class FeedsService {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  async create(viewer: Viewer, input: CreateFeedInput): Promise<FeedRow> {
    requireRole(viewer.role, 'EDITOR');
    check(input);
    const { newsroomId } = viewer.newsroom;
    const now = this.clock.now();
    const isOn = input.enabled ?? true;
    return viewer.newsroom.transaction(async (tx) => {
      await this.claimUrl(tx, newsroomId, feedUrl(input.url), null);
      if ((await countFeeds(tx)) >= MOST_FEEDS) {
        throw new RequestError('CONFLICT', `A newsroom has ${MOST_FEEDS} feeds at most: delete one first`);
      }
      const feed = await addFeed(tx, {
        ...{ id: newId(), newsroomId, url: feedUrl(input.url), language: input.language?.toLowerCase() ?? null },
        ...{ priority: input.priority ?? 5, pollEveryMinutes: input.pollEveryMinutes ?? 30 },
        ...{ createdById: viewer.memberId, createdAt: now },
        ...(isOn ? { nextAt: now } : { disabledAt: now, disabledReason: 'BY_EDITOR' }),
      });
      await this.audit(tx, viewer, 'FEED_MADE', feed.id);
      return feed;
    });
  }

  async update(viewer: Viewer, input: UpdateFeedInput): Promise<FeedRow> {
    return this.change(viewer, input.id, async (tx, feed) => {
      check(input);
      const now = this.clock.now();
      const url = input.url ? feedUrl(input.url) : feed.url;
      const moved = url !== feed.url;
      if (moved) await this.claimUrl(tx, feed.newsroomId, url, feed.id);
      const isOn = input.enabled ?? feed.disabledAt === null;
      const turned = isOn !== (feed.disabledAt === null);
      const anew = moved || (turned && isOn);
      const pollEveryMinutes = input.pollEveryMinutes ?? feed.pollEveryMinutes;
      const shorter = pollEveryMinutes < feed.pollEveryMinutes && feed.failures === 0;
      const updated = await updateFeed(tx, feed.id, {
        ...{ url, pollEveryMinutes, priority: input.priority ?? feed.priority },
        ...(input.language === undefined ? {} : { language: input.language?.toLowerCase() ?? null }),
        // A poll of the old address that is under way no longer says how the feed does.
        ...(moved ? { etag: null, lastModified: null, poll: feed.poll + 1 } : {}),
        ...(anew ? { failures: 0, failingSince: null, lastFailure: null, lastStatus: null } : {}),
        ...(isOn && (anew || shorter) ? { nextAt: now } : {}),
        ...(turned && isOn ? { disabledAt: null, disabledReason: null } : {}),
        ...(turned && !isOn ? { disabledAt: now, disabledReason: 'BY_EDITOR', nextAt: null } : {}),
      });
      await this.audit(tx, viewer, turned ? (isOn ? 'FEED_ENABLED' : 'FEED_DISABLED') : 'FEED_CHANGED', feed.id);
      return updated;
    });
  }

  async remove(viewer: Viewer, id: string): Promise<string> {
    return this.change(viewer, id, async (tx) => {
      await removeFeed(tx, id);
      await this.audit(tx, viewer, 'FEED_DELETED', id);
      return id;
    });
  }

  async poll(viewer: Viewer, id: string): Promise<FeedRow> {
    return this.change(viewer, id, async (tx, feed) => {
      const now = this.clock.now();
      if (feed.disabledAt) throw new RequestError('CONFLICT', 'The feed is disabled: enable it first');
      if (feed.lastPolledAt && now.getTime() - feed.lastPolledAt.getTime() < LEAST_PAUSE_MS) {
        throw new RequestError('CONFLICT', 'The feed was polled within the last minute');
      }
      return startPoll(tx, feed, now);
    });
  }

  private async claimUrl(tx: Transaction, newsroomId: string, url: string, id: string | null): Promise<void> {
    await lockFeedCount(tx, newsroomId);
    const known = await findFeedByUrl(tx, newsroomId, url);
    if (known && known.id !== id) throw new RequestError('CONFLICT', 'A feed with this address is here already');
  }

  /** NOT_FOUND before FORBIDDEN before what the change itself refuses. */
  private change<T>(viewer: Viewer, id: string, work: (tx: Transaction, feed: FeedRow) => Promise<T>): Promise<T> {
    return viewer.newsroom.transaction(async (tx) => {
      const feed = isId(id) ? await lockFeed(tx, id) : null;
      if (!feed) throw notFound('The feed');
      requireRole(viewer.role, 'EDITOR');
      return work(tx, feed);
    });
  }

  private audit(tx: Transaction, viewer: Viewer, action: AuditAction, id: string) {
    return recordAct(tx, viewer, { action, at: this.clock.now(), subject: { kind: 'FEED', id } });
  }
}

function check(input: Parameters<typeof feedFaults>[0]): void {
  const faults = feedFaults(input);
  if (Object.keys(faults).length > 0) throw badInput(faults);
}
