import { type FreshDatabase, freshDatabase } from '../kit/fresh-database.js';
import { makeNewsroom, type TestNewsroom } from '../kit/newsrooms.js';
import { addReadyArticle, addTasks, type TaskWish } from '../kit/row-builders.js';
import { startApp, type TestApp } from '../kit/start-app.js';

let database: FreshDatabase;
let app: TestApp;
let newsroom: TestNewsroom;
let key: string;
let articleId: string;

const FIELDS = ['PRIORITY', 'CREATED_AT', 'UPDATED_AT', 'CHECK_WORTHINESS', 'TEXT_POSITION'];
const ORDERS = FIELDS.flatMap((field) => ['ASC', 'DESC'].map((direction) => ({ field, direction })));

/** Many rows share each sort key, and the numbers are not round: where cursors lose or repeat rows. */
const wish = (i: number): TaskWish => ({
  priority: i % 7,
  checkWorthiness: (i % 5) / 3,
  textPosition: i % 4,
  createdAt: new Date(Date.UTC(2024, 0, 1, 0, 0, 0, i % 6)),
  updatedAt: new Date(Date.UTC(2024, 0, 1, 0, 0, 0, i % 3)),
});

beforeAll(async () => {
  database = await freshDatabase();
  newsroom = await makeNewsroom(database.app);
  ({ key } = await newsroom.member('VIEWER'));
  articleId = await addReadyArticle(newsroom.handle);
  await addTasks(
    newsroom.handle,
    articleId,
    Array.from({ length: 120 }, (_, i) => wish(i)),
  );
  for (let i = 0; i < 12; i++) {
    const at = new Date(Date.UTC(2024, 0, 1, 0, 0, 0, i % 4));
    await addReadyArticle(newsroom.handle, { createdAt: at, updatedAt: at });
  }
  app = await startApp(database, { role: 'api' });
});

afterAll(async () => {
  await app.close();
  await database.drop();
});

interface Page {
  nodes: { id: string }[];
  edges: { cursor: string; node: { id: string } }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  totalCount: number;
}

const PAGE = `nodes { id } edges { cursor node { id } } totalCount
  pageInfo { hasNextPage hasPreviousPage startCursor endCursor }`;
const LISTS = {
  reviewTasks: `query ($first: Int, $after: String, $orderBy: ReviewTaskOrder) {
    list: reviewTasks(first: $first, after: $after, orderBy: $orderBy) { ${PAGE} } }`,
  articles: `query ($first: Int, $after: String, $orderBy: ArticleOrder) {
    list: articles(first: $first, after: $after, orderBy: $orderBy) { ${PAGE} } }`,
  members: `query ($first: Int, $after: String) { list: members(first: $first, after: $after) { ${PAGE} } }`,
};

const ask = (query: string, variables: object) => app.graphql<{ list: Page }>(query, { ...variables }, key);
const page = async (query: string, variables: object) => (await ask(query, variables)).expectData().list;

/** Every id that comes when the list is walked from its beginning, with `between` done after each page. */
async function walk(query: string, variables: object, between: () => Promise<unknown> = async () => {}) {
  const ids: string[] = [];
  for (let after: string | null = null; ;) {
    const list: Page = await page(query, { ...variables, after });
    expect(list.edges.map(({ node }) => node.id)).toEqual(list.nodes.map(({ id }) => id));
    expect(list.pageInfo.endCursor).toBe(list.edges.at(-1)?.cursor ?? null);
    expect(list.pageInfo.hasPreviousPage).toBe(after !== null);
    ids.push(...list.nodes.map(({ id }) => id));
    if (ids.length > 1_000) throw new Error('the list does not end');
    if (!list.pageInfo.hasNextPage) return ids;
    after = list.pageInfo.endCursor;
    await between();
  }
}

describe.each(ORDERS)('tasks by $field $direction', (orderBy) => {
  const column = orderBy.field.toLowerCase();
  const inOrder = () =>
    database.owner<{ id: string }>(
      `select id from review_tasks where newsroom_id = $1 order by ${column} ${orderBy.direction}, id`,
      [newsroom.id],
    );

  it('come in order, each once', async () => {
    const expected = (await inOrder()).map(({ id }) => id);
    expect(await walk(LISTS.reviewTasks, { first: 7, orderBy })).toEqual(expected);
  });

  it('come each once while others are added between the pages', async () => {
    const before = (await inOrder()).map(({ id }) => id);
    let i = 0;
    const seen = await walk(LISTS.reviewTasks, { first: 13, orderBy }, () =>
      addTasks(newsroom.handle, articleId, [wish(i++), wish(i++)]),
    );
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.filter((id) => before.includes(id))).toEqual(before);
  });
});

