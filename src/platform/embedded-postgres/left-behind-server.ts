import { existsSync, readFileSync, statSync, chownSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { commandLineOf, identify, pidIsTaken } from './process-identity.js';

/** The two states of a server's own note in its data folder, `postmaster.pid`. */
export interface ServerNote {
  pid: number;
  ready: boolean;
}

export function readServerNote(cluster: string): ServerNote | undefined {
  try {
    const lines = readFileSync(noteFile(cluster), 'utf8').split('\n');
    const pid = Number(lines[0]);
    return pid > 0 ? { pid, ready: lines[7]?.trim() === 'ready' } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * A process that was killed leaves its server running. It is ended rather than adopted, so that the server is always a
 * child of ours, whose end we learn of at once. The caller holds the lock of the data folder: nobody else uses it.
 */
export async function endLeftBehindServer(cluster: string, log: (line: string) => void): Promise<void> {
  const note = readServerNote(cluster);
  if (!note) return;
  if (serves(note.pid, cluster)) {
    log(`ending the PostgreSQL that an earlier run left behind (process ${note.pid})`);
    await endServer(note.pid);
  }
  if (existsSync(noteFile(cluster)) && pidIsTaken(note.pid)) disownNote(cluster);
}

/** Disconnects the clients and writes everything to disk first; harder only when that takes too long. */
export async function endServer(pid: number): Promise<void> {
  for (const [signal, seconds] of [
    ['SIGINT', 20],
    ['SIGQUIT', 5],
    ['SIGKILL', 5],
  ] as const) {
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    for (const end = Date.now() + seconds * 1000; Date.now() < end; await sleep(5)) {
      if (!identify(pid)) return;
    }
  }
}

const noteFile = (cluster: string) => join(cluster, 'postmaster.pid');

function serves(pid: number, cluster: string): boolean {
  if (!identify(pid)) return false;
  const [program = '', ...rest] = commandLineOf(pid).split(' -D ');
  return basename(program) === 'postgres' && rest.join(' -D ').startsWith(`${cluster} `);
}

/**
 * The note names a pid that is taken, but not by this folder's server: a later process got the number, or the server
 * has ended and its remains are not collected yet. PostgreSQL would refuse to start. It takes its own parent's pid for a
 * leftover, so that is written in its place; the note is not removed, because from its other lines PostgreSQL
 * sees whether processes of the old server still hold its shared memory.
 */
function disownNote(cluster: string): void {
  const file = noteFile(cluster);
  const { uid, gid } = statSync(file);
  const lines = readFileSync(file, 'utf8').split('\n');
  writeFileSync(file, [String(process.pid), ...lines.slice(1)].join('\n'));
  chownSync(file, uid, gid);
}
