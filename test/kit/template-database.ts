import { join } from 'node:path';
import pg from 'pg';
import { Secrets } from '../../src/platform/config/secrets.js';
import { prepareDatabase } from '../../src/platform/database/prepare-database.js';

export const TEMPLATE = 'isnad_template';
export const MIGRATIONS = join(import.meta.dirname, '../../prisma/migrations');
export const TEST_SECRET = 'a secret for tests alone';
export const testSecrets = new Secrets(TEST_SECRET);

/** Migrates one database for the whole run: a copy of it is ready in a twentieth of a second. */
export async function makeTemplate(serverUrl: string): Promise<void> {
  await onServer(serverUrl, `create database ${TEMPLATE}`);
  await prepareDatabase(urlOf(serverUrl, TEMPLATE), MIGRATIONS, testSecrets);
  // A database that somebody is connected to cannot be copied.
  await onServer(serverUrl, `alter database ${TEMPLATE} is_template true allow_connections false`);
}

/** The same server and credentials, another database. */
export function urlOf(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}

/** Runs statements one by one as the server's owner; most of what is done here cannot stand in a transaction. */
export async function onServer(serverUrl: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
