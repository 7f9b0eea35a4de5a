import type { Article } from '../generated/prisma/client.js';
import { Prisma } from '../generated/prisma/client.js';
import type { ArticleFilter, ArticleOrder } from '../generated/graphql.js';
import { announceChange, CHANGES_CHANNEL } from '../platform/changes/announce-change.js';
import { camelRows, type SqlRow } from '../platform/database/camel-rows.js';
import type { Transaction } from '../platform/database/database.js';
import type { PageRequest } from '../platform/graphql/connection.js';
import { newId } from '../platform/ids.js';
import { Conditions } from '../platform/database/conditions.js';
import { likePattern } from '../platform/database/like-pattern.js';
import { foldForSearch } from '../core/extraction/fold-for-search.js';
import { byId } from '../accounts/request-context.js';

/** An article without its text. */
export type ArticleRow = Article;

export interface NewArticle {
  readonly newsroomId: string;
  /** Null where it is still to be fetched, as is its hash. */
  readonly text: string | null;
  readonly textHash: Uint8Array<ArrayBuffer> | null;
  readonly fetchUrl: string | null;
  readonly title: string | null;
  readonly byline: string | null;
  readonly language: string;
  readonly publishedAt: Date | null;
  readonly sourceUrl: string | null;
  readonly externalId: string | null;
  readonly senderVersion: number | null;
}

export const findArticleByExternalId = (tx: Transaction, newsroomId: string, externalId: string) =>
  tx.article.findUnique({ where: { newsroomId_externalId: { newsroomId, externalId } } });

export const findArticleByTextHash = (tx: Transaction, newsroomId: string, textHash: Uint8Array<ArrayBuffer>) =>
  tx.article.findUnique({ where: { newsroomId_textHash: { newsroomId, textHash } } });

export const findArticleByFetchUrl = (tx: Transaction, newsroomId: string, fetchUrl: string) =>
  tx.article.findUnique({ where: { newsroomId_fetchUrl: { newsroomId, fetchUrl } } });

export async function addArticle(tx: Transaction, article: NewArticle): Promise<ArticleRow> {
  const { text, ...row } = article;
  const id = newId();
  const added = await tx.article.create({ data: { id, ...row, titleFolded: foldForSearch(row.title ?? '') } });
  if (text !== null && row.textHash) await addVersion(tx, added, { text, textHash: row.textHash });
  await announceArticle(tx, added);
  return added;
}

/** The text of the article's current version, with what its sender said of it; there is one for each number. */
export const addVersion = (
  tx: Transaction,
  { newsroomId, id: articleId, versionNumber: number, title, publishedAt, sourceUrl, senderVersion }: ArticleRow,
  { text, textHash }: { text: string; textHash: Uint8Array<ArrayBuffer> },
) =>
  tx.articleVersion.create({
    data: {
      ...{ id: newId(), newsroomId, articleId, number, text, textFolded: foldForSearch(text), textHash },
      ...{ title, publishedAt, sourceUrl, senderVersion },
    },
  });

/** Fills what was empty; what is there stays. */
export const fillArticle = (tx: Transaction, id: string, filling: Partial<NewArticle>) =>
  updateArticle(tx, id, {
    ...filling,
    ...(filling.title ? { titleFolded: foldForSearch(filling.title) } : {}),
  });

/** The article's row, which nobody changes until the transaction ends; null where there is none. */
export async function shareArticle(tx: Transaction, id: string): Promise<ArticleRow | null> {
  const rows = await tx.$queryRaw<SqlRow[]>`select * from articles where id = ${id}::uuid for share`;
  return camelRows<ArticleRow>(rows)[0] ?? null;
}

export const findArticle = (tx: Transaction, id: string) => tx.article.findUnique({ where: { id } });

export const readArticles = async (tx: Transaction, ids: readonly string[]) =>
  byId(camelRows<ArticleRow>(await tx.$queryRaw<SqlRow[]>`select * from articles where id = any(${[...ids]}::uuid[])`));

/** The article's row, locked until the transaction ends; null where there is none. */
export async function lockArticle(tx: Transaction, id: string): Promise<ArticleRow | null> {
  const locked = await tx.$queryRaw<{ id: string }[]>`select id from articles where id = ${id}::uuid for update`;
  return locked.length === 0 ? null : findArticle(tx, id);
}

export async function updateArticle(
  tx: Transaction,
  id: string,
  data: Prisma.ArticleUncheckedUpdateInput,
): Promise<ArticleRow> {
  const article = await tx.article.update({ where: { id }, data: { ...data, updatedAt: new Date() } });
  await announceArticle(tx, article);
  return article;
}

const announceArticle = (tx: Transaction, { newsroomId, id }: ArticleRow) =>
  announceChange(tx, { kind: 'ARTICLE', newsroomId, id, articleId: id });

/**
 * Marks an article EXTRACTING and gives it; null where this version needs no extraction any more (done, given up,
 * withdrawn, overtaken by a newer version).
 */
export async function beginExtraction(tx: Transaction, id: string, versionNumber: number): Promise<ArticleRow | null> {
  const begun = await changeArticles(
    tx,
    Prisma.sql`update articles set status = 'EXTRACTING', updated_at = now()
      where id = ${id}::uuid and status in ('RECEIVED', 'EXTRACTING') and version_number = ${versionNumber}
        and extracted_version is distinct from ${versionNumber}`,
  );
  return begun === 0 ? null : findArticle(tx, id);
}

/**
 * Counts one prepared task; the one that completes the number makes the article READY. The database alone decides. Gives
 * 0 for an article that was withdrawn, whose tasks wait until it is restored.
 */
