import { createHash } from 'node:crypto';
import pg from 'pg';
import { type FreshDatabase, freshDatabase } from '../kit/fresh-database.js';
import { makeNewsroom, type TestMember } from '../kit/newsrooms.js';
import { addReadyArticle, addTasks } from '../kit/row-builders.js';
import { startApp, type TestApp } from '../kit/start-app.js';

let database: FreshDatabase;
let app: TestApp;
let editor: TestMember;

beforeAll(async () => {
  database = await freshDatabase();
  const newsroom = await makeNewsroom(database.app);
  editor = await newsroom.member('EDITOR');
  await addTasks(newsroom.handle, await addReadyArticle(newsroom.handle), [{}]);
  app = await startApp(database, { role: 'api' });
});

afterAll(async () => {
  await app.close();
  await database.drop();
});

const repeat = (count: number, part: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => part(i)).join(' ');
/** Fragments of fragments: a hundred words that stand for millions of fields. */
const BOMB = `query { articles(first: 1) { nodes { ...f0 } } }
  ${repeat(25, (i) => `fragment f${i} on Article { a: id ...f${i + 1} ...f${i + 1} }`)} fragment f25 on Article { id }`;

describe('what is more than one request may ask', () => {
  it.each([
    [
      'lists of lists',
      '{ articles(first: 100) { nodes { tasks(first: 100) { nodes { events { nodes { id } } } } } } }',
    ],
    [
      'the same by alias',
      `{ ${repeat(40, (i) => `a${i}: reviewTasks(first: 100) { nodes { article { id } evidence { id } subject { ... on Quote { claims { id } } } } }`)} }`,
    ],
    ['too many aliases', `{ ${repeat(101, (i) => `a${i}: viewer { role }`)} }`],
    ['too many mutations', `mutation { ${repeat(51, () => 'takeTask(id: "x") { id }')} }`],
    ['a document of too many words', `{ ${repeat(11_000, () => 'viewer')} }`],
    [
      'depth through fragments',
      `{ articles { nodes { ...f } } } fragment f on Article { ${'tasks { nodes { article { '.repeat(6)} id ${'} } }'.repeat(6)} }`,
    ],
  ])('is refused: %s', async (_name, query) => {
    (await app.graphql(query, {}, editor.key)).expectError('QUERY_TOO_COMPLEX');
  });

  it('is refused by the value of a variable, of the very document that passes with another', async () => {
    const query = `query ($first: Int) { articles(first: $first) { nodes { tasks(first: $first) { nodes {
      article { id } subject { ... on Claim { id } } } } } } }`;
    (await app.graphql(query, { first: 10 }, editor.key)).expectData();
    (await app.graphql(query, { first: 100 }, editor.key)).expectError('QUERY_TOO_COMPLEX');
    (await app.graphql(query, { first: 10 }, editor.key)).expectData();
  });

  it('is measured in no time, however often fragments are spread in fragments', async () => {
    const answer = await app.graphql(BOMB, {}, editor.key);
    expect(answer.body.data ?? answer.body.errors).toBeTruthy();
  });

  it('is refused as a list of operations', async () => {
    const body = JSON.stringify([{ query: '{ viewer { role } }' }, { query: '{ viewer { role } }' }]);
    (await app.post(body, { authorization: `Bearer ${editor.key}` })).expectError('BAD_USER_INPUT');
  });
});

describe('what a desk needs', () => {
  it.each([
    [
      'a board of all columns',
      `{ ${repeat(8, (i) => `c${i}: reviewTasks(first: 50) { totalCount nodes { id article { title } subject { ... on Quote { text speaker { name } } ... on Claim { text speaker { name } } } assignee { name } } }`)} }`,
    ],
    [
      'an article with its tasks',
      '{ articles(first: 20) { nodes { id tasks(first: 100) { nodes { id subject { ... on Claim { text } } } } } } }',
    ],
    ['fifty tasks taken at once', `mutation { ${repeat(50, (i) => `t${i}: takeTask(id: "x") { id }`)} }`],
    ['the schema', '{ __schema { types { name fields { name type { name ofType { name ofType { name } } } } } } }'],
  ])('passes: %s', async (_name, query) => {
    const { body } = await app.graphql(query, {}, editor.key);
    expect(body.errors?.map(({ extensions }) => extensions.code) ?? []).not.toContain('QUERY_TOO_COMPLEX');
  });
});

