/**
 * One preparation of this folder at a time. The same numbered files as in src/platform/embedded-postgres, where the
 * reasons stand; written once more here because that is among the things which are not built yet. One difference:
 * the lock is also held by the program of a killed preparation that still runs.
 */
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const FOLDER = '.stamps';

export async function lockPreparation() {
  mkdirSync(FOLDER, { recursive: true });
  const holders = [identify(process.pid)];
  let said = false;
  for (;;) {
    const newest = newestNumber();
    const other = readHolders(newest).find(stillRuns);
    if (other) {
      if (!said) console.error(`isnad: waiting for process ${other.pid}, which is preparing this folder`);
      said = true;
      await sleep(100);
      continue;
    }
    const mine = newest + 1;
    if (!place(mine, holders)) continue;
    if (newestNumber() !== mine) {
      rmSync(fileOf(mine), { force: true });
      continue;
    }
    for (const number of numbers()) if (number < mine) rmSync(fileOf(number), { force: true });
    return {
      include(pid) {
        const holder = pid && identify(pid);
        if (!holder) return;
        holders.push(holder);
        write(fileOf(mine), renameSync, holders);
      },
      release: () => write(fileOf(mine), renameSync, []),
    };
  }
}

const fileOf = (number) => join(FOLDER, `lock.${number}`);

const numbers = () =>
  readdirSync(FOLDER)
    .flatMap((name) => /^lock\.(\d+)$/.exec(name)?.[1] ?? [])
    .map(Number);

const newestNumber = () => Math.max(0, ...numbers());

function readHolders(number) {
  try {
    return JSON.parse(readFileSync(fileOf(number), 'utf8'));
  } catch {
    return [];
  }
}

function place(number, holders) {
  try {
    write(fileOf(number), linkSync, holders);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function write(file, put, content) {
  const draft = join(FOLDER, `.draft-${randomUUID()}`);
  writeFileSync(draft, JSON.stringify(content));
  try {
    put(draft, file);
  } finally {
    rmSync(draft, { force: true });
  }
}

const stillRuns = ({ pid, startedAt }) => identify(pid)?.startedAt === startedAt;

function identify(pid) {
  try {
    const line = existsSync('/proc/self/stat')
      ? readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '')
      : execFileSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { encoding: 'utf8', stdio: 'pipe' });
    if (/^[ZX]/.test(line)) return undefined;
    const startedAt = existsSync('/proc/self/stat') ? line.split(' ')[19] : line.replace(/^\S+\s+/, '').trim();
    return { pid, startedAt };
  } catch {
    return undefined;
  }
}
