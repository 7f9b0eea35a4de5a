import { createHash } from 'node:crypto';
import { byId } from '../../accounts/request-context.js';
import type { ExternalReview } from '../../core/claim-review/read-claim-reviews.js';
import { foldForSearch } from '../../core/extraction/fold-for-search.js';
import type { ExternalFactCheckFilter } from '../../generated/graphql.js';
import { type ExternalFactCheck, Prisma } from '../../generated/prisma/client.js';
import { Conditions } from '../../platform/database/conditions.js';
import type { Transaction } from '../../platform/database/database.js';
import { likePattern } from '../../platform/database/like-pattern.js';
import { readDate } from '../../platform/documents/page-facts.js';
import type { PageRequest } from '../../platform/graphql/connection.js';
import { newId } from '../../platform/ids.js';

export type ExternalFactCheckRow = ExternalFactCheck;

export interface Outcome {
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
}

/**
 * Keeps fact-checks of others. One with the same address and the same claim as one that is there is that one: it is
 * brought up to date, or left as it is where nothing has changed. Of two alike among those given the later stands.
 */
export async function keepExternalFactChecks(
  tx: Transaction,
  newsroomId: string,
  reviews: readonly ExternalReview[],
  at: Date,
): Promise<Outcome> {
  const rows = [
    ...new Map(reviews.map((review) => rowOf(newsroomId, review, at)).map((row) => [row.identity, row])).values(),
  ];
  const written = await tx.$queryRaw<{ inserted: boolean }[]>`
    insert into external_fact_checks as known (id, newsroom_id, identity, url, publisher, publisher_url, title, claim_reviewed,
      claimant, claim_date, rating, rating_value, best_rating, worst_rating, language, reviewed_at, claim_folded,
      publisher_folded, rating_folded, created_at, updated_at)
    select id, newsroom_id, decode(identity, 'hex'), url, publisher, publisher_url, title, claim_reviewed,
      claimant, claim_date, rating, rating_value, best_rating, worst_rating, language, reviewed_at, claim_folded,
      publisher_folded, rating_folded, created_at, created_at
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (id uuid, newsroom_id uuid, identity text, url text,
      publisher text, publisher_url text, title text, claim_reviewed text, claimant text, claim_date timestamptz,
      rating text, rating_value float, best_rating float, worst_rating float, language text, reviewed_at timestamptz,
      claim_folded text, publisher_folded text, rating_folded text, created_at timestamptz)
    order by identity
    on conflict (newsroom_id, identity) do update set
      publisher = excluded.publisher, publisher_url = excluded.publisher_url, title = excluded.title,
      claim_reviewed = excluded.claim_reviewed, claimant = excluded.claimant, claim_date = excluded.claim_date,
      rating = excluded.rating, rating_value = excluded.rating_value, best_rating = excluded.best_rating,
      worst_rating = excluded.worst_rating, language = excluded.language, reviewed_at = excluded.reviewed_at,
      publisher_folded = excluded.publisher_folded, rating_folded = excluded.rating_folded,
      updated_at = excluded.updated_at
    where (known.publisher, known.publisher_url, known.title, known.claim_reviewed, known.claimant, known.claim_date,
        known.rating, known.rating_value, known.best_rating, known.worst_rating, known.language, known.reviewed_at)
      is distinct from (excluded.publisher, excluded.publisher_url, excluded.title, excluded.claim_reviewed,
        excluded.claimant, excluded.claim_date, excluded.rating, excluded.rating_value, excluded.best_rating,
        excluded.worst_rating, excluded.language, excluded.reviewed_at)
    returning xmax = 0 as inserted`;
  const added = written.filter(({ inserted }) => inserted).length;
  return { added, updated: written.length - added, unchanged: reviews.length - written.length };
}

function rowOf(newsroomId: string, review: ExternalReview, at: Date) {
  const claimFolded = foldForSearch(review.claimReviewed);
  return {
    id: newId(),
    newsroom_id: newsroomId,
    identity: createHash('sha256').update(`${review.url}\n${claimFolded}`).digest('hex'),
    url: review.url,
    publisher: review.publisher,
    publisher_url: review.publisherUrl,
    title: review.title,
    claim_reviewed: review.claimReviewed,
    claimant: review.claimant,
    claim_date: readDate(review.claimDate),
    rating: review.rating,
    rating_value: review.ratingValue,
    best_rating: review.bestRating,
    worst_rating: review.worstRating,
    language: review.language,
    reviewed_at: readDate(review.reviewedAt),
    claim_folded: claimFolded,
    publisher_folded: foldForSearch(review.publisher),
    rating_folded: foldForSearch(review.rating),
    created_at: at,
  };
}

export const readExternalFactChecks = async (tx: Transaction, ids: readonly string[]) =>
  byId(await tx.externalFactCheck.findMany({ where: { id: { in: [...ids] } } }));

/** One page, what came last first, with one row more than asked for where there are more. */
export async function pageOfExternalFactChecks(
  tx: Transaction,
  filter: ExternalFactCheckFilter,
  { first, after }: PageRequest,
): Promise<ExternalFactCheckRow[]> {
  const conditions = conditionsOf(filter).add(
    after,
    ([at, id]) => Prisma.sql`created_at <= ${at}::timestamptz
      and (created_at < ${at}::timestamptz or id > ${id}::uuid)`,
  );
  const found = await tx.$queryRaw<{ id: string }[]>`
    select id from external_fact_checks ${conditions.where()} order by created_at desc, id limit ${first + 1}`;
  const rows = await readExternalFactChecks(
    tx,
    found.map(({ id }) => id),
  );
  return found.map(({ id }) => rows.get(id)!);
}

export async function countExternalFactChecks(tx: Transaction, filter: ExternalFactCheckFilter): Promise<number> {
  const rows = await tx.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from external_fact_checks ${conditionsOf(filter).where()}`;
  return rows[0]?.count ?? 0;
}

const conditionsOf = ({ text, publisher, rating, language }: ExternalFactCheckFilter): Conditions =>
  new Conditions()
    .add(text, (part) => Prisma.sql`claim_folded like ${likePattern(foldForSearch(part))}`)
    .add(publisher, (part) => Prisma.sql`publisher_folded like ${likePattern(foldForSearch(part))}`)
    .add(rating, (part) => Prisma.sql`rating_folded like ${likePattern(foldForSearch(part))}`)
    .add(language, (code) => Prisma.sql`language = ${code}`);
