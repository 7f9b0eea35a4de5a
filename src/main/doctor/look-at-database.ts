import pg from 'pg';
import { appliedMigrations, migrationNames } from '../../platform/database/migrate.js';
import { type Finding, fault, ok, warning } from './finding.js';

const OLDEST_POSTGRES = 14;
/** Leases, expiries and the order of events compare the clock of the service with that of the database. */
const TOLERATED_SKEW_MS = 2_000;
const LATE_JOB_SECONDS = 60;

/** The server, its version, the migrations, the clocks, and the jobs that wait. `url` is the owner's. */
export async function lookAtDatabase(url: string, migrationsFolder: string): Promise<Finding[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    return [fault('database', `cannot be reached: ${(error as Error).message}`, 'Check DATABASE_URL and the server')];
  }
  try {
    const migrated = await lookAtMigrations(client, migrationsFolder);
    const findings = [await lookAtServer(client), await lookAtClock(client), migrated];
    if (migrated.state !== 'ok') return findings;
    return [...findings, await lookAtRowSecurity(client), await lookAtJobs(client)];
  } finally {
    await client.end();
  }
}

async function lookAtServer(client: pg.Client): Promise<Finding> {
  const { rows } = await client.query<{ number: string; version: string; encoding: string }>(
    `select current_setting('server_version_num') as number, current_setting('server_version') as version,
       current_setting('server_encoding') as encoding`,
  );
  const { number, version, encoding } = rows[0]!;
  if (Number(number) < OLDEST_POSTGRES * 10_000) {
    return fault('database', `PostgreSQL ${version} is too old`, `Use PostgreSQL ${OLDEST_POSTGRES} or newer`);
  }
  if (encoding !== 'UTF8') {
    return fault(
      'database',
      `its encoding is ${encoding}`,
      "Create it with ENCODING 'UTF8': Arabic cannot be kept otherwise",
    );
  }
  return ok('database', `PostgreSQL ${version}`);
}

async function lookAtClock(client: pg.Client): Promise<Finding> {
  const before = Date.now();
  const { rows } = await client.query<{ now: Date }>('select clock_timestamp() as now');
  const skew = Math.abs(rows[0]!.now.getTime() - (before + Date.now()) / 2);
  const text = `the database's clock is ${(skew / 1_000).toFixed(1)} s off this machine's`;
  if (skew <= TOLERATED_SKEW_MS) return ok('clock', text);
  return fault('clock', text, 'Let both machines take their time from NTP');
}

async function lookAtMigrations(client: pg.Client, folder: string): Promise<Finding> {
  const applied = await appliedMigrations(client);
  const names = migrationNames(folder);
  const unknown = applied.filter((name) => !names.includes(name));
  if (unknown.length > 0) {
    return fault('migrations', `the database is newer than this version (${unknown.at(-1)})`, 'Update Isnad');
  }
  const missing = names.filter((name) => !applied.includes(name));
  if (missing.length === 0) return ok('migrations', 'up to date');
  return warning('migrations', `${missing.length} are missing`, 'Run `isnad migrate`, or start the service');
}

/** Row-level security stops nobody who is above it. */
async function lookAtRowSecurity(client: pg.Client): Promise<Finding> {
  const { rows } = await client.query<{ above: boolean; open: string[] | null }>(`
    select (select rolsuper or rolbypassrls from pg_roles where rolname = 'isnad_app') as above,
      (select array_agg(class.relname::text order by 1) from pg_class class
       join pg_attribute attribute on attribute.attrelid = class.oid and attribute.attname = 'newsroom_id'
       where class.relkind = 'r' and class.relnamespace = 'public'::regnamespace and not class.relrowsecurity) as open`);
  const { above, open } = rows[0]!;
  if (above) return fault('row security', 'isnad_app is above it', 'ALTER ROLE isnad_app NOSUPERUSER NOBYPASSRLS');
  if (open) return fault('row security', `off for ${open.join(', ')}`, 'Restore the policies from prisma/migrations');
  return ok('row security', 'on for every table of a newsroom');
}

async function lookAtJobs(client: pg.Client): Promise<Finding> {
  const { rows } = await client.query<{ waiting: number; oldest: number | null; failed: number }>(`
    select count(*) filter (where state = 'WAITING')::int as waiting,
      extract(epoch from now() - min(created_at) filter (where state = 'WAITING'))::float as oldest,
      count(*) filter (where state = 'FAILED')::int as failed
    from jobs`);
  const { waiting, oldest, failed } = rows[0]!;
  const text = `${waiting} waiting, ${failed} failed`;
  if ((oldest ?? 0) > LATE_JOB_SECONDS) {
    return warning(
      'jobs',
      `${text}; the oldest for ${Math.round(oldest!)} s`,
      'Is a worker running, and its queue there?',
    );
  }
  if (failed > 0) return warning('jobs', text, 'The reason stands in jobs.last_error; `retryArticle` tries again');
  return ok('jobs', text);
}
