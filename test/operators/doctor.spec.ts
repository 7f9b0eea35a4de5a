import type { Config } from '../../src/platform/config/config.js';
import { readConfig } from '../../src/platform/config/config.js';
import type { Finding } from '../../src/main/doctor/finding.js';
import { lookAtDatabase } from '../../src/main/doctor/look-at-database.js';
import { lookAtConfiguration, lookAtDisk, lookAtNode } from '../../src/main/doctor/look-at-machine.js';
import { lookAtQueue } from '../../src/main/doctor/look-at-queue.js';
import { emptyDatabase, type FreshDatabase, freshDatabase } from '../kit/fresh-database.js';
import { makeNewsroom } from '../kit/newsrooms.js';
import { hasRedisServer, startRedisServer } from '../kit/redis-server.js';
import { MIGRATIONS } from '../kit/template-database.js';
import { itWhen } from '../kit/when.js';

let database: FreshDatabase;

beforeEach(async () => {
  database = await freshDatabase();
});

afterEach(() => database.drop());

const look = () => lookAtDatabase(database.ownerUrl, MIGRATIONS);
const unwell = (findings: readonly Finding[]) => findings.filter(({ state }) => state !== 'ok');

it('finds nothing wrong with a desk that is well', async () => {
  expect(unwell(await look())).toEqual([]);
});

it('names a table whose row security is off', async () => {
  await database.owner('alter table quotes disable row level security');
  expect(unwell(await look())).toEqual([
    expect.objectContaining({
      subject: 'row security',
      state: 'fault',
      text: expect.stringContaining('quotes') as string,
    }),
  ]);
});

it('tells of jobs that nobody takes, and of those that failed', async () => {
  const { id } = await makeNewsroom(database.app);
  const add = (state: string, age: string) =>
    database.owner(
      `insert into jobs (id, newsroom_id, name, payload, state, created_at)
       values (gen_random_uuid(), $1, 'extract-article', '{}', $2::"JobState", now() - $3::interval)`,
      [id, state, age],
    );
  await add('WAITING', '1 second');
  expect(unwell(await look())).toEqual([]);
  await add('FAILED', '1 hour');
  expect(unwell(await look())).toEqual([expect.objectContaining({ subject: 'jobs', text: '1 waiting, 1 failed' })]);
  await add('WAITING', '1 hour');
  expect(unwell(await look())).toEqual([
    expect.objectContaining({ subject: 'jobs', text: expect.stringMatching(/the oldest for 36\d\d s/) as string }),
  ]);
});

it('tells that migrations are missing', async () => {
  const empty = await emptyDatabase();
  try {
    const findings = await lookAtDatabase(empty.url, MIGRATIONS);
    expect(unwell(findings)).toEqual([expect.objectContaining({ subject: 'migrations', state: 'warning' })]);
  } finally {
    await empty.drop();
  }
});

it('tells that the database cannot be reached', async () => {
  const [finding] = await lookAtDatabase('postgresql://nobody@127.0.0.1:1/none', MIGRATIONS);
  expect(finding).toMatchObject({ subject: 'database', state: 'fault' });
});

it('tells that Redis cannot be reached', async () => {
  expect(await lookAtQueue('redis://127.0.0.1:1')).toMatchObject({ subject: 'queue', state: 'fault' });
});

itWhen(hasRedisServer, 'there is no redis-server on this machine', 'finds a Redis that is there', async () => {
  const redis = await startRedisServer();
  try {
    expect(await lookAtQueue(redis.url)).toMatchObject({ subject: 'queue', state: 'ok' });
  } finally {
    await redis.kill();
  }
});

it.each([
  [{ HOST: '127.0.0.1' }, 'ok'],
  [{ HOST: '0.0.0.0', ISNAD_DEMO: '0' }, 'fault'],
  [{ HOST: '0.0.0.0', ISNAD_PUBLIC_URL: 'https://desk.example' }, 'warning'],
  [{ HOST: '0.0.0.0', ISNAD_DEMO: '0', ISNAD_PUBLIC_URL: 'http://desk.example' }, 'warning'],
  [{ HOST: '0.0.0.0', ISNAD_DEMO: '0', ISNAD_PUBLIC_URL: 'https://desk.example' }, 'ok'],
] as const)('judges variables that must go together: %j is %s', (variables, state) => {
  const config: Config = readConfig(variables);
  expect(lookAtConfiguration(config).map((finding) => finding.state)).toEqual([state]);
});

it('looks at the disk of a folder that is not there yet', async () => {
  expect(await lookAtDisk('/tmp/not/there/yet')).toMatchObject({
    subject: 'disk',
    text: expect.stringContaining('GiB') as string,
  });
  expect(await lookAtDisk('/proc/nothing')).toMatchObject({ subject: 'disk', state: 'fault' });
});

it.each([
  ['18.20.0', 'fault'],
  ['20.18.9', 'fault'],
  ['20.19.0', 'ok'],
  ['22.1.0', 'ok'],
])('judges Node.js %s: %s', (version, state) => {
  expect(lookAtNode(version).state).toBe(state);
});
