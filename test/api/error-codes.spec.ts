import { randomUUID } from 'node:crypto';
import { type FreshDatabase, freshDatabase } from '../kit/fresh-database.js';
import { makeNewsroom, type TestMember } from '../kit/newsrooms.js';
import { addReadyArticle, addTasks } from '../kit/row-builders.js';
import { startApp, type TestApp } from '../kit/start-app.js';

let database: FreshDatabase;
let app: TestApp;
let editor: TestMember;
let viewer: TestMember;
let articleId: string;

beforeAll(async () => {
  database = await freshDatabase();
  const newsroom = await makeNewsroom(database.app);
  [editor, viewer] = [await newsroom.member('EDITOR'), await newsroom.member('VIEWER')];
  articleId = await addReadyArticle(newsroom.handle);
  await addTasks(newsroom.handle, articleId, [{}]);
  app = await startApp(database, { role: 'api' });
});

afterAll(async () => {
  await app.close();
  await database.drop();
});

const RETRY = 'mutation ($id: ID!) { retryArticle(id: $id) { status } }';
const SUBMIT = 'mutation ($input: SubmitArticleInput!) { submitArticle(input: $input) { created article { id } } }';
const unknown = randomUUID();

describe('comes in the promised order', () => {
  it('UNAUTHENTICATED first, whatever else is wrong', async () => {
    (await app.graphql(RETRY, { id: unknown })).expectError('UNAUTHENTICATED');
    (await app.graphql('{ nothing }')).expectError('UNAUTHENTICATED');
  });

  it.each([unknown, 'malformed', '', '../../etc/passwd', `${unknown}'; drop table articles; --`, '\0', '\ud800'])(
    'NOT_FOUND before FORBIDDEN: the id %j',
    async (id) => {
      (await app.graphql(RETRY, { id }, viewer.key)).expectError('NOT_FOUND');
      (await app.graphql(RETRY, { id }, editor.key)).expectError('NOT_FOUND');
    },
  );

  it('FORBIDDEN before BAD_USER_INPUT', async () => {
    (await app.graphql(SUBMIT, { input: { text: '' } }, viewer.key)).expectError('FORBIDDEN');
    const failure = (await app.graphql(SUBMIT, { input: { text: '' } }, editor.key)).expectError('BAD_USER_INPUT');
    expect(failure.extensions.fields).toEqual({ text: expect.any(String) });
  });

  it('FORBIDDEN before INVALID_TRANSITION', async () => {
    (await app.graphql(RETRY, { id: articleId }, viewer.key)).expectError('FORBIDDEN');
    (await app.graphql(RETRY, { id: articleId }, editor.key)).expectError('INVALID_TRANSITION');
  });

  it('BAD_USER_INPUT before CONFLICT', async () => {
    (
      await app.graphql(SUBMIT, { input: { text: 'One text.', externalId: 'one', version: 1 } }, editor.key)
    ).expectData();
    const input = { text: '', externalId: 'one', version: 1 };
    (await app.graphql(SUBMIT, { input }, editor.key)).expectError('BAD_USER_INPUT');
    (await app.graphql(SUBMIT, { input: { ...input, text: 'Another.' } }, editor.key)).expectError('CONFLICT');
  });
});

