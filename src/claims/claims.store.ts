import type { AttributionLink, Slice, WorthReason } from '../core/extraction/model.js';
import type { Claim, Quote, Speaker } from '../generated/prisma/client.js';
import { byId } from '../accounts/request-context.js';
import { camelRows, type SqlRow } from '../platform/database/camel-rows.js';
import type { Transaction } from '../platform/database/database.js';

interface Stored {
  readonly spans: Slice[];
  readonly mention: Slice | null;
  readonly chain: AttributionLink[];
  readonly speaker: Pick<Speaker, 'id' | 'name' | 'kind' | 'anonymous'> | null;
}

/** A quote with its speaker, its JSON columns as what they hold. */
export type QuoteRow = Omit<Quote, keyof Stored | 'cue'> & Stored & { cue: Slice | null };

export type ClaimRow = Omit<Claim, keyof Stored | 'reasons' | 'appearances'> &
  Stored & { reasons: WorthReason[]; appearances: Slice[] };

// The JSON columns are written by record-extraction.ts and subjects.store.ts alone, in these forms.
const asQuotes = (rows: (Quote & { speaker: Speaker | null })[]) => rows as unknown as QuoteRow[];
const asClaims = (rows: (Claim & { speaker: Speaker | null })[]) => rows as unknown as ClaimRow[];

const IN_TEXT_ORDER = [{ position: 'asc' as const }, { id: 'asc' as const }];

const withSpeaker = { include: { speaker: true } } as const;

export const readQuotes = async (tx: Transaction, ids: readonly string[]) =>
  byId(
    camelRows<QuoteRow>(
      await tx.$queryRaw<SqlRow[]>`
      select q.*, to_jsonb(s) as speaker from quotes q left join speakers s on s.id = q.speaker_id
      where q.id = any(${[...ids]}::uuid[])`,
    ),
  );

export const readClaims = async (tx: Transaction, ids: readonly string[]) =>
  byId(
    camelRows<ClaimRow>(
      await tx.$queryRaw<SqlRow[]>`
      select c.*, to_jsonb(s) as speaker from claims c left join speakers s on s.id = c.speaker_id
      where c.id = any(${[...ids]}::uuid[])`,
    ),
  );

/** The claims that a quote states, in text order, by quote id. */
export async function readClaimsOfQuotes(tx: Transaction, ids: readonly string[]): Promise<Map<string, ClaimRow[]>> {
  const rows = asClaims(
    await tx.claim.findMany({
      where: { quoteId: { in: [...ids] }, state: 'STANDING' },
      orderBy: IN_TEXT_ORDER,
      ...withSpeaker,
    }),
  );
  const byQuote = new Map<string, ClaimRow[]>(ids.map((id) => [id, []]));
  for (const row of rows) byQuote.get(row.quoteId!)?.push(row);
  return byQuote;
}

/** Where a list of an article's quotes or claims stands: its version, and the place after which it goes on. */
export interface SubjectPage {
  readonly articleId: string;
  readonly versionNumber: number;
  readonly after: { readonly position: number; readonly id: string } | null;
  readonly limit: number;
}

/** What counts as a quote or claim: neither rejected nor replaced. */
const standing = (articleId: string, versionNumber: number) => ({
  articleId,
  versionNumber,
  state: 'STANDING' as const,
});

const pageOf = ({ articleId, versionNumber, after, limit }: SubjectPage) => ({
  where: {
    ...standing(articleId, versionNumber),
    ...(after && {
      position: { gte: after.position },
      OR: [{ position: { gt: after.position } }, { id: { gt: after.id } }],
    }),
  },
  orderBy: IN_TEXT_ORDER,
  take: limit,
  ...withSpeaker,
});

export const pageOfQuotes = async (tx: Transaction, page: SubjectPage) =>
  asQuotes(await tx.quote.findMany(pageOf(page)));

export const pageOfClaims = async (tx: Transaction, page: SubjectPage) =>
  asClaims(await tx.claim.findMany(pageOf(page)));

export const countQuotes = (tx: Transaction, articleId: string, versionNumber: number) =>
  tx.quote.count({ where: standing(articleId, versionNumber) });

export const countClaims = (tx: Transaction, articleId: string, versionNumber: number) =>
  tx.claim.count({ where: standing(articleId, versionNumber) });
