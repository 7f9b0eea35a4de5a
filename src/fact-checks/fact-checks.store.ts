import { findNewsroomBySlug } from '../accounts/accounts.store.js';
import { byId } from '../accounts/request-context.js';
import { foldForSearch } from '../core/extraction/fold-for-search.js';
import type { FactCheckFilter, FactCheckOrder } from '../generated/graphql.js';
import type { CorrectionClass, FactCheck, FactCheckEdition, Newsroom } from '../generated/prisma/client.js';
import { Prisma } from '../generated/prisma/client.js';
import { Conditions } from '../platform/database/conditions.js';
import type { Transaction } from '../platform/database/database.js';
import { takeTurns } from '../platform/database/take-turns.js';
import { likePattern } from '../platform/database/like-pattern.js';
import type { PageRequest } from '../platform/graphql/connection.js';
import { isId, newId } from '../platform/ids.js';
import { textFault } from '../platform/text-fault.js';
import type { EditionContent, EditionRow } from './edition.js';

export type FactCheckRow = FactCheck;

/** A fact-check with the edition in force, as the public reads it. */
export interface Published {
  readonly factCheck: FactCheckRow;
  readonly editions: readonly EditionRow[];
  readonly newsroom: Newsroom;
}

// The JSON columns are written here alone, from an EditionContent.
const asEditions = (rows: FactCheckEdition[]) => rows as unknown as EditionRow[];

const searched = ({ title, claimReviewed }: EditionContent): string => foldForSearch(`${title}\n${claimReviewed}`);

/** Publishes: the fact-check and its first edition. */
export async function addFactCheck(
  tx: Transaction,
  place: { newsroomId: string; taskId: string; slug: string },
  content: EditionContent,
  at: Date,
): Promise<FactCheckRow> {
  const factCheck = await tx.factCheck.create({
    data: {
      id: newId(),
      ...place,
      rating: content.rating.code,
      needsEvidence: content.rating.needsEvidence,
      language: content.language,
      textFolded: searched(content),
      publishedAt: at,
      updatedAt: at,
    },
  });
  await keepEdition(tx, factCheck, content, { at, correction: null });
  return factCheck;
}

/** Puts a correction in force: a new edition, which the fact-check follows. */
export async function correctFactCheck(
  tx: Transaction,
  { id, version }: FactCheckRow,
  content: EditionContent,
  correction: { class: CorrectionClass; publicNote: string },
  at: Date,
): Promise<FactCheckRow> {
  const factCheck = await tx.factCheck.update({
    where: { id },
    data: {
      version: version + 1,
      status: correction.class === 'RETRACTION' ? 'RETRACTED' : 'CORRECTED',
      rating: content.rating.code,
      needsEvidence: content.rating.needsEvidence,
      language: content.language,
      textFolded: searched(content),
      updatedAt: at,
    },
  });
  await keepEdition(tx, factCheck, content, { at, correction });
  return factCheck;
}

const keepEdition = (
  tx: Transaction,
  { newsroomId, id: factCheckId, version }: FactCheckRow,
  { rating, claimant, appearance, evidence, participants, ...content }: EditionContent,
  { at, correction }: { at: Date; correction: { class: CorrectionClass; publicNote: string } | null },
) =>
  tx.factCheckEdition.create({
    data: {
      ...content,
      newsroomId,
      factCheckId,
      number: version,
      rating: json(rating),
      claimant: claimant ? json(claimant) : undefined,
      appearance: appearance ? json(appearance) : undefined,
      evidence: json(evidence),
      participants: json(participants),
      correctionClass: correction?.class ?? null,
      publicNote: correction?.publicNote ?? null,
      publishedAt: at,
    },
  });

/** The first of `slug`, `slug-2`, `slug-3`, … that is free. Whoever asks next in this newsroom waits for this transaction. */
export async function claimSlug(tx: Transaction, newsroomId: string, slug: string): Promise<string> {
  await takeTurns(tx, 'slug', newsroomId);
  const rows = await tx.factCheck.findMany({
    where: { newsroomId, slug: { startsWith: slug } },
    select: { slug: true },
  });
  const taken = new Set(rows.map((row) => row.slug));
  if (!taken.has(slug)) return slug;
  let number = 2;
  while (taken.has(`${slug}-${number}`)) number++;
  return `${slug}-${number}`;
}

export const findFactCheck = (tx: Transaction, id: string) => tx.factCheck.findUnique({ where: { id } });

/** Null also for what cannot be a slug, which the database would not even compare. */
export const findFactCheckBySlug = async (tx: Transaction, newsroomId: string, slug: string) =>
  textFault(slug, 200) ? null : tx.factCheck.findUnique({ where: { newsroomId_slug: { newsroomId, slug } } });

export const readFactChecks = async (tx: Transaction, ids: readonly string[]) =>
  byId(await tx.factCheck.findMany({ where: { id: { in: [...ids] } } }));

/** By the task that led to it. */
export async function readFactChecksOfTasks(
  tx: Transaction,
  taskIds: readonly string[],
): Promise<Map<string, FactCheckRow>> {
  const rows = await tx.factCheck.findMany({ where: { taskId: { in: [...taskIds] } } });
  return new Map(rows.map((row) => [row.taskId, row]));
}

