import { linkSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { identify, stillRuns, type ProcessIdentity } from './process-identity.js';

export class DataFolderInUse extends Error {
  constructor(
    folder: string,
    readonly pid: number,
  ) {
    super(`Isnad is running already with the data folder ${folder} (process ${pid}): stop that one first.`);
  }
}

export interface DataFolderLock {
  release(): void;
}

/**
 * One owner for a data folder at a time. The lock is a numbered file, and only the highest number counts: who finds
 * its owner gone places the next number, which the file system grants to one of several that try. The highest number
 * is never deleted, only marked as free, so a slow process that acts on an old listing sees that it came too late.
 * A plain lock file cannot be taken over safely: between reading that it is stale and removing it, it may be another's.
 */
export function lockDataFolder(folder: string): DataFolderLock {
  const self = identify(process.pid);
  if (!self) throw new Error('This process cannot read its own start time.');
  for (;;) {
    const newest = newestNumber(folder);
    const owner = readOwner(folder, newest);
    if (owner && stillRuns(owner)) throw new DataFolderInUse(folder, owner.pid);
    const mine = newest + 1;
    if (!place(folder, mine, self)) continue;
    if (newestNumber(folder) !== mine) {
      rmSync(lockFile(folder, mine), { force: true });
      continue;
    }
    for (const number of numbers(folder)) {
      if (number < mine) rmSync(lockFile(folder, number), { force: true });
    }
    return { release: () => write(folder, lockFile(folder, mine), renameSync, {}) };
  }
}

const lockFile = (folder: string, number: number) => join(folder, `lock.${number}`);

function numbers(folder: string): number[] {
  return readdirSync(folder)
    .flatMap((name) => /^lock\.(\d+)$/.exec(name)?.[1] ?? [])
    .map(Number);
}

const newestNumber = (folder: string) => Math.max(0, ...numbers(folder));

function readOwner(folder: string, number: number): ProcessIdentity | undefined {
  try {
    const content = JSON.parse(readFileSync(lockFile(folder, number), 'utf8')) as Partial<ProcessIdentity>;
    return content.pid && content.startedAt ? { pid: content.pid, startedAt: content.startedAt } : undefined;
  } catch {
    // Not there, or cut short by a power loss: nobody's.
    return undefined;
  }
}

function place(folder: string, number: number, owner: ProcessIdentity): boolean {
  try {
    write(folder, lockFile(folder, number), linkSync, owner);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** The file appears under its name with its whole content or not at all. */
function write(folder: string, file: string, put: (from: string, to: string) => void, content: object): void {
  const draft = join(folder, `.lock-${randomUUID()}`);
  writeFileSync(draft, JSON.stringify(content));
  try {
    put(draft, file);
  } finally {
    rmSync(draft, { force: true });
  }
}
