import { type FreshDatabase, freshDatabase } from '../kit/fresh-database.js';
import { moveClock, resetClock } from '../kit/move-clock.js';
import { makeNewsroom, type TestNewsroom } from '../kit/newsrooms.js';
import { startApp, type TestApp } from '../kit/start-app.js';

let database: FreshDatabase;
let app: TestApp;
let newsroom: TestNewsroom;

beforeAll(async () => {
  database = await freshDatabase();
  newsroom = await makeNewsroom(database.app);
  app = await startApp(database, { role: 'api' });
});

afterEach(resetClock);

afterAll(async () => {
  await app.close();
  await database.drop();
});

const VIEWER = '{ viewer { role member { id email } newsroom { id slug } } }';

const refuse = async (headers: Record<string, string>) => {
  const answer = await app.post(JSON.stringify({ query: VIEWER }), headers);
  expect(answer.status).toBe(401);
  expect(answer.body.data).toBeNull();
  answer.expectError('UNAUTHENTICATED');
};

it('tells a member who they are', async () => {
  const member = await newsroom.member('REVIEWER');
  const { viewer } = (await app.graphql(VIEWER, {}, member.key)).expectData();
  expect(viewer).toEqual({
    role: 'REVIEWER',
    member: { id: member.id, email: member.email },
    newsroom: { id: newsroom.id, slug: newsroom.slug },
  });
});

it('tells a machine that it is no member', async () => {
  const { viewer } = (await app.graphql(VIEWER, {}, await newsroom.machine())).expectData();
  expect(viewer).toMatchObject({ role: 'INTEGRATION', member: null, newsroom: { id: newsroom.id } });
});

it.each([
  ['no header', {}],
  ['an empty header', { authorization: '' }],
  ['no scheme', { authorization: 'isnad_0123456789012345678901234567890123456789012' }],
  ['another scheme', { authorization: 'Basic aXNuYWQ6aXNuYWQ=' }],
  ['a key that nobody has', { authorization: 'Bearer isnad_0123456789012345678901234567890123456789012' }],
  ['what is no key', { authorization: `Bearer isnad_' or '1'='1` }],
  ['a very long key', { authorization: `Bearer isnad_${'a'.repeat(5_000)}` }],
] as [string, Record<string, string>][])('refuses %s', async (_name, headers) => {
  await refuse(headers);
});

it('refuses a key with one character changed', async () => {
  const { key } = await newsroom.member('EDITOR');
  await refuse({ authorization: `Bearer ${key.slice(0, -1)}${key.endsWith('A') ? 'B' : 'A'}` });
});

it('refuses before it looks at the body: nothing is learnt about the schema without credentials', async () => {
  const answer = await app.post('this is no JSON', {});
  expect(answer.status).toBe(401);
  answer.expectError('UNAUTHENTICATED');
});

it('refuses an expired key, also one that expires while it is in use', async () => {
  const expired = await newsroom.member('EDITOR', { expiresAt: new Date(Date.now() - 1_000) });
  await refuse({ authorization: `Bearer ${expired.key}` });
  const soon = await newsroom.member('EDITOR', { expiresAt: new Date(Date.now() + 60_000) });
  (await app.graphql(VIEWER, {}, soon.key)).expectData();
  moveClock(61_000);
  await refuse({ authorization: `Bearer ${soon.key}` });
});

it('refuses a revoked key, within seconds also where it has just been used', async () => {
  const unused = await newsroom.member('EDITOR');
  const used = await newsroom.member('EDITOR');
  (await app.graphql(VIEWER, {}, used.key)).expectData();
  await database.owner('update api_keys set revoked_at = now() where member_id = any($1)', [[unused.id, used.id]]);
  await refuse({ authorization: `Bearer ${unused.key}` });
  // A key that was looked up is believed for some seconds.
  moveClock(5_001);
  await refuse({ authorization: `Bearer ${used.key}` });
});

it('refuses the keys of a member who was deactivated', async () => {
  const member = await newsroom.member('ADMIN');
  await database.owner('update members set deactivated_at = now() where id = $1', [member.id]);
  await refuse({ authorization: `Bearer ${member.key}` });
});

const SUBMIT = 'mutation ($input: SubmitArticleInput!) { submitArticle(input: $input) { created } }';

it("acts never above its member's role", async () => {
  const member = await newsroom.member('VIEWER', { keyRole: 'EDITOR' });
  // Also where the row says more, because the member's role was lowered after the key had been made.
  await database.owner(`update api_keys set role = 'ADMIN' where member_id = $1`, [member.id]);
  expect((await app.graphql(VIEWER, {}, member.key)).expectData().viewer.role).toBe('VIEWER');
  (await app.graphql(SUBMIT, { input: { text: 'A text.' } }, member.key)).expectError('FORBIDDEN');
});

it('may stand below it', async () => {
  const member = await newsroom.member('EDITOR', { keyRole: 'VIEWER' });
  expect((await app.graphql(VIEWER, {}, member.key)).expectData().viewer.role).toBe('VIEWER');
  (await app.graphql(SUBMIT, { input: { text: 'A text.' } }, member.key)).expectError('FORBIDDEN');
});

it.each([
  ['ADMIN', true],
  ['EDITOR', true],
  ['REVIEWER', true],
  ['FACT_CHECKER', true],
  ['VIEWER', false],
] as const)('lets %s submit: %s', async (role, may) => {
  const { key } = await newsroom.member(role);
  const answer = await app.graphql(SUBMIT, { input: { text: `A text by ${role}.` } }, key);
  if (may) expect(answer.expectData().submitArticle.created).toBe(true);
  else answer.expectError('FORBIDDEN');
});

it('lets a machine submit and read, and do nothing else', async () => {
  const key = await newsroom.machine();
  const input = { text: 'A text by a machine.' };
  const data = (
    await app.graphql(
      'mutation ($input: SubmitArticleInput!) { submitArticle(input: $input) { article { id text } } }',
      { input },
      key,
    )
  ).expectData();
  const { id, text } = data.submitArticle.article;
  expect(text).toBe(input.text);
  expect((await app.graphql('{ articles { totalCount } }', {}, key)).expectData().articles.totalCount).toBeGreaterThan(
    0,
  );
  (await app.graphql('mutation ($id: ID!) { retryArticle(id: $id) { id } }', { id }, key)).expectError('FORBIDDEN');
});

it('stores no key in clear', async () => {
  const { key } = await newsroom.member('EDITOR');
  const [row] = await database.owner<{ found: number }>(
    `select count(*)::int as found from api_keys k where k::text like '%' || $1 || '%'`,
    [key.slice(6)],
  );
  expect(row!.found).toBe(0);
});
