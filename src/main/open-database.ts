import { join } from 'node:path';
import type { Config } from '../platform/config/config.js';
import { loadSecrets, type Secrets } from '../platform/config/secrets.js';
import { prepareDatabase } from '../platform/database/prepare-database.js';
import { DataFolderInUse } from '../platform/embedded-postgres/data-folder-lock.js';
import { findRunningServer } from '../platform/embedded-postgres/running-server.js';
import { startEmbeddedPostgres } from '../platform/embedded-postgres/start-embedded-postgres.js';

export const MIGRATIONS = join(import.meta.dirname, '../../prisma/migrations');

export interface OpenDatabase {
  /** For migrations and whatever else only the owner may do. */
  readonly ownerUrl: string;
  /** For the service's work, under the role that obeys row-level security. */
  readonly appUrl: string;
  readonly secrets: Secrets;
  readonly appliedMigrations: readonly string[];
  /** To be called last: stops the embedded server where it was started here. */
  close(): Promise<void>;
}

/** A database server of ours or of the operator's. */
export interface Server {
  /** The owner's. */
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Opens the configured database, migrated. `shareRunning`: an embedded server that another process of this folder runs
 * is used as it stands, for the command line beside a running service; otherwise it is an error of one line.
 */
export async function openDatabase(
  config: Config,
  say: (line: string) => void,
  { shareRunning = false }: { shareRunning?: boolean } = {},
): Promise<OpenDatabase> {
  const server = await openServer(config, say, { shareRunning });
  try {
    const secrets = loadSecrets(config);
    const { appUrl, appliedMigrations } = await prepareDatabase(server.url, MIGRATIONS, secrets);
    for (const name of appliedMigrations) say(`applied migration ${name}`);
    return { ownerUrl: server.url, appUrl, secrets, appliedMigrations, close: () => server.stop() };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** Opens the configured database as it stands, without migrating it. */
export async function openServer(
  config: Config,
  say: (line: string) => void,
  { shareRunning = false }: { shareRunning?: boolean } = {},
): Promise<Server> {
  if (config.databaseUrl) return { url: config.databaseUrl, stop: async () => undefined };
  return openEmbedded(config, say, shareRunning);
}

async function openEmbedded(config: Config, log: (line: string) => void, shareRunning: boolean): Promise<Server> {
  try {
    return await startEmbeddedPostgres({ dataDir: config.dataDir, log });
  } catch (error) {
    if (!shareRunning || !(error instanceof DataFolderInUse)) throw error;
    const url = findRunningServer(config.dataDir);
    if (!url) throw error;
    return { url, stop: async () => undefined };
  }
}
