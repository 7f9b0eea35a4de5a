import type { ArticleVersion } from '../generated/prisma/client.js';
import type { Transaction } from '../platform/database/database.js';

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

export const versionKey = (articleId: string, number: number): string => `${articleId} ${number}`;
