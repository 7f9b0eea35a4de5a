import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { DataFolderInUse } from '../../src/platform/embedded-postgres/data-folder-lock.js';
import { readServerNote } from '../../src/platform/embedded-postgres/left-behind-server.js';
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../src/platform/embedded-postgres/start-embedded-postgres.js';
import { temporaryFolder } from '../kit/temporary-folder.js';

let dataDir: string;
let running: EmbeddedPostgres[];
let holders: ChildProcess[];
let messages: string[];

beforeEach(() => {
  dataDir = temporaryFolder();
  [running, holders, messages] = [[], [], []];
});

afterEach(async () => {
  for (const database of running) await database.stop();
  for (const holder of holders) holder.kill('SIGKILL');
  // A server whose holder was killed by a failed test would outlive the run.
  const left = readServerNote(join(dataDir, 'postgres'));
  if (left) process.kill(left.pid, 'SIGKILL');
  rmSync(dataDir, { recursive: true, force: true });
});

async function start(): Promise<EmbeddedPostgres> {
  const database = await startEmbeddedPostgres({ dataDir, log: (line) => messages.push(line) });
  running.push(database);
  return database;
}

/** A process, and group, of its own that holds the database, so that it can be killed. */
async function hold(): Promise<{ holder: ChildProcess; url: string; lines: AsyncIterator<string> }> {
  const words = ['--import', './test/kit/run-typescript.mjs', 'test/platform/hold-database.ts', dataDir];
  const holder = spawn(process.execPath, words, { stdio: ['pipe', 'pipe', 'inherit'], detached: true });
  holders.push(holder);
  const lines = createInterface(holder.stdout as NodeJS.ReadableStream)[Symbol.asyncIterator]();
  const { value, done } = (await lines.next()) as IteratorResult<string, undefined>;
  if (done) throw new Error('the holder ended before its database was up');
  return { holder, url: value, lines };
}

async function kill(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
}

async function query<Row>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as Row[];
  } finally {
    await client.end();
  }
}

const serverPid = () => readServerNote(join(dataDir, 'postgres'))?.pid as number;

it('keeps the data from one start to the next', async () => {
  const first = await start();
  await query(first.url, `create table note as select 'kept' as text`);
  await first.stop();

  const second = await start();
  expect(await query(second.url, 'select text from note')).toEqual([{ text: 'kept' }]);
});

it('finds likeness between Arabic words', async () => {
  const { url } = await start();
  await query(url, 'create extension pg_trgm');
  const [row] = await query<{ likeness: number }>(url, `select similarity('محمد', 'محمود') as likeness`);
  expect(row?.likeness).toBeGreaterThan(0.3);
});

it('listens on the loopback address alone, and lets nobody in without the password', async () => {
  const { url } = await start();
  expect(await query(url, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
  const guess = new URL(url);
  guess.password = 'guess';
  await expect(query(guess.href, 'select 1')).rejects.toThrow('password authentication failed');
  expect(messages.join()).not.toContain(new URL(url).password);
});

it('outlives Ctrl-C in the terminal until the work in hand is drained', async () => {
  const { holder, url, lines } = await hold();
  const server = serverPid();
  const ended = new Promise((resolve) => holder.once('exit', resolve));
  // What a terminal does, and npm after it: the whole group gets the signal, then the process once more.
  process.kill(-(holder.pid as number), 'SIGINT');
  expect((await lines.next()).value).toBe('drains after SIGINT');
  holder.kill('SIGINT');
  expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);
  expect(await ended).toBe(0);
  // The server ended before its parent did; whoever inherits what is left of it in the process table takes a moment.
  await expect(goneWithin(server, 10_000)).resolves.toBe(true);
});

it('refuses a second start in the same folder and says who holds it', async () => {
  const { holder } = await hold();
  await expect(start()).rejects.toThrow(DataFolderInUse);
  await expect(start()).rejects.toThrow(new RegExp(`^Isnad is running already .*\\(process ${holder.pid}\\).*$`));
});

it('starts at once after its process was killed, and ends the server left behind', async () => {
  const { holder, url } = await hold();
  await query(url, `create table note as select 'kept' as text`);
  const left = serverPid();
  await kill(holder);

  const began = Date.now();
  const next = await start();
  expect(Date.now() - began).toBeLessThan(9_000);
  expect(messages).toContain(`ending the PostgreSQL that an earlier run left behind (process ${left})`);
  expect(serverPid()).not.toBe(left);
  expect(await query(next.url, 'select text from note')).toEqual([{ text: 'kept' }]);
});

it('starts after its process and the server were killed together', async () => {
  const { holder, url } = await hold();
  await query(url, `create table note as select 'kept' as text`);
  // Stopped first, the holder cannot collect the server, which stays as a process that has ended.
  holder.kill('SIGSTOP');
  process.kill(serverPid(), 'SIGKILL');
  await kill(holder);

  const next = await start();
  expect(await query(next.url, 'select text from note')).toEqual([{ text: 'kept' }]);
});

it('starts although the number of a killed server belongs to another process now', async () => {
  const { holder } = await hold();
  const note = join(dataDir, 'postgres', 'postmaster.pid');
  process.kill(serverPid(), 'SIGSTOP');
  const content = readFileSync(note, 'utf8');
  holder.kill('SIGSTOP');
  process.kill(serverPid(), 'SIGKILL');
  await kill(holder);
  const { uid, gid } = statSync(join(dataDir, 'postgres'));
  const other = spawn('sleep', ['60'], { uid, gid });
  holders.push(other);
  writeFileSync(note, content.replace(/^\d+/, String(other.pid)));

  const next = await start();
  expect(await query(next.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  expect(other.exitCode).toBeNull();
});

it('starts the server again under the same address when it dies', async () => {
  const { url } = await start();
  await query(url, `create table note as select 'kept' as text`);
  const before = serverPid();
  process.kill(before, 'SIGKILL');
  for (const end = Date.now() + 20_000; Date.now() < end && !messages.includes('PostgreSQL is back');) await sleep(20);

  expect(messages).toEqual(expect.arrayContaining([expect.stringContaining('ended by itself (SIGKILL)')]));
  expect(serverPid()).not.toBe(before);
  expect(await query(url, 'select text from note')).toEqual([{ text: 'kept' }]);
});

it('forgets a folder whose making was interrupted', async () => {
  const { holder } = await hold();
  await kill(holder);
  process.kill(serverPid(), 'SIGKILL');
  rmSync(join(dataDir, 'postgres'), { recursive: true, force: true });
  const draft = join(dataDir, 'postgres.draft');
  writeFileSync(draft, 'half of a cluster');

  const { url } = await start();
  expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);
  expect(statSync(draft, { throwIfNoEntry: false })).toBeUndefined();
});

async function goneWithin(pid: number, ms: number): Promise<boolean> {
  for (const end = Date.now() + ms; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 20))) {
    try {
      process.kill(pid, 0);
    } catch {
      return true;
    }
  }
  return false;
}
