import { codeOf } from '../kit/totp-code.js';
import { House, PASSWORD } from './house.js';

const VIEWER = '{ viewer { session { twoFactor } member { email } } }';

let house: House;

beforeAll(async () => {
  house = await House.open();
});

afterAll(() => house.close());

async function withSecondFactor() {
  const { email } = await house.account('EDITOR');
  const browser = await house.enter(email);
  const enabled = await browser.post('/api/auth/two-factor/enable', { password: PASSWORD });
  expect(enabled.status).toBe(200);
  const { totpURI, backupCodes } = enabled.body as { totpURI: string; backupCodes: string[] };
  expect((await browser.post('/api/auth/two-factor/verify-totp', { code: codeOf(totpURI) })).status).toBe(200);
  return { email, browser, totpURI, backupCodes };
}

it('asks for the second factor before there is a session', async () => {
  const { email, browser, totpURI } = await withSecondFactor();
  expect((await browser.graphql(VIEWER)).expectData().viewer.session).toEqual({ twoFactor: true });
  const next = house.browser();
  const first = await house.tryIn(next, email, PASSWORD);
  expect(first.body).toMatchObject({ twoFactorRedirect: true });
  (await next.graphql(VIEWER)).expectError('UNAUTHENTICATED');
  expect((await next.post('/api/auth/two-factor/verify-totp', { code: '000000' })).status).toBe(401);
  (await next.graphql(VIEWER)).expectError('UNAUTHENTICATED');
  expect((await next.post('/api/auth/two-factor/verify-totp', { code: codeOf(totpURI) })).status).toBe(200);
  (await next.graphql(VIEWER)).expectData();
});

it('takes each recovery code once', async () => {
  const { email, backupCodes } = await withSecondFactor();
  const [code] = backupCodes;
  for (const status of [200, 401]) {
    const browser = house.browser();
    await house.tryIn(browser, email, PASSWORD);
    expect((await browser.post('/api/auth/two-factor/verify-backup-code', { code })).status).toBe(status);
  }
});

it('locks an account whose second factor is being guessed', async () => {
  const { email, totpURI } = await withSecondFactor();
  const statuses: number[] = [];
  for (let round = 0; round < 3; round++) {
    const browser = house.browser();
    await house.tryIn(browser, email, PASSWORD);
    for (let i = 0; i < 5; i++) {
      statuses.push((await browser.post('/api/auth/two-factor/verify-totp', { code: '000000' })).status);
    }
  }
  expect(statuses).toContain(429);
  const browser = house.browser();
  await house.tryIn(browser, email, PASSWORD);
  expect((await browser.post('/api/auth/two-factor/verify-totp', { code: codeOf(totpURI) })).status).toBe(429);
});

it('locks an account after ten wrong passwords, the right one included, for every process', async () => {
  const { email } = await house.account('EDITOR');
  const { startApp } = await import('../kit/start-app.js');
  const second = await startApp(house.database, { role: 'api' });
  try {
    const { Browser } = await import('../kit/browser.js');
    const doors = [house.browser(), new Browser(second.url)];
    for (let i = 0; i < 10; i++) expect((await house.tryIn(doors[i % 2]!, email, `wrong ${i}`)).status).toBe(401);
    for (const door of doors) {
      const page = await house.tryIn(door, email, PASSWORD);
      expect([page.status, page.body.code]).toEqual([429, 'RATE_LIMITED']);
      expect(Number(page.headers.get('retry-after'))).toBeGreaterThan(600);
    }
    const other = await house.account('EDITOR');
    await house.enter(other.email);
  } finally {
    await second.close();
  }
});

it('counts attempts on people who do not exist in the same way', async () => {
  const statuses: number[] = [];
  for (let i = 0; i < 11; i++) {
    statuses.push((await house.tryIn(house.browser(), 'nobody@test.invalid', `wrong ${i}`)).status);
  }
  expect(statuses).toEqual([...Array<number>(10).fill(401), 429]);
});

it('shuts out an address that tries one person after another', async () => {
  let last = 0;
  for (let i = 0; i < 60 && last !== 429; i++) {
    last = (await house.tryIn(house.browser(), `person-${i}@test.invalid`, 'wrong password')).status;
  }
  expect(last).toBe(429);
});
