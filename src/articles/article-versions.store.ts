import type { ArticleVersion } from '../generated/prisma/client.js';
import type { Transaction } from '../platform/database/database.js';
import { RequestError } from '../platform/request-error.js';
import { compareTexts, type TextDifference } from './compare-texts.js';

/** A version of an article without its text. */
export type VersionRow = Omit<ArticleVersion, 'text' | 'textFolded'>;

const LIGHT = { text: true, textFolded: true } as const;

export const pageOfVersions = (tx: Transaction, articleId: string, before: number | null, limit: number) =>
  tx.articleVersion.findMany({
    where: { articleId, ...(before === null ? {} : { number: { lt: before } }) },
    orderBy: { number: 'desc' },
    take: limit,
    omit: LIGHT,
  });

export const countVersions = (tx: Transaction, articleId: string) => tx.articleVersion.count({ where: { articleId } });

export const hasVersionText = async (tx: Transaction, articleId: string, textHash: Uint8Array<ArrayBuffer>) =>
  (await tx.articleVersion.count({ where: { articleId, textHash } })) > 0;

/** Texts of versions, by `versionKey`. */
export async function readVersionTexts(tx: Transaction, keys: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.articleVersion.findMany({
    where: { OR: keys.map((key) => ({ articleId: key.split(' ')[0]!, number: Number(key.split(' ')[1]) })) },
    select: { articleId: true, number: true, text: true },
  });
  return new Map(rows.map((row) => [versionKey(row.articleId, row.number), row.text]));
}

/** Comparing keeps the whole process busy: so many in one request. */
const MOST_DIFFERENCES = 10;

/** What makes each version of the one before it, by `versionKey`. Throws QUERY_TOO_COMPLEX for too many at once. */
export async function readDifferences(
  tx: Transaction,
  keys: readonly string[],
): Promise<Map<string, readonly TextDifference[] | null>> {
  if (keys.length > MOST_DIFFERENCES) {
    const message = `The differences of ${MOST_DIFFERENCES} versions at most are worked out in one request`;
    throw new RequestError('QUERY_TOO_COMPLEX', message);
  }
  const before = (key: string) => {
    const [articleId, number] = key.split(' ') as [string, string];
    return versionKey(articleId, Number(number) - 1);
  };
  const texts = await readVersionTexts(tx, [...new Set([...keys, ...keys.map(before)])]);
  return new Map(
    keys.map((key) => {
      const [older, newer] = [texts.get(before(key)), texts.get(key)];
      return [key, older === undefined || newer === undefined ? null : compareTexts(older, newer)];
    }),
  );
}

export const versionKey = (articleId: string, number: number): string => `${articleId} ${number}`;
