import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { Database } from '../../src/platform/database/database.js';
import { prepareDatabase } from '../../src/platform/database/prepare-database.js';
import { MIGRATIONS, onServer, TEMPLATE, testSecrets, urlOf } from './template-database.js';

/** A database of a test's own, with the service's roles in it. */
export interface FreshDatabase {
  readonly ownerUrl: string;
  /** The service's own login: row-level security holds for it. */
  readonly appUrl: string;
  /** As the service sees the database. */
  readonly app: Database;
  /** As its owner, past row-level security: to look at everything, and to bring about what the service never would. */
  owner<Row extends pg.QueryResultRow = pg.QueryResultRow>(sql: string, values?: unknown[]): Promise<Row[]>;
  drop(): Promise<void>;
}

const serverUrl = (): string => {
  const url = process.env.ISNAD_TEST_POSTGRES_URL;
  if (!url) throw new Error('ISNAD_TEST_POSTGRES_URL is unset: Jest runs with test/kit/start-database.mjs');
  return url;
};

/** A database without anything in it. */
export async function emptyDatabase(): Promise<{ url: string; name: string; drop(): Promise<void> }> {
  return create('');
}

/** A migrated database, and a login of the service for it. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const { url, name, drop } = await create(`template ${TEMPLATE}`);
  // Far from UTC: a time that is read or compared in the server's own zone comes out wrong.
  await onServer(serverUrl(), `alter database ${name} set timezone to 'Asia/Riyadh'`);
  const { appUrl } = await prepareDatabase(url, MIGRATIONS, testSecrets);
  const app = new Database(appUrl);
  const pool = new pg.Pool({ connectionString: url, max: 4 });
  pool.on('error', () => undefined);
  return {
    ownerUrl: url,
    appUrl,
    app,
    owner: async <Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []) =>
      (await pool.query<Row>(sql, values)).rows,
    async drop() {
      await app.close();
      await pool.end();
      await drop();
      // Roles belong to the server, not to the database.
      await onServer(serverUrl(), `drop role if exists ${new URL(appUrl).username}`);
    },
  };
}

async function create(clause: string) {
  const name = `t_${randomBytes(6).toString('hex')}`;
  await onServer(serverUrl(), `create database ${name} ${clause}`);
  return {
    name,
    url: urlOf(serverUrl(), name),
    drop: () => onServer(serverUrl(), `drop database if exists ${name} with (force)`),
  };
}