describe('BAD_USER_INPUT', () => {
  it.each([
    ['no document', ''],
    ['no GraphQL', 'this is no query'],
    ['an unknown field', '{ viewer { nothing } }'],
    ['an unknown type', 'query ($x: Nothing) { viewer { role } }'],
    ['a missing argument', '{ article { id } }'],
    ['a wrong enum value', '{ reviewTasks(filter: { status: [DONE] }) { totalCount } }'],
  ])('answers %s', async (_name, query) => {
    const failure = (await app.graphql(query, {}, editor.key)).expectError('BAD_USER_INPUT');
    expect(failure.extensions.fields).toBeDefined();
  });

  it('names the field of a variable that does not fit', async () => {
    const input = { text: 'A text.', publishedAt: 'yesterday' };
    const failure = (await app.graphql(SUBMIT, { input }, editor.key)).expectError('BAD_USER_INPUT');
    expect(Object.keys(failure.extensions.fields!)).toEqual(['publishedAt']);
  });

  it('names every wrong field at once', async () => {
    const input = { text: ' ', language: 'Arabic', sourceUrl: 'file:///etc/passwd', title: '', externalId: ' ' };
    const failure = (await app.graphql(SUBMIT, { input }, editor.key)).expectError('BAD_USER_INPUT');
    expect(Object.keys(failure.extensions.fields!).sort()).toEqual(
      ['externalId', 'language', 'sourceUrl', 'text', 'title'].sort(),
    );
  });

  it.each([
    ['no JSON', '{"query": ', 'application/json'],
    ['an empty body', '', 'application/json'],
    ['another type', 'query { viewer { role } }', 'text/plain'],
    ['a list', '[]', 'application/json'],
    ['null', 'null', 'application/json'],
    ['variables that are no object', '{"query":"{ viewer { role } }","variables":"x"}', 'application/json'],
  ])('answers %s in the form of GraphQL', async (_name, body, type) => {
    const answer = await app.post(body, { 'content-type': type, authorization: `Bearer ${editor.key}` });
    answer.expectError('BAD_USER_INPUT');
  });
});

it('PAYLOAD_TOO_LARGE in the form of GraphQL, and the connection lives on', async () => {
  const body = JSON.stringify({ query: SUBMIT, variables: { input: { text: 'a'.repeat(6_000_000) } } });
  const answer = await app.post(body, { authorization: `Bearer ${editor.key}` });
  expect(answer.status).toBe(413);
  answer.expectError('PAYLOAD_TOO_LARGE');
  (await app.graphql('{ viewer { role } }', {}, editor.key)).expectData();
});

it('QUERY_TOO_COMPLEX for a query that is too deep', async () => {
  const deep = 'tasks { nodes { article { '.repeat(8) + 'id' + ' } } }'.repeat(8);
  const answer = await app.graphql(`{ articles { nodes { ${deep} } } }`, {}, editor.key);
  answer.expectError('QUERY_TOO_COMPLEX');
});

it('lets the page through that the contract promises', async () => {
  const query = `{ reviewTasks(first: 100) { totalCount pageInfo { hasNextPage endCursor } nodes {
    id kind status version priority article { id title language status publishedAt }
    subject { __typename
      ... on Quote { text spans { start end text } speaker { name kind anonymous mention { start end text } } type
        chain { speaker { name } cue { text } stance } claims { id text } }
      ... on Claim { text spans { start end text } speaker { name kind anonymous mention { start end text } } stance
        proposition checkWorthiness quote { id } denies { id } } }
    assignee { id name } lease { holder { id } expiresAt } events { nodes { action actor { id } at } } } } }`;
  expect((await app.graphql(query, {}, editor.key)).expectData().reviewTasks.nodes).toHaveLength(1);
});

it('INTERNAL without a word of what happened, and with the number under which the log has it', async () => {
  await database.owner('alter table review_tasks rename to hidden_table');
  try {
    const answer = await app.graphql('{ viewer { role } reviewTasks { totalCount } }', {}, editor.key);
    const failure = answer.expectError('INTERNAL');
    expect(JSON.stringify(answer.body)).not.toMatch(/review_tasks|relation|prisma|select|stack|\.ts|\/src/i);
    expect(failure.extensions.requestId).toBe(answer.headers.get('x-request-id'));
    expect(failure.message).toContain(failure.extensions.requestId);
  } finally {
    await database.owner('alter table hidden_table rename to review_tasks');
  }
  (await app.graphql('{ reviewTasks { totalCount } }', {}, editor.key)).expectData();
});

it('CONFLICT, not INTERNAL, for a lock that was lost', async () => {
  // As PostgreSQL says it to one of two transactions that wait for each other.
  await database.owner(`create function lose() returns trigger language plpgsql as
    $$ begin raise exception 'deadlock detected' using errcode = '40P01'; end $$`);
  await database.owner('create trigger lose before insert on articles for each row execute function lose()');
  try {
    (await app.graphql(SUBMIT, { input: { text: 'Unlucky.' } }, editor.key)).expectError('CONFLICT');
  } finally {
    await database.owner('drop trigger lose on articles');
  }
});
