import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { childEnvironment } from '../config/surroundings.js';
import { readServerNote } from './left-behind-server.js';
import { type ServerAccount } from './server-account.js';

export interface ServerCommand {
  program: string;
  cluster: string;
  account: ServerAccount;
  port: number;
  logFile: string;
  settings: Record<string, string | number>;
}

export class ServerDidNotStart extends Error {
  constructor(
    readonly reason: string,
    logFile: string,
  ) {
    super(`PostgreSQL did not start: ${reason} (its log is ${logFile})`);
  }

  /** Causes that pass by themselves: remains of a killed server, or a port that is being given back. */
  get passes(): boolean {
    return /lock file "postmaster\.pid" already exists|shared memory block|could not bind|could not create any TCP/.test(
      this.reason,
    );
  }

  get portIsTaken(): boolean {
    return /could not bind|could not create any TCP/.test(this.reason);
  }
}

/**
 * Runs the server until it accepts connections. It leads a process group of its own: Ctrl-C in a terminal goes to the
 * whole group, and would end the database under the work that is being drained. Its messages go to a file, not
 * through us, so that it can run on without us until the next start ends it.
 */
export async function launchServer(command: ServerCommand): Promise<ChildProcess> {
  const log = openSync(command.logFile, 'a', 0o600);
  const logStart = statSync(command.logFile).size;
  const child = spawn(command.program, ['-D', command.cluster, ...settingWords(command)], {
    ...command.account,
    cwd: '/',
    detached: true,
    env: childEnvironment(),
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  let failure: string | undefined;
  child.once('error', (error) => (failure = error.message));
  child.once('exit', (code, signal) => (failure = `it ended at once (${signal ?? code})`));
  // No limit of time: replaying the log after a crash takes as long as it takes, and an end is noticed.
  for (;;) {
    if (failure !== undefined) {
      throw new ServerDidNotStart(lastFatalLine(command.logFile, logStart) ?? failure, command.logFile);
    }
    const note = readServerNote(command.cluster);
    if (note?.ready && note.pid === child.pid) return child;
    await sleep(10);
  }
}

/** A port that nobody listens on now. Another process may take it before the server does: the start then tries again. */
export async function findFreePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => probe.once('error', reject).listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No free port was found.');
  return address.port;
}

function settingWords({ port, settings }: ServerCommand): string[] {
  const all = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_checkpoints: 'off',
    // The log names errors, not the statements and values in them: those hold texts and names of people.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    ...settings,
  };
  return Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

function lastFatalLine(logFile: string, from: number): string | undefined {
  const lines = readFileSync(logFile).subarray(from).toString('utf8').split('\n');
  const found = lines.findLast((line) => /(?:FATAL|PANIC|could not bind[^:]*):/.test(line)) ?? lines.findLast(Boolean);
  return found?.replace(/^.*?(?:FATAL|PANIC|LOG):\s*/, '');
}
