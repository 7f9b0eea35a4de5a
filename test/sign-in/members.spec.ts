import { House, PASSWORD, type Account } from './house.js';
import type { Browser } from '../kit/browser.js';
import { moveClock, resetClock } from '../kit/move-clock.js';

let house: House;
let admin: Account;
let desk: Browser;

beforeAll(async () => {
  house = await House.open();
  admin = await house.account('ADMIN');
  desk = await house.enter(admin.email);
});

afterEach(resetClock);

afterAll(() => house.close());

const INVITE = `mutation ($input: InviteMemberInput!) {
  inviteMember(input: $input) { id email role status invitedBy { id } expiresAt } }`;
const ROLE = 'mutation ($id: ID!, $role: Role!) { changeMemberRole(id: $id, role: $role) { role } }';
const DEACTIVATE =
  'mutation ($id: ID!, $to: ID) { deactivateMember(id: $id, reassignTo: $to) { id active name email role } }';
const ERASE = 'mutation ($id: ID!) { eraseMember(id: $id) { id active name email role } }';
const SELECT = 'mutation ($id: ID!) { selectNewsroom(id: $id) { role newsroom { id slug } member { email } } }';
const VIEWER = '{ viewer { role newsroom { id } newsrooms { newsroom { id slug } role selected } } }';

const invite = async (email: string, role = 'FACT_CHECKER', more: object = {}) =>
  (await desk.graphql(INVITE, { input: { email, role, ...more } })).expectData().inviteMember;

describe('an invitation', () => {
  it('brings somebody new in by the link in their mail, once, signed in', async () => {
    const invitation = await invite('New@Test.invalid', 'REVIEWER', { name: 'Nour', language: 'ar' });
    expect(invitation).toMatchObject({ email: 'new@test.invalid', status: 'PENDING', invitedBy: { id: admin.id } });
    const token = await house.linkIn('new@test.invalid');
    expect(house.mailsTo('new@test.invalid')[0]!.subject).toContain('دعوة');
    const browser = house.browser();
    const shown = await browser.get(`/api/auth/invitation?token=${encodeURIComponent(token)}`);
    expect(shown.body).toMatchObject({
      email: 'new@test.invalid',
      role: 'REVIEWER',
      name: 'Nour',
      needsPassword: true,
      newsroom: { slug: house.newsroom.slug },
    });
    const short = await browser.post('/api/auth/accept-invitation', { token, password: 'short' });
    expect([short.status, short.body.code]).toEqual([400, 'INVALID_PASSWORD']);
    const accepted = await browser.post('/api/auth/accept-invitation', { token, password: PASSWORD });
    expect(accepted.body).toEqual({ signedIn: true });
    const { viewer } = (await browser.graphql('{ viewer { role member { name email } } }')).expectData();
    expect(viewer).toEqual({ role: 'REVIEWER', member: { name: 'Nour', email: 'new@test.invalid' } });
    const again = await house.browser().post('/api/auth/accept-invitation', { token, password: 'somebody else here' });
    expect([again.status, again.body.code]).toEqual([404, 'INVALID_TOKEN']);
    await house.enter('new@test.invalid');
  });

  it('is worth nothing forged, replaced, revoked or a week later', async () => {
    const read = async (token: string) =>
      (await house.browser().get(`/api/auth/invitation?token=${encodeURIComponent(token)}`)).status;
    const first = await invite('late@test.invalid');
    const token = await house.linkIn('late@test.invalid');
    expect(await read(token)).toBe(200);
    expect(await read(`${first.id}.${'A'.repeat(43)}`)).toBe(404);
    moveClock(60_000);
    expect((await invite('late@test.invalid', 'EDITOR')).id).toBe(first.id);
    const second = await house.linkIn('late@test.invalid', 1);
    expect([await read(token), await read(second)]).toEqual([404, 200]);
    moveClock(8 * 86_400_000);
    expect(await read(second)).toBe(404);
    const { invitations } = (await desk.graphql('{ invitations { totalCount nodes { email status } } }')).expectData();
    expect(invitations.nodes).toContainEqual({ email: 'late@test.invalid', status: 'EXPIRED' });
    resetClock();
    const revoke = 'mutation ($id: ID!) { revokeInvitation(id: $id) { status } }';
    expect((await desk.graphql(revoke, { id: first.id })).expectData().revokeInvitation.status).toBe('REVOKED');
    expect(await read(second)).toBe(404);
  });

  it('is refused for members, by people below ADMIN, and with faults', async () => {
    const { email } = await house.account('EDITOR');
    (await desk.graphql(INVITE, { input: { email, role: 'VIEWER' } })).expectError('CONFLICT');
    const editor = await house.enter(email);
    (await editor.graphql(INVITE, { input: { email: 'a@b.example', role: 'ADMIN' } })).expectError('FORBIDDEN');
    (await editor.graphql('{ invitations { nodes { id } } }')).expectError('FORBIDDEN');
    const input = { email: 'no address', role: 'INTEGRATION', language: 'de', name: 'x\0y' };
    const { extensions } = (await desk.graphql(INVITE, { input })).expectError('BAD_USER_INPUT');
    expect(Object.keys(extensions.fields!).sort()).toEqual(['email', 'language', 'name', 'role']);
  });
});

