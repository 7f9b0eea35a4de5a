import { byId } from '../../accounts/request-context.js';
import type { Feed, FeedItem, Prisma } from '../../generated/prisma/client.js';
import { camelRows, type SqlRow } from '../../platform/database/camel-rows.js';
import type { Transaction } from '../../platform/database/database.js';
import { takeTurns } from '../../platform/database/take-turns.js';

export type FeedRow = Feed;

export const addFeed = (tx: Transaction, feed: Prisma.FeedUncheckedCreateInput): Promise<FeedRow> =>
  tx.feed.create({ data: feed });

/** Lets one feed of a newsroom be made or moved at a time, until the transaction ends. */
export const lockFeedCount = (tx: Transaction, newsroomId: string) => takeTurns(tx, 'feeds', newsroomId);

export const countFeeds = (tx: Transaction): Promise<number> => tx.feed.count();

export const findFeed = (tx: Transaction, id: string) => tx.feed.findUnique({ where: { id } });

export const findFeedByUrl = (tx: Transaction, newsroomId: string, url: string) =>
  tx.feed.findUnique({ where: { newsroomId_url: { newsroomId, url } } });

export const readFeeds = async (tx: Transaction, ids: readonly string[]) =>
  byId(await tx.feed.findMany({ where: { id: { in: [...ids] } } }));

/** Newest first, before the one with id `before`. */
export const pageOfFeeds = (tx: Transaction, limit: number, before: string | null) =>
  tx.feed.findMany({ where: before ? { id: { lt: before } } : {}, orderBy: { id: 'desc' }, take: limit });

/** The feed's row, locked until the transaction ends; null where there is none. */
export async function lockFeed(tx: Transaction, id: string): Promise<FeedRow | null> {
  const rows = await tx.$queryRaw<SqlRow[]>`select * from feeds where id = ${id}::uuid for no key update`;
  return camelRows<FeedRow>(rows)[0] ?? null;
}

export const updateFeed = (tx: Transaction, id: string, data: Prisma.FeedUncheckedUpdateInput): Promise<FeedRow> =>
  tx.feed.update({ where: { id }, data });

/** With what is known of its items. */
export const removeFeed = (tx: Transaction, id: string) => tx.feed.delete({ where: { id } });

type Hash = Uint8Array<ArrayBuffer>;

/** Which of these ids and contents the feed has shown. */
export const findItems = (tx: Transaction, feedId: string, identities: Hash[], contentHashes: Hash[]) =>
  tx.feedItem.findMany({
    where: { feedId, OR: [{ identity: { in: identities } }, { contentHash: { in: contentHashes } }] },
    select: { identity: true, contentHash: true },
  });

/** Notes an item, and counts it where it was not noted before. */
export async function noteItem(tx: Transaction, item: Omit<FeedItem, 'identity' | 'contentHash'> & Hashes) {
  const { count } = await tx.feedItem.createMany({ data: [item], skipDuplicates: true });
  if (count > 0) await updateFeed(tx, item.feedId, { itemsSeen: { increment: 1 } });
}

interface Hashes {
  readonly identity: Hash;
  readonly contentHash: Hash;
}
