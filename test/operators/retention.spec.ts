import { RetentionSweeper } from '../../src/jobs/retention-sweeper.js';
import { newId } from '../../src/platform/ids.js';
import { Desk } from '../desk/desk.js';

let desk: Desk;

beforeAll(async () => {
  desk = await Desk.start({ role: 'all' });
});

afterAll(() => desk.close());

const sweep = () => desk.app.nest.get(RetentionSweeper, { strict: false }).sweep();

const addJobs = (state: string, days: number, many = 1) =>
  desk.database.owner(
    `insert into jobs (id, newsroom_id, name, payload, state, created_at, ended_at)
     select gen_random_uuid(), $1, $2, '{}', $3::"JobState", now() - make_interval(days => $4::int + 1),
       now() - make_interval(days => $4::int) from generate_series(1, $5::int)`,
    [desk.newsroom.id, `${state} ${days}`, state, days, many],
  );

const jobs = async () => {
  const rows = await desk.database.owner<{ name: string; n: number }>(
    `select name, count(*)::int as n from jobs where name ~ '^(DONE|FAILED) ' group by name order by name`,
  );
  return Object.fromEntries(rows.map(({ name, n }) => [name, n]));
};

it('deletes done jobs after a week, failed ones after a month, and all of a large heap', async () => {
  await addJobs('DONE', 6);
  await addJobs('DONE', 8, 2_500);
  await addJobs('FAILED', 29);
  await addJobs('FAILED', 31);
  await sweep();
  expect(await jobs()).toEqual({ 'DONE 6': 1, 'FAILED 29': 1 });
});

it('deletes what was told after thirty days, and the answers of a day ago', async () => {
  const { owner } = desk.database;
  const rows = await owner<{ id: string; at: string }>(
    `insert into outgoing_events (id, newsroom_id, type, subject_id, facts, at)
     select gen_random_uuid(), $1, 'article.ready', gen_random_uuid(), '{}', now() - make_interval(days => d)
     from unnest(array[29, 31]) d returning id, at`,
    [desk.newsroom.id],
  );
  await owner(
    `insert into idempotency_keys (newsroom_id, holder, key, request_hash, created_at)
     select $1, 'key:test', h::text, '\\x00', now() - make_interval(hours => h) from unnest(array[23, 25]) h`,
    [desk.newsroom.id],
  );
  await sweep();
  const kept = await owner<{ id: string }>('select id from outgoing_events where id = any($1)', [
    rows.map(({ id }) => id),
  ]);
  const newest = rows.reduce((a, b) => (new Date(a.at) > new Date(b.at) ? a : b));
  expect(kept).toEqual([{ id: newest.id }]);
  expect(await owner(`select key from idempotency_keys where holder = 'key:test'`)).toEqual([{ key: '23' }]);
});

it('deletes sessions and links that have ended, and no others', async () => {
  const { owner } = desk.database;
  const userId = newId();
  await owner(`insert into auth."user" (id, name, email, "emailVerified") values ($1, 'N', $2, true)`, [
    userId,
    `${userId}@paper.example`,
  ]);
  await owner(
    `insert into auth.session ("expiresAt", token, "updatedAt", "ipAddress", "userId")
     select now() + make_interval(hours => h), h::text || $1::text, now(), '192.0.2.1', $1::uuid
     from unnest(array[-1, 1]) h`,
    [userId],
  );
  await owner(
    `insert into auth.verification (identifier, value, "expiresAt")
     select $1::text || h, 'v', now() + make_interval(hours => h) from unnest(array[-1, 1]) h`,
    [userId],
  );
  // Twice, and at once: a row that is gone is not found again.
  await Promise.all([sweep(), sweep()]);
  expect(await owner('select token from auth.session where "userId" = $1', [userId])).toEqual([
    { token: `1${userId}` },
  ]);
  expect(await owner('select identifier from auth.verification where identifier like $1', [`${userId}%`])).toEqual([
    { identifier: `${userId}1` },
  ]);
});
