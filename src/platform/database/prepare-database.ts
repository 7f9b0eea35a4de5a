import { createHash } from 'node:crypto';
import { runMigrations } from 'bullmq';
import pg from 'pg';
import type { Secrets } from '../config/secrets.js';
import { migrate } from './migrate.js';

/** "isnae" as a number: BullMQ's schema and the login role are prepared under this advisory lock. */
const PREPARE_LOCK = 0x69_73_6e_61_65;

export interface PreparedDatabase {
  /** URL for the service's work: a login role that is a member of isnad_app and nothing else. */
  readonly appUrl: string;
  readonly appliedMigrations: string[];
}

/**
 * Brings a database up to date: Isnad's migrations, BullMQ's own schema, the login role of this database. Safe to run at
 * every start and by several processes at once. `ownerUrl` may create tables and, the first time, roles.
 */
export async function prepareDatabase(
  ownerUrl: string,
  migrationsFolder: string,
  secrets: Secrets,
): Promise<PreparedDatabase> {
  const appliedMigrations = await migrate(ownerUrl, migrationsFolder);
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [PREPARE_LOCK]);
    await runMigrations(client);
    await grantQueue(client);
    return { appUrl: await prepareLogin(client, ownerUrl, secrets), appliedMigrations };
  } finally {
    await client.end();
  }
}

/** BullMQ numbers the jobs of each queue by a sequence that it creates itself, hence CREATE on its schema. */
async function grantQueue(client: pg.Client): Promise<void> {
  await client.query(`
    grant usage, create on schema bullmq to isnad_app;
    grant all on all tables in schema bullmq to isnad_app;
    grant all on all sequences in schema bullmq to isnad_app;
    grant execute on all functions in schema bullmq to isnad_app`);
}

/**
 * The login role is named after its database: roles belong to the whole server, and two desks on one server must not
 * set each other's password. isnad_app itself, which the policies name, cannot log in.
 */
async function prepareLogin(client: pg.Client, ownerUrl: string, secrets: Secrets): Promise<string> {
  const database = (await client.query<{ name: string }>('select current_database() as name')).rows[0]!.name;
  const login = `isnad_login_${createHash('sha256').update(database).digest('hex').slice(0, 12)}`;
  const known = await client.query('select from pg_roles where rolname = $1', [login]);
  const password = secrets.derive(`database login ${database}`);
  // Name and password are hexadecimal and base64url: nothing in them needs quoting beyond this.
  await client.query(
    `${known.rowCount ? 'alter' : 'create'} role ${login}
     login nosuperuser nobypassrls nocreatedb nocreaterole inherit password '${password}'`,
  );
  await client.query(`grant isnad_app to ${login}`);
  // Prisma reads every timestamptz as if it came in UTC, whatever zone the server's administrator has set.
  await client.query(`alter role ${login} in database ${client.escapeIdentifier(database)} set timezone to 'UTC'`);
  const url = new URL(ownerUrl);
  url.username = login;
  url.password = password;
  return url.toString();
}
