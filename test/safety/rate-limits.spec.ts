import { readExposure } from '../../src/platform/config/exposure.js';
import { RateLimiter } from '../../src/platform/limits/rate-limiter.js';
import { tellByPostgres } from '../../src/platform/limits/tell-by-postgres.js';
import { networkOf } from '../../src/main/http/limit-rates.js';
import { type FreshDatabase, freshDatabase } from '../kit/fresh-database.js';
import { makeNewsroom, type TestMember, type TestNewsroom } from '../kit/newsrooms.js';
import { startApp } from '../kit/start-app.js';

let database: FreshDatabase;
let newsroom: TestNewsroom;
let member: TestMember;

beforeAll(async () => {
  database = await freshDatabase();
  newsroom = await makeNewsroom(database.app);
  member = await newsroom.member('EDITOR');
});

afterAll(() => database.drop());

const RATE = { perSecond: 50, burst: 200 };
const VIEWER = '{ viewer { role } }';

it('lets a burst through and then the rate, by any clock', () => {
  let now = 0;
  const limiter = new RateLimiter(
    async () => new Map(),
    () => undefined,
    () => now,
  );
  const passed = (tries: number) =>
    Array.from({ length: tries }, () => limiter.spend('a', RATE)).filter((wait) => wait === 0);
  expect(passed(300)).toHaveLength(200);
  expect(limiter.spend('a', RATE)).toBeGreaterThan(0);
  expect(limiter.spend('b', RATE)).toBe(0);
  now += 1_000;
  expect(passed(300)).toHaveLength(50);
  now += 60_000;
  expect(passed(300)).toHaveLength(200);
});

it('is shared by processes: what one let through counts for the other', async () => {
  const errors: unknown[] = [];
  // Nothing drains meanwhile, so that the numbers are whole.
  const rate = { perSecond: 1e-6, burst: 100 };
  const [one, two] = [0, 1].map(
    () => new RateLimiter(tellByPostgres(database.app.pool), (error) => errors.push(error)),
  ) as [RateLimiter, RateLimiter];
  for (let i = 0; i < 60; i++) expect(one.spend('shared', rate)).toBe(0);
  for (let i = 0; i < 30; i++) expect(two.spend('shared', rate)).toBe(0);
  await Promise.all([one.tell(), two.tell()]);
  expect(two.spend('shared', rate)).toBe(0);
  await two.tell();
  await one.tell();
  const left = Array.from({ length: 100 }, () => two.spend('shared', rate)).filter((wait) => wait === 0).length;
  expect(left).toBeLessThanOrEqual(9);
  expect(errors).toEqual([]);
  const rows = await database.owner<{ subject: string }>('select subject from limits.spent');
  expect(rows.map(({ subject }) => subject).join()).not.toContain('shared');
});

it('goes on alone while the database is away, and tells later what it let through', async () => {
  const told: number[] = [];
  let away = true;
  const limiter = new RateLimiter(
    async (spent) => {
      if (away) throw new Error('away');
      told.push(...spent.map(({ amount }) => amount));
      return new Map();
    },
    () => undefined,
    () => 0,
  );
  for (let i = 0; i < 150; i++) limiter.spend('a', RATE);
  await limiter.tell();
  away = false;
  await limiter.tell();
  expect(told).toEqual([150]);
});

it('costs a quiet client no write', async () => {
  let writes = 0;
  const limiter = new RateLimiter(
    async () => {
      writes += 1;
      return new Map();
    },
    () => undefined,
    () => 0,
  );
  for (let i = 0; i < 19; i++) limiter.spend('quiet', RATE);
  await limiter.tell();
  expect(writes).toBe(0);
});

it('answers RATE_LIMITED with the seconds to wait, and lets the probes and other keys through', async () => {
  const app = await startApp(database, { role: 'api', exposure: { rate: { perSecond: 1, burst: 20 } } });
  const other = await newsroom.member('EDITOR');
  const answers = await Promise.all(Array.from({ length: 30 }, () => app.graphql(VIEWER, {}, member.key)));
  const refused = answers.filter(({ status }) => status === 429);
  expect(answers.length - refused.length).toBeGreaterThanOrEqual(20);
  expect(refused.length).toBeGreaterThanOrEqual(5);
  for (const answer of refused) {
    expect(answer.expectError('RATE_LIMITED').extensions.retryAfter).toBe(Number(answer.headers.get('retry-after')));
    expect(answer.headers.get('retry-after')).toMatch(/^[1-9]\d*$/);
  }
  (await app.graphql(VIEWER, {}, other.key)).expectData();
  expect((await fetch(`${app.url}/health/live`)).status).toBe(200);
  await app.close();
});

it('holds an address to what thirty people may ask, signed in or not', async () => {
  const app = await startApp(database, { role: 'api', exposure: { rate: { perSecond: 0.01, burst: 2 } } });
  const statuses = await Promise.all(Array.from({ length: 100 }, async () => (await app.graphql(VIEWER)).status));
  expect(statuses.filter((status) => status === 401).length).toBeGreaterThanOrEqual(60);
  expect(statuses).toContain(429);
  const page = await fetch(`${app.url}/`);
  expect([page.status, page.headers.get('content-type')]).toEqual([
    429,
    expect.stringContaining('application/problem+json'),
  ]);
  await app.close();
});

it('lets through by default what is promised: bursts of 200 of one key, 60 clients of one address', async () => {
  const app = await startApp(database, { role: 'api', exposure: { rate: readExposure({}, true).rate } });
  const burst = await Promise.all(Array.from({ length: 200 }, () => app.graphql(VIEWER, {}, member.key)));
  expect(burst.filter(({ status }) => status !== 200)).toEqual([]);
  const keys = await Promise.all(Array.from({ length: 60 }, async () => (await newsroom.member('VIEWER')).key));
  const crowd = await Promise.all(keys.flatMap((key) => [1, 2, 3].map(() => app.graphql(VIEWER, {}, key))));
  expect(crowd.filter(({ status }) => status !== 200)).toEqual([]);
  await app.close();
});

it('takes a whole IPv6 network for one address, and a mapped IPv4 address for itself', () => {
  expect(networkOf('2001:db8:1:2:aaaa::1')).toBe(networkOf('2001:db8:1:2:bbbb::2'));
  expect(networkOf('2001:db8:1:3::1')).not.toBe(networkOf('2001:db8:1:2::1'));
  expect(networkOf('::ffff:192.0.2.1')).toBe(networkOf('192.0.2.1'));
  expect(networkOf('192.0.2.1')).not.toBe(networkOf('192.0.2.2'));
});

it('holds for pushed articles as well, and says when to come again', async () => {
  const machine = await newsroom.machine();
  const app = await startApp(database, { role: 'api', exposure: { rate: { perSecond: 1e-3, burst: 3 } } });
  try {
    const push = (i: number) =>
      fetch(`${app.url}/intake/articles`, {
        method: 'POST',
        headers: { authorization: `Bearer ${machine}`, 'content-type': 'text/plain' },
        body: `The mayor said that number ${i} was enough.`,
      });
    for (const i of [1, 2, 3]) expect((await push(i)).status).toBe(202);
    const refused = await push(4);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await refused.json()).toMatchObject({ status: 429, code: 'RATE_LIMITED' });
  } finally {
    await app.close();
  }
});
