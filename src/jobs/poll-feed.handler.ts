import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '../accounts/viewer.js';
import { ArticlesService } from '../articles/articles.service.js';
import { type FetchedFeed, fetchFeed } from '../integrations/feeds/fetch-feed.js';
import { type FeedRow, findFeed, findItems, noteItem } from '../integrations/feeds/feeds.store.js';
import { pollFeedJob } from '../integrations/feeds/poll-feed.job.js';
import { type Item, UnreadableFeed } from '../integrations/feeds/read-feed.js';
import { type PollOutcome, recordPoll } from '../integrations/feeds/record-poll.js';
import { RobotsRefused } from '../integrations/pages/check-robots.js';
import { CLOCK, type Clock } from '../platform/clock.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import type { NewsroomHandle, Transaction } from '../platform/database/database.js';
import { UnreadableDocument } from '../platform/documents/document.js';
import { FetchRefused } from '../platform/guarded-fetcher/fetch-refused.js';
import { readRetryAfter } from '../platform/guarded-fetcher/read-retry-after.js';
import { RequestError } from '../platform/request-error.js';
import type { JobHandler, JobRun } from './job-handler.js';

type Payload = ReturnType<(typeof pollFeedJob)['payload']['parse']>;

const MOST_ITEMS_A_POLL = 20;
/** An item's own text that is shorter is taken for a summary. */
const LEAST_FULL_TEXT = 1_000;
/** So much of it is looked at: the patterns below are slow on what somebody made to be slow. */
const LOOKED_AT = 10_000;

/** Polls a feed and submits what is new in it. */
@Injectable()
export class PollFeedHandler implements JobHandler<Payload> {
  readonly definition = pollFeedJob;
  private readonly articles: ArticlesService;

  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'fetchAllow'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.articles = new ArticlesService(clock);
  }

  /**
   * Safe to run twice, and to die at any line. An item is noted after it was submitted: a run that died in between submits
   * it again, and the newsroom's unique addresses and texts give the article that is there. Of two runs at once both may
   * submit an item, with the same result, and its row is written once. How the poll ended is recorded under its number,
   * once; without that the job runs again.
   */
  async run(payload: Payload, { newsroom, log, finish }: JobRun): Promise<void> {
    const feed = await newsroom.transaction((tx) => findFeed(tx, payload.feedId));
    if (feed?.poll !== payload.poll || feed.disabledAt) return newsroom.transaction(finish);
    // No transaction is open while a foreign server takes its time.
    const found = await this.fetch(feed);
    const outcome = found.failure === null ? await this.take(newsroom, feed, found) : found;
    await newsroom.transaction(async (tx) => {
      await recordPoll(tx, payload, outcome, this.clock.now());
      await finish(tx);
    });
    if (outcome.failure !== null) log.info({ feedId: feed.id, reason: outcome.failure }, 'feed not read');
  }

  giveUp(tx: Transaction, payload: Payload, _newsroomId: string, error: Error): Promise<void> {
    const failure = `It could not be polled (${error.message}).`;
    return recordPoll(tx, payload, { failure, status: null, retryAfterMs: null }, this.clock.now());
  }

  private async fetch(feed: FeedRow): Promise<(FetchedFeed & { failure: null }) | (PollOutcome & { failure: string })> {
    try {
      return { ...(await fetchFeed(feed, this.config.fetchAllow)), failure: null };
    } catch (error) {
      if (error instanceof FetchRefused) {
        const retryAfterMs = readRetryAfter(error.retryAfter, this.clock.now());
        return { failure: `${error.message}.`, status: error.status, retryAfterMs };
      }
      const known = [RobotsRefused, UnreadableFeed, UnreadableDocument].some((kind) => error instanceof kind);
      if (known) return { failure: `${(error as Error).message}.`, status: null, retryAfterMs: null };
      throw error;
    }
  }

  private async take(newsroom: NewsroomHandle, feed: FeedRow, found: FetchedFeed): Promise<PollOutcome> {
    const fresh = await this.unseen(newsroom, feed.id, found.items);
    for (const item of fresh.slice(0, MOST_ITEMS_A_POLL)) {
      const { articleId, failure } = await this.submit(newsroom, feed, item);
      const { identity, contentHash } = item;
      const { id: feedId, newsroomId } = feed;
      const seenAt = this.clock.now();
      await newsroom.transaction(async (tx) => {
        // Deleted meanwhile: its articles stay, and nothing is left to note.
        if (!(await findFeed(tx, feedId))) return;
        await noteItem(tx, { newsroomId, feedId, identity, contentHash, articleId, failure, seenAt });
      });
    }
    const left = fresh.length > MOST_ITEMS_A_POLL;
    const validators = left
      ? { etag: null, lastModified: null }
      : { etag: found.etag, lastModified: found.lastModified };
    return { failure: null, status: found.status, left, ...validators };
  }

  /** Items whose id and content are both new, each content once. */
  private async unseen(newsroom: NewsroomHandle, feedId: string, items: readonly Item[]): Promise<Item[]> {
    if (items.length === 0) return [];
    const identities = items.map(({ identity }) => identity);
    const hashes = items.map(({ contentHash }) => contentHash);
    const known = await newsroom.transaction((tx) => findItems(tx, feedId, identities, hashes));
    const seen = new Set(known.flatMap(({ identity, contentHash }) => [keyOf(identity), keyOf(contentHash)]));
    return items.filter(({ identity, contentHash }) => {
      const keys = [keyOf(identity), keyOf(contentHash)];
      const isNew = keys.every((key) => !seen.has(key));
      for (const key of keys) seen.add(key);
      return isNew;
    });
  }

  /** By what the item carries where that is the whole piece, else by its address. What no try can mend is noted. */
  private async submit(
    newsroom: NewsroomHandle,
    { language }: FeedRow,
    item: Item,
  ): Promise<{ articleId: string | null; failure: string | null }> {
    // The feed does what a machine does that submits.
    const viewer: Viewer = { newsroom, memberId: null, role: 'INTEGRATION', apiKeyId: null };
    const { link, title, byline, publishedAt } = item;
    const about = { title, byline, publishedAt, language };
    const ways = [
      ...(isFull(item) ? [{ ...about, html: item.html, sourceUrl: link }] : []),
      ...(link ? [{ ...about, url: link }] : []),
    ];
    let failure = 'It has neither an address nor a text.';
    for (const way of ways) {
      try {
        const { article } = await this.articles.submit(viewer, way);
        return { articleId: article.id, failure: null };
      } catch (error) {
        if (!(error instanceof RequestError)) throw error;
        failure = error.message.slice(0, 500);
      }
    }
    return { articleId: null, failure };
  }
}

const keyOf = (hash: Uint8Array): string => Buffer.from(hash).toString('hex');

const isFull = ({ html }: Item): boolean =>
  html !== null &&
  html
    .slice(0, LOOKED_AT)
    .replace(/<(script|style)\b[\s\S]*?<\/\1\s*>/gi, '')
    .replace(/<[^>]*>/g, '')
    .trim().length >= LEAST_FULL_TEXT;