describe('a person of two newsrooms', () => {
  it('goes from one to the other, with the role that they have there, and to no third', async () => {
    const { makeNewsroom } = await import('../kit/newsrooms.js');
    const [other, third] = [await makeNewsroom(house.database.app), await makeNewsroom(house.database.app)];
    const person = await house.account('VIEWER');
    const chief = await house.account('ADMIN', other);
    const otherDesk = await house.enter(chief.email);
    (await otherDesk.graphql(INVITE, { input: { email: person.email, role: 'EDITOR' } })).expectData();
    const token = await house.linkIn(person.email);
    const browser = house.browser();
    const accepted = await browser.post('/api/auth/accept-invitation', { token });
    expect(accepted.body).toEqual({ signedIn: false });
    (await browser.graphql(VIEWER)).expectError('UNAUTHENTICATED');

    const signedIn = await house.enter(person.email);
    const { viewer } = (await signedIn.graphql(VIEWER)).expectData();
    expect(viewer.newsrooms).toEqual([
      { newsroom: { id: house.newsroom.id, slug: house.newsroom.slug }, role: 'VIEWER', selected: true },
      { newsroom: { id: other.id, slug: other.slug }, role: 'EDITOR', selected: false },
    ]);
    const { selectNewsroom } = (await signedIn.graphql(SELECT, { id: other.id })).expectData();
    expect(selectNewsroom).toMatchObject({
      role: 'EDITOR',
      newsroom: { id: other.id },
      member: { email: person.email },
    });
    const after = (await signedIn.graphql(VIEWER)).expectData().viewer;
    expect([after.role, after.newsroom.id]).toEqual(['EDITOR', other.id]);
    (await signedIn.graphql(SELECT, { id: third.id })).expectError('NOT_FOUND');
    (await house.app.graphql(SELECT, { id: other.id }, person.key)).expectError('NOT_FOUND');
    (await house.app.graphql(SELECT, { id: house.newsroom.id }, person.key)).expectError('FORBIDDEN');

    const leave = (await otherDesk.graphql('{ members(first: 50) { nodes { id email } } }')).expectData().members.nodes;
    const { id } = leave.find((member: { email: string }) => member.email === person.email);
    (await otherDesk.graphql(DEACTIVATE, { id })).expectData();
    expect((await signedIn.graphql(VIEWER)).expectData().viewer.newsroom.id).toBe(house.newsroom.id);
  });
});

describe('the last ADMIN', () => {
  it('can neither be demoted, deactivated nor erased, not even by two who try at once', async () => {
    const { makeNewsroom } = await import('../kit/newsrooms.js');
    const newsroom = await makeNewsroom(house.database.app);
    const [one, two] = [await house.account('ADMIN', newsroom), await house.account('ADMIN', newsroom)];
    const [first, second] = [await house.enter(one.email), await house.enter(two.email)];
    const answers = await Promise.all([
      first.graphql(ROLE, { id: two.id, role: 'EDITOR' }),
      second.graphql(ROLE, { id: one.id, role: 'EDITOR' }),
    ]);
    expect(answers.filter(({ body }) => body.errors).length).toBe(1);
    const left = answers[0]!.body.errors ? { ...two, desk: second } : { ...one, desk: first };
    (await left.desk.graphql(ROLE, { id: left.id, role: 'VIEWER' })).expectError('CONFLICT');
    (await left.desk.graphql(DEACTIVATE, { id: left.id })).expectError('CONFLICT');
    (await left.desk.graphql(ERASE, { id: left.id })).expectError('CONFLICT');
  });
});

