import { House, PASSWORD } from './house.js';

const VIEWER = '{ viewer { role member { email } newsroom { slug } } }';

let house: House;

beforeAll(async () => {
  house = await House.open();
});

afterAll(() => house.close());

it('signs a member in and lets the cookie speak for them', async () => {
  const { email } = await house.account('REVIEWER');
  const browser = house.browser();
  const page = await house.tryIn(browser, email.toUpperCase(), PASSWORD);
  expect(page.status).toBe(200);
  expect(page.headers.get('cache-control')).toBe('no-store');
  const cookie = page.headers.getSetCookie().find((line) => line.startsWith('isnad.session_token='))!;
  expect(cookie).toMatch(/HttpOnly/i);
  expect(cookie).toMatch(/SameSite=Lax/i);
  expect(cookie).toMatch(/Path=\//i);
  expect(cookie).not.toMatch(/Secure/i);
  const token = /session_token=([^.]+)\./.exec(cookie)![1]!;
  const session = await browser.get('/api/auth/get-session');
  expect(session.body).toMatchObject({ user: { email } });
  for (const { body } of [page, session]) expect(JSON.stringify(body)).not.toContain(token);
  const { viewer } = (await browser.graphql(VIEWER)).expectData();
  expect(viewer).toEqual({ role: 'REVIEWER', member: { email }, newsroom: { slug: house.newsroom.slug } });
});

it('gives a wrong password and an unknown person the same answer', async () => {
  const { email } = await house.account('EDITOR');
  const browser = house.browser();
  const wrong = await house.tryIn(browser, email, 'not the password');
  const unknown = await house.tryIn(browser, 'nobody@test.invalid', 'not the password');
  expect(wrong.status).toBe(401);
  expect([unknown.status, unknown.body]).toEqual([wrong.status, wrong.body]);
  (await browser.graphql(VIEWER)).expectError('UNAUTHENTICATED');
});

it('asks for a reset in the same words, whoever it is for', async () => {
  const { email } = await house.account('EDITOR');
  const browser = house.browser();
  const known = await browser.post('/api/auth/request-password-reset', { email });
  const unknown = await browser.post('/api/auth/request-password-reset', { email: 'nobody@test.invalid' });
  expect([unknown.status, unknown.body]).toEqual([known.status, known.body]);
  expect(known.status).toBe(200);
  await house.linkIn(email);
  expect(house.mailsTo('nobody@test.invalid')).toEqual([]);
});

it('ends the session that signs out, for whoever kept its cookie too', async () => {
  const { email } = await house.account('EDITOR');
  const [browser, other] = [await house.enter(email), await house.enter(email)];
  const kept = browser.copy();
  expect((await browser.post('/api/auth/sign-out')).status).toBe(200);
  (await kept.graphql(VIEWER)).expectError('UNAUTHENTICATED');
  (await other.graphql(VIEWER)).expectData();
});

it('signs out everywhere, or everywhere else', async () => {
  const { email } = await house.account('EDITOR');
  const [first, second, third] = [await house.enter(email), await house.enter(email), await house.enter(email)];
  expect((await first.post('/api/auth/revoke-other-sessions')).status).toBe(200);
  (await first.graphql(VIEWER)).expectData();
  (await second.graphql(VIEWER)).expectError('UNAUTHENTICATED');
  const fourth = await house.enter(email);
  expect((await first.post('/api/auth/revoke-sessions')).status).toBe(200);
  for (const browser of [first, third, fourth]) (await browser.graphql(VIEWER)).expectError('UNAUTHENTICATED');
});

it('changes a password by the link in a mail, once, and ends every session', async () => {
  const { email } = await house.account('EDITOR');
  const before = await house.enter(email);
  const browser = house.browser();
  await browser.post('/api/auth/request-password-reset', { email });
  const token = await house.linkIn(email);
  const short = await browser.post('/api/auth/reset-password', { token, newPassword: 'short' });
  expect([short.status, short.body.code]).toEqual([400, 'PASSWORD_TOO_SHORT']);
  const newPassword = 'another walk by the sea';
  expect((await browser.post('/api/auth/reset-password', { token, newPassword })).status).toBe(200);
  (await before.graphql(VIEWER)).expectError('UNAUTHENTICATED');
  expect((await house.tryIn(browser, email, PASSWORD)).status).toBe(401);
  (await (await house.enter(email, newPassword)).graphql(VIEWER)).expectData();
  const again = await browser.post('/api/auth/reset-password', { token, newPassword: 'a third walk elsewhere' });
  expect([again.status, again.body.code]).toEqual([400, 'INVALID_TOKEN']);
});

it('keeps neither passwords nor links readable in the database', async () => {
  const { email } = await house.account('EDITOR');
  await house.browser().post('/api/auth/request-password-reset', { email });
  const token = await house.linkIn(email);
  const tables = ['auth.account', 'auth.verification', 'auth."user"', 'public.jobs', 'bullmq.job'];
  for (const table of tables.slice(0, 4)) {
    const rows = JSON.stringify(await house.database.owner(`select * from ${table}`));
    expect([table, rows.includes(token), rows.includes(PASSWORD)]).toEqual([table, false, false]);
  }
});

it('changes a password for whoever knows the old one', async () => {
  const { email } = await house.account('EDITOR');
  const browser = await house.enter(email);
  const change = (currentPassword: string) =>
    browser.post('/api/auth/change-password', { currentPassword, newPassword: 'another walk by the sea' });
  expect((await change('not the password')).status).toBe(400);
  expect((await change(PASSWORD)).status).toBe(200);
  await house.enter(email, 'another walk by the sea');
});

it('lets in nobody who belongs nowhere', async () => {
  const user = await house.signIn.ensureUser('stranger@test.invalid', 'Stranger');
  await house.signIn.setPassword(user.id, PASSWORD);
  const page = await house.tryIn(house.browser(), 'stranger@test.invalid', PASSWORD);
  expect([page.status, page.body.code]).toEqual([403, 'NOT_A_MEMBER']);
  expect(page.headers.getSetCookie()).toEqual([]);
});

it('has no route by which people sign up, register a provider or list who is there', async () => {
  const { email } = await house.account('ADMIN');
  const browser = await house.enter(email);
  const closed = ['/sign-up/email', '/update-user', '/delete-user', '/change-email', '/link-social', '/sso/register'];
  for (const path of closed) {
    const page = await browser.post(`/api/auth${path}`, { email: 'a@b.example', password: PASSWORD, name: 'a' });
    expect([path, page.status]).toEqual([path, 404]);
  }
  expect((await browser.get('/api/auth/list-sessions')).status).toBe(404);
});

it('listens to no page of another origin', async () => {
  const { email } = await house.account('EDITOR');
  const browser = await house.enter(email);
  const foreign = browser.copy('https://evil.example');
  (await foreign.graphql(VIEWER)).expectError('FORBIDDEN');
  expect((await foreign.post('/api/auth/sign-out')).status).toBe(403);
  (await browser.graphql(VIEWER)).expectData();
});

it('marks the cookie Secure behind an https address', async () => {
  const { database, newsroom } = house;
  const secure = await (
    await import('../kit/start-app.js')
  ).startApp(database, {
    role: 'api',
    publicUrl: 'https://desk.example',
  });
  try {
    const { email } = await house.account('EDITOR', newsroom);
    const browser = new (await import('../kit/browser.js')).Browser(secure.url, 'https://desk.example');
    const page = await house.tryIn(browser, email, PASSWORD);
    const cookie = page.headers.getSetCookie().find((line) => line.includes('session_token'))!;
    expect(cookie).toMatch(/^__Secure-isnad\.session_token=.*; Secure/i);
    (await browser.graphql(VIEWER)).expectData();
  } finally {
    await secure.close();
  }
});
