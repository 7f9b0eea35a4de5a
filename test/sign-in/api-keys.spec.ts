import { moveClock, resetClock } from '../kit/move-clock.js';
import { House } from './house.js';

const VIEWER = '{ viewer { role member { id } } }';
const FIELDS = 'id label hint role member { id } createdAt expiresAt lastUsedAt revokedAt replacedBy { id }';
const CREATE = `mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { key apiKey { ${FIELDS} } } }`;
const ROTATE = `mutation ($id: ID!, $minutes: Int) {
  rotateApiKey(id: $id, overlapMinutes: $minutes) { key apiKey { ${FIELDS} } } }`;
const REVOKE = `mutation ($id: ID!) { revokeApiKey(id: $id) { ${FIELDS} } }`;
const LIST = `{ apiKeys(first: 100) { totalCount nodes { ${FIELDS} } } }`;

let house: House;

beforeAll(async () => {
  house = await House.open();
});

afterEach(resetClock);

afterAll(() => house.close());

const person = async (role: 'ADMIN' | 'EDITOR' | 'VIEWER') => {
  const account = await house.account(role);
  return { ...account, browser: await house.enter(account.email) };
};

it('makes a key of the member that works at once, never above them, and is kept as a hash', async () => {
  const { browser, id } = await person('EDITOR');
  const { createApiKey } = (await browser.graphql(CREATE, { input: { label: 'script', role: 'ADMIN' } })).expectData();
  const { key, apiKey } = createApiKey;
  expect(apiKey).toMatchObject({ label: 'script', role: 'EDITOR', member: { id }, expiresAt: null, lastUsedAt: null });
  expect(key.endsWith(apiKey.hint)).toBe(true);
  expect((await house.app.graphql(VIEWER, {}, key)).expectData().viewer).toEqual({ role: 'EDITOR', member: { id } });
  const list = (await browser.graphql(LIST)).expectData().apiKeys;
  expect(list.nodes[0]).toMatchObject({ id: apiKey.id, lastUsedAt: expect.any(String) });
  expect(list.nodes.every((each: { member: { id: string } }) => each.member.id === id)).toBe(true);
  expect(JSON.stringify(await house.database.owner('select * from api_keys'))).not.toContain(key);
});

it("makes a machine's key for an ADMIN alone", async () => {
  const [admin, editor] = [await person('ADMIN'), await person('EDITOR')];
  const input = { label: 'the CMS', machine: true };
  (await editor.browser.graphql(CREATE, { input })).expectError('FORBIDDEN');
  const { key, apiKey } = (await admin.browser.graphql(CREATE, { input })).expectData().createApiKey;
  expect(apiKey).toMatchObject({ role: 'INTEGRATION', member: null });
  (await house.app.graphql(CREATE, { input }, key)).expectError('FORBIDDEN');
  (await house.app.graphql(LIST, {}, key)).expectError('FORBIDDEN');
});

it('refuses blank labels, a past end and a wrong role', async () => {
  const { browser } = await person('EDITOR');
  const input = { label: ' ', role: 'INTEGRATION', expiresAt: '2020-01-01T00:00:00Z' };
  const { extensions } = (await browser.graphql(CREATE, { input })).expectError('BAD_USER_INPUT');
  expect(Object.keys(extensions.fields!).sort()).toEqual(['expiresAt', 'label', 'role']);
});

it('lets a key make none that outlives it', async () => {
  const { browser } = await person('EDITOR');
  const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
  const { key } = (await browser.graphql(CREATE, { input: { label: 'short', expiresAt } })).expectData().createApiKey;
  const made = (await house.app.graphql(CREATE, { input: { label: 'longer' } }, key)).expectData().createApiKey;
  expect(made.apiKey.expiresAt).toBe(expiresAt);
});

it('rotates: both keys work until the overlap is over, and only once', async () => {
  const { browser } = await person('EDITOR');
  const { key, apiKey } = (await browser.graphql(CREATE, { input: { label: 'cron' } })).expectData().createApiKey;
  const answers = await Promise.all([0, 1].map(() => browser.graphql(ROTATE, { id: apiKey.id, minutes: 30 })));
  const [made] = answers.filter(({ body }) => !body.errors);
  answers.find(({ body }) => body.errors)!.expectError('CONFLICT');
  const fresh = made!.expectData().rotateApiKey;
  expect(fresh.apiKey).toMatchObject({ label: 'cron', role: 'EDITOR', expiresAt: null });
  for (const each of [key, fresh.key]) (await house.app.graphql(VIEWER, {}, each)).expectData();
  const { nodes } = (await browser.graphql(LIST)).expectData().apiKeys;
  const old = nodes.find((node: { id: string }) => node.id === apiKey.id);
  expect(old.replacedBy).toEqual({ id: fresh.apiKey.id });
  moveClock(31 * 60_000);
  (await house.app.graphql(VIEWER, {}, key)).expectError('UNAUTHENTICATED');
  (await house.app.graphql(VIEWER, {}, fresh.key)).expectData();
});

it('keeps no answer that shows a key', async () => {
  const { key } = await house.account('EDITOR');
  const body = JSON.stringify({ query: CREATE, variables: { input: { label: 'again' } } });
  const answer = await house.app.post(body, { authorization: `Bearer ${key}`, 'idempotency-key': 'once' });
  answer.expectError('BAD_USER_INPUT');
});

it("revokes one's own key, and for an ADMIN any; nobody rotates another's", async () => {
  const [admin, editor, viewer] = [await person('ADMIN'), await person('EDITOR'), await person('VIEWER')];
  const { key, apiKey } = (await editor.browser.graphql(CREATE, { input: { label: 'x' } })).expectData().createApiKey;
  (await viewer.browser.graphql(REVOKE, { id: apiKey.id })).expectError('FORBIDDEN');
  (await admin.browser.graphql(ROTATE, { id: apiKey.id })).expectError('FORBIDDEN');
  (await admin.browser.graphql(REVOKE, { id: 'nonsense' })).expectError('NOT_FOUND');
  const first = (await admin.browser.graphql(REVOKE, { id: apiKey.id })).expectData().revokeApiKey;
  const again = (await editor.browser.graphql(REVOKE, { id: apiKey.id })).expectData().revokeApiKey;
  expect(again.revokedAt).toBe(first.revokedAt);
  moveClock(6_000);
  (await house.app.graphql(VIEWER, {}, key)).expectError('UNAUTHENTICATED');
});