/** Every edition of each fact-check, oldest first, by its id. The last one is in force. */
export async function readEditions(tx: Transaction, ids: readonly string[]): Promise<Map<string, EditionRow[]>> {
  const rows = asEditions(
    await tx.factCheckEdition.findMany({ where: { factCheckId: { in: [...ids] } }, orderBy: { number: 'asc' } }),
  );
  return new Map(ids.map((id) => [id, rows.filter((row) => row.factCheckId === id)]));
}

/** One published fact-check, by the address that the public knows; null where there is none. */
export async function findPublished(tx: Transaction, newsroomSlug: string, slug: string): Promise<Published | null> {
  const newsroom = await findNewsroomBySlug(tx, newsroomSlug);
  const factCheck = newsroom && (await findFactCheckBySlug(tx, newsroom.id, slug));
  if (!factCheck) return null;
  return { factCheck, newsroom, editions: (await readEditions(tx, [factCheck.id])).get(factCheck.id)! };
}

/** What a newsroom has published, what changed last first, retractions too; null where there is no such newsroom. */
export const listChanges = (tx: Transaction, newsroomSlug: string, language: string | null, { take, after }: Stretch) =>
  list(tx, newsroomSlug, {
    where: { ...(language === null ? {} : { language }), ...beyond('updatedAt', after) },
    orderBy: [{ updatedAt: 'desc' }, { id: 'asc' }],
    take,
  });

/** What a newsroom has published and not taken back, newest first; null where there is no such newsroom. */
export const listPublished = (tx: Transaction, newsroomSlug: string, { take, after }: Stretch) =>
  list(tx, newsroomSlug, {
    where: { status: { not: 'RETRACTED' }, ...beyond('publishedAt', after) },
    orderBy: [{ publishedAt: 'desc' }, { id: 'asc' }],
    take,
  });

/** How many rows of a list, and after which sort key. */
export interface Stretch {
  readonly take: number;
  readonly after?: PageRequest['after'];
}

function beyond(column: 'publishedAt' | 'updatedAt', after: PageRequest['after'] = null): Prisma.FactCheckWhereInput {
  if (!after) return {};
  const [at, id] = after as readonly [string, string];
  return { OR: [{ [column]: { lt: at } }, { [column]: at, id: { gt: id } }] };
}

async function list(
  tx: Transaction,
  newsroomSlug: string,
  { where, ...order }: Prisma.FactCheckFindManyArgs,
): Promise<Published[] | null> {
  const newsroom = await findNewsroomBySlug(tx, newsroomSlug);
  if (!newsroom) return null;
  const factChecks = await tx.factCheck.findMany({ ...order, where: { ...where, newsroomId: newsroom.id } });
  const editions = await readEditions(
    tx,
    factChecks.map((factCheck) => factCheck.id),
  );
  return factChecks.map((factCheck) => ({ factCheck, newsroom, editions: editions.get(factCheck.id)! }));
}

/** One page, newest first, with one row more than asked for where there are more. */
export async function pageOfFactChecks(
  tx: Transaction,
  filter: FactCheckFilter,
  order: FactCheckOrder,
  { first, after }: PageRequest,
): Promise<FactCheckRow[]> {
  const column = order.field === 'UPDATED_AT' ? Prisma.sql`updated_at` : Prisma.sql`published_at`;
  const [direction, beyond] =
    order.direction === 'ASC' ? [Prisma.sql`asc`, Prisma.sql`>`] : [Prisma.sql`desc`, Prisma.sql`<`];
  const conditions = conditionsOf(filter).add(
    after,
    ([at, id]) => Prisma.sql`${column} ${beyond}= ${at}::timestamptz
      and (${column} ${beyond} ${at}::timestamptz or id > ${id}::uuid)`,
  );
  const found = await tx.$queryRaw<{ id: string }[]>`
    select id from fact_checks f ${conditions.where()} order by ${column} ${direction}, id limit ${first + 1}`;
  const rows = await readFactChecks(
    tx,
    found.map((row) => row.id),
  );
  return found.map((row) => rows.get(row.id)!);
}

export async function countFactChecks(tx: Transaction, filter: FactCheckFilter): Promise<number> {
  const rows = await tx.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from fact_checks f ${conditionsOf(filter).where()}`;
  return rows[0]?.count ?? 0;
}

function conditionsOf(filter: FactCheckFilter): Conditions {
  return new Conditions()
    .add(filter.status, (statuses) => Prisma.sql`status = any(${statuses}::"FactCheckStatus"[])`)
    .add(filter.rating, (rating) => Prisma.sql`rating = ${rating}`)
    .add(filter.language, (language) => Prisma.sql`language = ${language}`)
    .add(filter.text, (text) => Prisma.sql`text_folded like ${likePattern(foldForSearch(text))}`)
    .add(filter.pendingCorrection, (isPending) => {
      const pending = Prisma.sql`exists (select from corrections c where c.newsroom_id = f.newsroom_id
        and c.fact_check_id = f.id and c.status = 'PENDING')`;
      return isPending ? pending : Prisma.sql`not ${pending}`;
    })
    .add(filter.updatedAfter, (time) => Prisma.sql`updated_at > ${time.toISOString()}::timestamptz`)
    .add(
      filter.articleId,
      (id) => Prisma.sql`exists (select from review_tasks t where t.newsroom_id = f.newsroom_id
        and t.id = f.task_id and t.article_id = ${isId(id) ? id : null}::uuid)`,
    );
}

/** As Prisma takes a value for a JSON column. */
const json = (value: object): Prisma.InputJsonValue => value as unknown as Prisma.InputJsonValue;
