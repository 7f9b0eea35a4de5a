import type { Browser } from '../kit/browser.js';
import { House, PASSWORD, type Account } from './house.js';

let house: House;
let admin: Account;
let desk: Browser;

beforeAll(async () => {
  house = await House.open();
  admin = await house.account('ADMIN');
  desk = await house.enter(admin.email);
});

afterAll(() => house.close());

interface Event {
  readonly action: string;
  readonly actor: { readonly id: string } | null;
  readonly actorKind: string;
  readonly subjectId: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}

const EVENTS = `{ auditEvents(first: 100) { nodes { action actor { id }
  ... on NewsroomEvent { actorKind subjectId data } } } }`;
const events = async (): Promise<Event[]> => (await desk.graphql(EVENTS)).expectData().auditEvents.nodes;
/** What was recorded while `work` ran, oldest first. */
async function recorded(work: () => Promise<unknown>): Promise<Event[]> {
  const before = (await events()).length;
  await work();
  const all = await events();
  return all.slice(0, all.length - before).reverse();
}
const ask = async (document: string, variables: object = {}) =>
  (await desk.graphql(document, variables as Record<string, unknown>)).expectData();

it('has what an operator did before anybody could sign in', async () => {
  const first = (await events()).at(-1);
  expect(first).toMatchObject({ action: 'NEWSROOM_MADE', actorKind: 'OPERATOR', actor: null });
  expect((await events()).filter(({ subjectId }) => subjectId === admin.id)[0]).toMatchObject({
    ...{ action: 'MEMBER_JOINED', actorKind: 'OPERATOR', data: { role: 'ADMIN' } },
  });
});

it('has who came in, rose, left, came back and was erased, by whom, and no name or address', async () => {
  const email = 'passing-through@test.invalid';
  let id = '';
  const told = await recorded(async () => {
    await ask(
      `mutation { inviteMember(input: { email: "${email}", role: FACT_CHECKER, name: "Passer Through" }) { id } }`,
    );
    const token = await house.linkIn(email);
    await house.browser().post('/api/auth/accept-invitation', { token, password: PASSWORD });
    const { members } = await ask('{ members(first: 100) { nodes { id email } } }');
    id = members.nodes.find((each: { email: string }) => each.email === email).id;
    await ask('mutation ($id: ID!) { changeMemberRole(id: $id, role: REVIEWER) { id } }', { id });
    // Said again, it changes nothing and is no event.
    await ask('mutation ($id: ID!) { changeMemberRole(id: $id, role: REVIEWER) { id } }', { id });
    for (const name of [
      'deactivateMember',
      'deactivateMember',
      'reactivateMember',
      'reactivateMember',
      'eraseMember',
    ]) {
      await ask(`mutation ($id: ID!) { ${name}(id: $id) { id } }`, { id });
    }
  });
  const byAdmin = { actorKind: 'MEMBER', actor: { id: admin.id } };
  expect(told).toMatchObject([
    { action: 'MEMBER_INVITED', ...byAdmin, data: { role: 'FACT_CHECKER' } },
    { action: 'MEMBER_JOINED', actor: { id }, subjectId: id, data: { role: 'FACT_CHECKER' } },
    { action: 'ROLE_CHANGED', ...byAdmin, subjectId: id, data: { from: 'FACT_CHECKER', to: 'REVIEWER' } },
    { action: 'MEMBER_DEACTIVATED', ...byAdmin, subjectId: id },
    { action: 'MEMBER_REACTIVATED', ...byAdmin, subjectId: id },
    { action: 'MEMBER_ERASED', ...byAdmin, subjectId: id },
  ]);
  expect(JSON.stringify(told)).not.toMatch(/passing-through|Passer/);
});

it('has an invitation that was taken back', async () => {
  const told = await recorded(async () => {
    const { inviteMember } = await ask(
      'mutation { inviteMember(input: { email: "no@test.invalid", role: VIEWER }) { id } }',
    );
    const again = 'mutation ($id: ID!) { revokeInvitation(id: $id) { status } }';
    await ask(again, { id: inviteMember.id });
    await ask(again, { id: inviteMember.id });
  });
  expect(told.map(({ action }) => action)).toEqual(['MEMBER_INVITED', 'INVITATION_REVOKED']);
});

it('has keys from their making to their end, and never a key', async () => {
  const keys: string[] = [];
  const told = await recorded(async () => {
    const { createApiKey } = await ask(
      'mutation { createApiKey(input: { label: "CMS of Rima", machine: true }) { apiKey { id } key } }',
    );
    const rotate = 'mutation ($id: ID!) { rotateApiKey(id: $id) { apiKey { id } key } }';
    const { rotateApiKey } = await ask(rotate, { id: createApiKey.apiKey.id });
    await ask('mutation ($id: ID!) { revokeApiKey(id: $id) { id } }', { id: rotateApiKey.apiKey.id });
    keys.push(createApiKey.key, rotateApiKey.key);
  });
  expect(told.map(({ action }) => action)).toEqual(['API_KEY_MADE', 'API_KEY_ROTATED', 'API_KEY_REVOKED']);
  expect(JSON.stringify(told)).not.toMatch(/isnad_|Rima/);
});

it('has which settings were changed, and not to what', async () => {
  const told = await recorded(() =>
    ask('mutation { updateNewsroom(input: { publicName: "Of Rima", digits: EUROPEAN }) { id } }'),
  );
  expect(told).toMatchObject([{ action: 'NEWSROOM_CHANGED', data: { changed: 'digits publicName' } }]);
});