it('lists tasks by priority, highest first, then id, unless told otherwise', async () => {
  const rows = await database.owner<{ id: string }>('select id from review_tasks order by priority desc, id limit 20');
  const list = await page(LISTS.reviewTasks, {});
  expect(list.nodes).toEqual(rows);
});

it.each(['ASC', 'DESC'].flatMap((direction) => ['CREATED_AT', 'UPDATED_AT'].map((field) => ({ field, direction }))))(
  'lists articles by $field $direction, each once',
  async (orderBy) => {
    const rows = await database.owner<{ id: string }>(
      `select id from articles order by ${orderBy.field.toLowerCase()} ${orderBy.direction}, id`,
    );
    expect(await walk(LISTS.articles, { first: 3, orderBy })).toEqual(rows.map(({ id }) => id));
  },
);

it('lists members in the order in which they came', async () => {
  const ids = [];
  for (let i = 0; i < 5; i++) ids.push((await newsroom.member('VIEWER')).id);
  expect((await walk(LISTS.members, { first: 2 })).slice(-5)).toEqual(ids);
});

it("pages through an article's own lists", async () => {
  const query = (field: string) => `query ($first: Int, $after: String) {
    article(id: "${articleId}") { ${field}(first: $first, after: $after) { ${PAGE} } } }`;
  for (const field of ['claims', 'tasks', 'quotes']) {
    const ids: string[] = [];
    for (let after: string | null = null; ;) {
      const data: { article: Record<string, Page> } = (
        await app.graphql(query(field), { first: 50, after }, key)
      ).expectData();
      const list = data.article[field]!;
      ids.push(...list.nodes.map(({ id }) => id));
      if (!list.pageInfo.hasNextPage) {
        expect([field, new Set(ids).size, ids.length]).toEqual([field, list.totalCount, list.totalCount]);
        break;
      }
      after = list.pageInfo.endCursor;
    }
  }
});

describe.each(Object.entries(LISTS))('%s', (name, query) => {
  it('counts all, whatever the page', async () => {
    const table = { reviewTasks: 'review_tasks', articles: 'articles', members: 'members' }[name]!;
    const [row] = await database.owner<{ n: number }>(`select count(*)::int as n from ${table}`);
    for (const first of [0, 1, 100]) expect((await page(query, { first })).totalCount).toBe(row!.n);
  });

  it('gives nothing for 0, and says whether there is more', async () => {
    expect(await page(query, { first: 0 })).toMatchObject({
      nodes: [],
      edges: [],
      pageInfo: { hasNextPage: true, hasPreviousPage: false, startCursor: null, endCursor: null },
    });
  });

  it('gives up to 100, and 20 unless told', async () => {
    const { totalCount, nodes } = await page(query, { first: 100 });
    expect(nodes).toHaveLength(Math.min(100, totalCount));
    expect((await page(query, {})).nodes).toHaveLength(Math.min(20, totalCount));
  });

  it.each([101, -1, 2_147_483_647])('refuses first: %i', async (first) => {
    expect((await ask(query, { first })).expectError('BAD_USER_INPUT').extensions.fields).toHaveProperty('first');
  });

  const made = (key: unknown) => Buffer.from(JSON.stringify(key)).toString('base64url');
  it.each([
    ['what is none', 'nonsense'],
    ['an empty one', ''],
    ['no list', made({ id: 1 })],
    ['words instead of times and ids', made(['yesterday', 'nobody'])],
    ['one word', made(['nobody'])],
    ['a number and a word', made([1, 'nobody'])],
    ['a number out of range', Buffer.from('[1e999,"x"]').toString('base64url')],
    ['NUL', made(['\0', '\0'])],
    ['SQL', made(["2024-01-01'; drop table review_tasks; --", 'x'])],
    ['null', made([null, null])],
    ['too many parts', made([1, 2, 3, 4, 5])],
  ])('refuses a made-up cursor: %s', async (_name, after) => {
    expect((await ask(query, { after })).expectError('BAD_USER_INPUT').extensions.fields).toHaveProperty('after');
  });

  it("refuses the other lists' cursors", async () => {
    for (const [other, otherQuery] of Object.entries(LISTS)) {
      if (other === name) continue;
      const after = (await page(otherQuery, { first: 1 })).pageInfo.endCursor;
      (await ask(query, { after })).expectError('BAD_USER_INPUT');
    }
  });
});

it('refuses the cursor of another order: its place means nothing there', async () => {
  for (const orderBy of ORDERS) {
    const after = (await page(LISTS.reviewTasks, { first: 1, orderBy })).pageInfo.endCursor;
    for (const another of ORDERS.filter((each) => each !== orderBy)) {
      (await ask(LISTS.reviewTasks, { after, orderBy: another })).expectError('BAD_USER_INPUT');
    }
  }
});
