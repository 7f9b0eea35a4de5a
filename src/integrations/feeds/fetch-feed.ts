import { decodeText } from '../../platform/documents/decode-text.js';
import type { AllowList } from '../../platform/guarded-fetcher/allow-list.js';
import { fetchPolitely } from '../pages/fetch-politely.js';
import type { FeedRow } from './feeds.store.js';
import { type Item, readFeed } from './read-feed.js';

const LIMITS = { mostBytes: 5 * 1024 * 1024, timeoutMs: 20_000, mostRedirects: 5 };
const ACCEPT = 'application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5';
const LONGEST_VALIDATOR = 1_000;

export interface FetchedFeed {
  readonly status: number;
  /** None where the feed has not changed. */
  readonly items: readonly Item[];
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** Fetches a feed where it has changed since the last time. Throws FetchRefused, RobotsRefused, and what cannot be read. */
export async function fetchFeed(
  feed: Pick<FeedRow, 'url' | 'etag' | 'lastModified'>,
  allow: AllowList,
  { timeoutMs = LIMITS.timeoutMs }: { timeoutMs?: number } = {},
): Promise<FetchedFeed> {
  const headers = {
    accept: ACCEPT,
    ...(feed.etag ? { 'if-none-match': feed.etag } : {}),
    ...(feed.lastModified ? { 'if-modified-since': feed.lastModified } : {}),
  };
  const fetched = await fetchPolitely(feed.url, { allow, limits: { ...LIMITS, timeoutMs }, headers });
  if (fetched.status === 304) return { status: 304, items: [], etag: feed.etag, lastModified: feed.lastModified };
  const items = readFeed(decodeText(fetched.body, { charset: fetched.charset, html: true }), fetched.url);
  return {
    ...{ status: fetched.status, items },
    ...{ etag: validator(fetched.etag), lastModified: validator(fetched.lastModified) },
  };
}

const validator = (value: string | null): string | null =>
  value !== null && value.length <= LONGEST_VALIDATOR && /^[\x20-\x7e]+$/.test(value) ? value : null;
