import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { childEnvironment } from '../config/surroundings.js';

/** One run of one process. The system hands a pid out again, so the moment of its start belongs to it. */
export interface ProcessIdentity {
  pid: number;
  startedAt: string;
}

/** The process that has this pid now; none when it has ended, also while nobody has collected its remains. */
export function identify(pid: number): ProcessIdentity | undefined {
  const startedAt = existsSync('/proc/self/stat') ? startFromProc(pid) : startFromPs(pid);
  return startedAt === undefined ? undefined : { pid, startedAt };
}

export function stillRuns(process: ProcessIdentity): boolean {
  return identify(process.pid)?.startedAt === process.startedAt;
}

/** The pid is taken, be it by another process or by one that has ended and still waits for its parent. */
export function pidIsTaken(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** The words of its command line, joined by spaces; empty when it cannot be read. */
export function commandLineOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return runPs('command=', pid) ?? '';
  }
}

function startFromProc(pid: number): string | undefined {
  let stat: string;
  try {
    stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return undefined;
  }
  // The second field is the program's name in brackets, and may itself hold spaces and brackets.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state, ticksSinceBoot] = [fields[0], fields[19]];
  return state === 'Z' || state === 'X' ? undefined : `${bootId()}/${ticksSinceBoot}`;
}

function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return '';
  }
}

function startFromPs(pid: number): string | undefined {
  const line = runPs('stat=,lstart=', pid)?.trim();
  return !line || line.startsWith('Z') ? undefined : line.replace(/^\S+\s+/, '');
}

function runPs(columns: string, pid: number): string | undefined {
  try {
    return execFileSync('ps', ['-o', columns, '-p', String(pid)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      env: childEnvironment(),
    });
  } catch {
    return undefined;
  }
}