describe('a request whose time is over', () => {
  let hurried: TestApp;
  beforeAll(async () => {
    hurried = await startApp(database, { role: 'api', exposure: { requestTimeoutMs: 700 } });
    await database.owner(`alter table review_tasks rename to kept_tasks`);
    await database.owner(`create view review_tasks as select k.* from kept_tasks k, lateral (select pg_sleep(30)) s`);
    await database.owner('grant select on review_tasks to isnad_app');
  });
  afterAll(async () => {
    await database.owner('drop view review_tasks');
    await database.owner('alter table kept_tasks rename to review_tasks');
    await hurried.close();
  });

  it('is answered as too much, and its query stops in the database', async () => {
    const query = '{ a: reviewTasks { nodes { id } } b: reviewTasks { totalCount } viewer { member { name } } }';
    const failure = (await hurried.graphql(query, {}, editor.key)).expectError('QUERY_TOO_COMPLEX');
    expect(failure.extensions.timedOut).toBe(true);
    const running = await database.owner(
      `select query from pg_stat_activity where datname = current_database() and state = 'active'
        and query like '%review_tasks%' and pid <> pg_backend_pid()`,
    );
    expect(running).toEqual([]);
    (await hurried.graphql('{ viewer { member { name } } }', {}, editor.key)).expectData();
  });
});

describe('a change that waits for another', () => {
  it('gives way with CONFLICT', async () => {
    const hurried = await startApp(database, { role: 'api', exposure: { requestTimeoutMs: 1_500 } });
    const [{ id }] = (await database.owner<{ id: string }>('select id from review_tasks')) as [{ id: string }];
    const holder = new pg.Client({ connectionString: database.ownerUrl });
    await holder.connect();
    await holder.query('begin');
    await holder.query('select from review_tasks where id = $1 for update', [id]);
    const take = await hurried.graphql('mutation ($id: ID!) { takeTask(id: $id) { id } }', { id }, editor.key);
    await holder.end();
    take.expectError('CONFLICT');
    await hurried.close();
  });
});

describe('introspection', () => {
  it('is closed where the operator closed it, and everything else stays open', async () => {
    const closed = await startApp(database, { role: 'api', exposure: { introspection: false } });
    (await closed.graphql('{ __schema { types { name } } }', {}, editor.key)).expectError('BAD_USER_INPUT');
    (await closed.graphql('{ __type(name: "Article") { name } }', {}, editor.key)).expectError('BAD_USER_INPUT');
    (await closed.graphql('{ __typename viewer { __typename role } }', {}, editor.key)).expectData();
    expect(await (await fetch(`${closed.url}/graphiql`)).text()).toContain('data-introspection="0"');
    await closed.close();
  });
});

interface Failed {
  readonly errors: [{ extensions: { code: string } }];
}

describe('known operations', () => {
  const known = '{ viewer { role } }';
  const sha256Hash = createHash('sha256').update(known).digest('hex');
  const operations = new Map([[sha256Hash, known]]);
  const asHash = (hash: string) => JSON.stringify({ extensions: { persistedQuery: { version: 1, sha256Hash: hash } } });
  const authorization = () => ({ authorization: `Bearer ${editor.key}` });

  it('run by their hash, beside any other', async () => {
    const open = await startApp(database, { role: 'api', exposure: { operations } });
    expect((await open.post(asHash(sha256Hash), authorization())).expectData()).toEqual({ viewer: { role: 'EDITOR' } });
    (await open.post(asHash('0'.repeat(64)), authorization())).expectError('BAD_USER_INPUT');
    (await open.graphql('{ viewer { member { id } } }', {}, editor.key)).expectData();
    await open.close();
  });

  it('alone run where the operator wants it so', async () => {
    const strict = await startApp(database, { role: 'api', exposure: { operations, onlyKnownOperations: true } });
    (await strict.post(asHash(sha256Hash), authorization())).expectData();
    (await strict.graphql(known, {}, editor.key)).expectData();
    for (const query of ['{ viewer { member { id } } }', `${known} `, '', 'mutation { takeTask(id: "x") { id } }']) {
      (await strict.graphql(query, {}, editor.key)).expectError('BAD_USER_INPUT');
    }
    const get = await fetch(`${strict.url}/graphql?query=${encodeURIComponent('{ viewer { member { id } } }')}`, {
      headers: authorization(),
    });
    expect(((await get.json()) as Failed).errors[0].extensions.code).toBe('BAD_USER_INPUT');
    const graphql = await fetch(`${strict.url}/graphql`, {
      ...{ method: 'POST', body: '{ viewer { member { id } } }' },
      headers: { ...authorization(), 'content-type': 'application/graphql' },
    });
    expect(((await graphql.json()) as Failed).errors[0].extensions.code).toBe('BAD_USER_INPUT');
    await strict.close();
  });
});
