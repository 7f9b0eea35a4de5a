import { type ChildProcess } from 'node:child_process';
import { accessSync, chmodSync, constants, mkdirSync, realpathSync, renameSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { lockDataFolder } from './data-folder-lock.js';
import { initialiseCluster, readPassword } from './initialise-cluster.js';
import { endLeftBehindServer, endServer } from './left-behind-server.js';
import { findPostgresBinaries } from './postgres-binaries.js';
import { chooseServerAccount, requireReach } from './server-account.js';
import { findFreePort, launchServer, type ServerCommand, ServerDidNotStart } from './server-process.js';

export interface EmbeddedPostgresOptions {
  dataDir: string;
  log: (line: string) => void;
  /** Gives up safety against crashes for speed. For tests, whose data nobody misses. */
  unsafeFast?: boolean;
  settings?: Record<string, string | number>;
}

export interface EmbeddedPostgres {
  /** The database "isnad", as its owner. The same for the whole run, also when the server had to be started again. */
  url: string;
  /** Disconnects every client, ends the server and gives the data folder back. To be called last. */
  stop(): Promise<void>;
}

const RETRY_FOR_MS = 10_000;
const FAST_SETTINGS = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: 200 };

/** Starts PostgreSQL in the data folder, made when missing. Every failure is an Error whose message is one clear line. */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { log, unsafeFast = false } = options;
  const dataDir = prepareDataFolder(options.dataDir);
  const lock = lockDataFolder(dataDir);
  try {
    const cluster = join(dataDir, 'postgres');
    const binaries = findPostgresBinaries();
    const account = chooseServerAccount(cluster);
    if (account.uid !== undefined) chmodSync(dataDir, statSync(dataDir).mode | 0o111);
    for (const file of [...binaries.samples, dataDir]) requireReach(account, file);
    await initialiseCluster({ dataDir, cluster, binaries, account, unsafeFast, log });
    await endLeftBehindServer(cluster, log);
    const logFile = join(dataDir, 'postgres.log');
    keepOneOldLog(logFile);

    const command: ServerCommand = {
      program: binaries.postgres,
      cluster,
      account,
      port: await findFreePort(),
      logFile,
      settings: { ...(unsafeFast ? FAST_SETTINGS : {}), ...options.settings },
    };
    const server = await superviseServer(command, log);
    const url = (database: string) =>
      `postgresql://postgres:${readPassword(cluster)}@127.0.0.1:${command.port}/${database}`;
    try {
      await createDatabase(url('postgres'));
    } catch (error) {
      await server.stop();
      throw error;
    }
    return {
      url: url('isnad'),
      async stop() {
        await server.stop();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

function prepareDataFolder(folder: string): string {
  try {
    mkdirSync(resolve(folder), { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch (error) {
    throw new Error(`The data folder ${resolve(folder)} cannot be written (${(error as NodeJS.ErrnoException).code}).`);
  }
  // The server's command line is compared with this path later: one spelling, whatever links lead here.
  return realpathSync(folder);
}

/** Keeps the server running on its port until it is told to stop. */
async function superviseServer(
  command: ServerCommand,
  log: (line: string) => void,
): Promise<{ stop(): Promise<void> }> {
  let stopping = false;
  let restarting: Promise<void> = Promise.resolve();
  let child = await launchWithRetry(command, () => stopping, true);

  const watch = (process: ChildProcess) => {
    process.once('exit', (code, signal) => {
      if (stopping) return;
      log(`PostgreSQL ended by itself (${signal ?? `code ${code}`}), starting it again`);
      restarting = restart();
    });
  };
  const restart = async () => {
    while (!stopping) {
      try {
        child = await launchWithRetry(command, () => stopping, false);
        watch(child);
        log('PostgreSQL is back');
        return;
      } catch (error) {
        if (!stopping) log(`${(error as Error).message}; trying again`);
        await sleep(1_000);
      }
    }
  };
  watch(child);

  return {
    async stop() {
      stopping = true;
      await restarting;
      if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) await endServer(child.pid);
    },
  };
}

async function launchWithRetry(command: ServerCommand, cancelled: () => boolean, mayMove: boolean) {
  for (const giveUp = Date.now() + RETRY_FOR_MS; ; await sleep(100)) {
    try {
      await endLeftBehindServer(command.cluster, () => {});
      return await launchServer(command);
    } catch (error) {
      const passes = error instanceof ServerDidNotStart && error.passes;
      if (!passes || cancelled() || Date.now() > giveUp) throw error;
      // Before anybody was told the port, another one will do.
      if (mayMove && error.portIsTaken) command.port = await findFreePort();
    }
  }
}

async function createDatabase(adminUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query(`select from pg_database where datname = 'isnad'`);
    if (!rowCount) await client.query('create database isnad');
  } finally {
    await client.end();
  }
}

function keepOneOldLog(logFile: string): void {
  if (statSync(logFile, { throwIfNoEntry: false })) renameSync(logFile, `${logFile}.old`);
}
