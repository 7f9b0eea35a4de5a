import { type FreshDatabase, freshDatabase } from '../kit/fresh-database.js';
import { makeNewsroom, type TestNewsroom } from '../kit/newsrooms.js';
import { addReviewRows } from '../kit/review-rows.js';
import { addReadyArticle, addTasks } from '../kit/row-builders.js';
import { startApp, type TestApp } from '../kit/start-app.js';

let database: FreshDatabase;
let app: TestApp;
let newsroom: TestNewsroom;
let key: string;

beforeAll(async () => {
  database = await freshDatabase();
  newsroom = await makeNewsroom(database.app);
  key = await newsroom.machine();
  app = await startApp(database, { role: 'api' });
});

afterAll(async () => {
  await app.close();
  await database.drop();
});

const time = (minute: number) => new Date(Date.UTC(2024, 0, 1, 12, minute)).toISOString();

/** All pages of a list, oldest change first, as a system that keeps a copy reads them. */
async function mirror(list: string, since: string, between: () => Promise<unknown> = async () => undefined) {
  const type = { articles: 'ArticleFilter', reviewTasks: 'ReviewTaskFilter', factChecks: 'FactCheckFilter' }[list]!;
  const query = `query ($filter: ${type}, $after: String) { list: ${list}(filter: $filter, first: 2, after: $after,
    orderBy: { field: UPDATED_AT, direction: ASC }) { nodes { id } pageInfo { endCursor hasNextPage } } }`;
  const ids: string[] = [];
  for (let after: string | null = null; ;) {
    const page: { nodes: { id: string }[]; pageInfo: { endCursor: string; hasNextPage: boolean } } = (
      await app.graphql(query, { filter: { updatedAfter: since }, after }, key)
    ).expectData().list;
    ids.push(...page.nodes.map(({ id }) => id));
    if (!page.pageInfo.hasNextPage) return ids;
    after = page.pageInfo.endCursor;
    await between();
  }
}

it('reads articles, tasks and fact-checks in the order of their changes, each once', async () => {
  const { id: memberId } = await newsroom.member('EDITOR');
  const rows: Record<string, string[]> = { articles: [], review_tasks: [], fact_checks: [] };
  for (let i = 0; i < 5; i++) {
    const articleId = await addReadyArticle(newsroom.handle);
    const [taskId] = await addTasks(newsroom.handle, articleId, [{}]);
    rows.articles!.push(articleId);
    rows.review_tasks!.push(taskId!);
  }
  // One newsroom has one policy and scale: the rest of these rows belong to the first task alone.
  const { FactCheck } = await addReviewRows(newsroom.handle, rows.review_tasks![0]!, memberId);
  rows.fact_checks!.push(FactCheck);
  for (const taskId of rows.review_tasks!.slice(1)) {
    const [{ id }] = (await database.owner<{ id: string }>(
      `insert into fact_checks (id, newsroom_id, task_id, slug, rating, needs_evidence, language, text_folded, published_at, updated_at)
       values (gen_random_uuid(), $1, $2::uuid, ($2::uuid)::text, 'FALSE', true, 'en', '', now(), now()) returning id`,
      [newsroom.id, taskId],
    )) as [{ id: string }];
    rows.fact_checks!.push(id);
  }
  for (const [table, ids] of Object.entries(rows)) {
    // Two at the same time, so that the cursor must know more than the time; and one that has not changed since.
    const minutes = [3, 1, 1, 0, 2];
    for (const [i, id] of ids.entries()) {
      await database.owner(`update ${table} set updated_at = $1 where id = $2`, [time(minutes[i]!), id]);
    }
    const list = { articles: 'articles', review_tasks: 'reviewTasks', fact_checks: 'factChecks' }[table]!;
    const expected = [...ids.slice(1, 3).sort(), ids[4], ids[0]];
    expect(await mirror(list, time(0))).toEqual(expected);
  }
});

it('sees what changes while it reads, once more, and loses nothing', async () => {
  const ids = await Promise.all(Array.from({ length: 5 }, () => addReadyArticle(newsroom.handle)));
  for (const [i, id] of ids.entries()) {
    await database.owner('update articles set updated_at = $1 where id = $2', [
      new Date(Date.UTC(2025, 0, 1, 0, i)),
      id,
    ]);
  }
  let moved = false;
  const seen = await mirror('articles', '2024-12-31T00:00:00Z', async () => {
    if (moved) return;
    moved = true;
    for (const id of [ids[0], ids[3]]) {
      await database.owner('update articles set updated_at = $1 where id = $2', [new Date(Date.UTC(2025, 0, 2)), id]);
    }
  });
  expect(seen.filter((id) => ids.includes(id))).toEqual([ids[0], ids[1], ids[2], ids[4], ...[ids[0]!, ids[3]!].sort()]);
});