export const completeOneTask = (tx: Transaction, id: string) =>
  changeArticles(
    tx,
    Prisma.sql`update articles set tasks_prepared = tasks_prepared + 1, updated_at = now(),
      status = case when status = 'EXTRACTING' and tasks_prepared + 1 = tasks_total
        and extracted_version = version_number then 'READY' else status end
    where id = ${id}::uuid and status <> 'WITHDRAWN'`,
  );

/** Counts tasks that people added, open from the start: what is still being prepared stays what it was. */
export const countAddedTasks = (tx: Transaction, id: string, tasks: number) =>
  changeArticles(
    tx,
    Prisma.sql`update articles set tasks_total = tasks_total + ${tasks}, tasks_prepared = tasks_prepared + ${tasks},
      updated_at = now() where id = ${id}::uuid`,
  );

/** Gives an article up; one that was withdrawn or is READY stays so. */
export const failArticle = (tx: Transaction, id: string, failure: string) =>
  changeArticles(
    tx,
    Prisma.sql`update articles set status = 'FAILED', failure = ${failure}, updated_at = now()
      where id = ${id}::uuid and status in ('RECEIVED', 'EXTRACTING')`,
  );

/** Runs an update and announces each article that it changed, in one statement; gives their number. */
const changeArticles = (tx: Transaction, update: Prisma.Sql): Promise<number> => tx.$executeRaw`
  with changed as (${update} returning id, newsroom_id)
  select pg_notify(${CHANGES_CHANNEL}, json_build_object(
    'kind', 'ARTICLE', 'newsroomId', newsroom_id, 'id', id, 'articleId', id)::text) from changed`;

/** The articles that changed after that time and id, oldest change first (`changedRows`). */
export const selectChangedArticles = ({ at, id }: { at: Date; id: string }, limit: number): Prisma.Sql => Prisma.sql`
  select id, id as "articleId", updated_at as "updatedAt" from articles
  where (updated_at, id) > (${at.toISOString()}::timestamptz, ${id}::uuid) order by updated_at, id limit ${limit}`;

/** Text of the current version, by article id. */
export async function readArticleTexts(tx: Transaction, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.$queryRaw<{ article_id: string; text: string }[]>`
    select v.article_id, v.text from article_versions v
    join articles a on a.newsroom_id = v.newsroom_id and a.id = v.article_id and a.version_number = v.number
    where v.article_id = any(${[...ids]}::uuid[])`;
  return new Map(rows.map((row) => [row.article_id, row.text]));
}

export const findVersionText = async (tx: Transaction, newsroomId: string, articleId: string, number: number) =>
  (
    await tx.articleVersion.findUnique({
      where: { newsroomId_articleId_number: { newsroomId, articleId, number } },
      select: { text: true },
    })
  )?.text ?? null;

/** How many of an article's tasks are decided, by article id. */
export async function countDecided(tx: Transaction, ids: readonly string[]): Promise<Map<string, number>> {
  const rows = await tx.$queryRaw<{ article_id: string; decided: number }[]>`
    select article_id, count(*)::int as decided from review_tasks
    where article_id = any(${[...ids]}::uuid[]) and status in ('APPROVED', 'PUBLISHED', 'DISMISSED')
    group by article_id`;
  return new Map(rows.map((row) => [row.article_id, row.decided]));
}

/** One page, with one row more than asked for where there are more. */
export async function pageOfArticles(
  tx: Transaction,
  filter: ArticleFilter,
  order: ArticleOrder,
  page: PageRequest,
): Promise<ArticleRow[]> {
  const column = order.field === 'UPDATED_AT' ? Prisma.sql`updated_at` : Prisma.sql`created_at`;
  const [direction, beyond] =
    order.direction === 'ASC' ? [Prisma.sql`asc`, Prisma.sql`>`] : [Prisma.sql`desc`, Prisma.sql`<`];
  const conditions = articleConditions(filter).add(page.after, ([at, id]) => {
    const key = Prisma.sql`${at}::timestamptz`;
    return Prisma.sql`${column} ${beyond}= ${key} and (${column} ${beyond} ${key} or id > ${id}::uuid)`;
  });
  const ids = await tx.$queryRaw<{ id: string }[]>`
    select id from articles a ${conditions.where()} order by ${column} ${direction}, id limit ${page.first + 1}`;
  const rows = await readArticles(
    tx,
    ids.map((row) => row.id),
  );
  return ids.map((row) => rows.get(row.id)!);
}

export async function countArticles(tx: Transaction, filter: ArticleFilter): Promise<number> {
  const rows = await tx.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from articles a ${articleConditions(filter).where()}`;
  return rows[0]?.count ?? 0;
}

const articleConditions = (filter: ArticleFilter): Conditions =>
  new Conditions()
    .add(filter.status, (statuses) => Prisma.sql`status::text = any(${statuses}::text[])`)
    .add(filter.language, (language) => Prisma.sql`language = ${language}`)
    .add(filter.externalId, (externalId) => Prisma.sql`external_id = ${externalId}`)
    .add(filter.sourceUrl, (sourceUrl) => Prisma.sql`source_url = ${sourceUrl}`)
    .add(filter.updatedAfter, (time) => Prisma.sql`updated_at > ${time}`)
    .add(filter.text, (text) => {
      const pattern = likePattern(foldForSearch(text));
      return Prisma.sql`(title_folded like ${pattern} or exists (
        select from article_versions v where v.newsroom_id = a.newsroom_id and v.article_id = a.id
          and v.number = a.version_number and v.text_folded like ${pattern}))`;
    });