describe('deactivating', () => {
  it('shuts a member out, keys and sessions, until they are reactivated', async () => {
    const member = await house.account('EDITOR');
    const browser = await house.enter(member.email);
    const { deactivateMember } = (await desk.graphql(DEACTIVATE, { id: member.id })).expectData();
    expect(deactivateMember).toMatchObject({ active: false, email: member.email });
    (await browser.graphql(VIEWER)).expectError('UNAUTHENTICATED');
    (await house.app.graphql(VIEWER, {}, member.key)).expectError('UNAUTHENTICATED');
    const page = await house.tryIn(house.browser(), member.email, PASSWORD);
    expect([page.status, page.body.code]).toEqual([403, 'NOT_A_MEMBER']);
    const back = 'mutation ($id: ID!) { reactivateMember(id: $id) { active } }';
    expect((await desk.graphql(back, { id: member.id })).expectData().reactivateMember.active).toBe(true);
    await house.enter(member.email);
  });

  it('is for an ADMIN, of members of their own newsroom', async () => {
    const { makeNewsroom } = await import('../kit/newsrooms.js');
    const stranger = await (await makeNewsroom(house.database.app)).member('EDITOR');
    const member = await house.account('EDITOR');
    const editor = await house.enter(member.email);
    for (const mutation of [DEACTIVATE, ERASE]) {
      (await editor.graphql(mutation, { id: admin.id })).expectError('FORBIDDEN');
      (await editor.graphql(mutation, { id: stranger.id })).expectError('NOT_FOUND');
      (await desk.graphql(mutation, { id: stranger.id })).expectError('NOT_FOUND');
      (await desk.graphql(mutation, { id: 'nonsense' })).expectError('NOT_FOUND');
    }
    (await desk.graphql(ROLE, { id: member.id, role: 'INTEGRATION' })).expectError('BAD_USER_INPUT');
    (await desk.graphql(DEACTIVATE, { id: member.id, to: stranger.id })).expectError('BAD_USER_INPUT');
  });
});

describe('erasing', () => {
  it('leaves nothing of the person, and their id where they worked', async () => {
    const member = await house.account('EDITOR');
    const name = `Person ${/\d+/.exec(member.email)![0]}`;
    const browser = await house.enter(member.email);
    const { eraseMember } = (await desk.graphql(ERASE, { id: member.id })).expectData();
    expect(eraseMember).toMatchObject({ id: member.id, name: 'Erased', active: false, role: 'VIEWER' });
    (await browser.graphql(VIEWER)).expectError('UNAUTHENTICATED');
    const tables = await house.database.owner<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'auth')`,
    );
    for (const { name: table } of tables) {
      const rows = JSON.stringify(await house.database.owner(`select * from ${table}`));
      expect([table, rows.includes(member.email), rows.includes(`"${name}"`)]).toEqual([table, false, false]);
    }
    expect((await house.tryIn(house.browser(), member.email, PASSWORD)).status).toBe(401);
    (await desk.graphql(ERASE, { id: member.id })).expectData();
    (await desk.graphql('mutation ($id: ID!) { reactivateMember(id: $id) { id } }', { id: member.id })).expectError(
      'CONFLICT',
    );
  });
});

describe('settings', () => {
  const UPDATE = `mutation ($input: UpdateNewsroomInput!) { updateNewsroom(input: $input) {
    name publicName logoUrl methodology correctionsPolicy contactEmail contactUrl languages timeZone digits } }`;

  it('are changed one by one, and cleared where they can be', async () => {
    const all = {
      name: 'غرفة الميناء',
      publicName: 'الميناء',
      logoUrl: 'https://harbour.example/logo.svg',
      methodology: 'نقرأ السجلات أولًا.',
      correctionsPolicy: 'نصحّح علنًا.',
      contactEmail: 'desk@harbour.example',
      contactUrl: 'https://harbour.example/contact',
      languages: ['ar', 'fr'],
      timeZone: 'Asia/Riyadh',
      digits: 'ARABIC_INDIC',
    };
    expect((await desk.graphql(UPDATE, { input: all })).expectData().updateNewsroom).toEqual(all);
    const cleared = (await desk.graphql(UPDATE, { input: { logoUrl: null } })).expectData().updateNewsroom;
    expect(cleared).toEqual({ ...all, logoUrl: null });
  });

  it('refuse what cannot be, and who is no ADMIN', async () => {
    const input = {
      ...{ name: ' ', logoUrl: 'javascript:alert(1)', languages: ['ar', 'ar'], timeZone: '+03:00' },
      ...{ methodology: ' ', correctionsPolicy: 'a\u0000', contactEmail: 'nobody', contactUrl: 'http://plain.example' },
    };
    const { extensions } = (await desk.graphql(UPDATE, { input })).expectError('BAD_USER_INPUT');
    expect(Object.keys(extensions.fields!).sort()).toEqual([
      ...['contactEmail', 'contactUrl', 'correctionsPolicy', 'languages'],
      ...['logoUrl', 'methodology', 'name', 'timeZone'],
    ]);
    const editor = await house.enter((await house.account('EDITOR')).email);
    (await editor.graphql(UPDATE, { input: { name: 'Mine' } })).expectError('FORBIDDEN');
  });
});
