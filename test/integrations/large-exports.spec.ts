import { DEFAULT_RETENTION } from '../../src/platform/config/config.js';
import { get, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { WriteExportHandler } from '../../src/jobs/write-export.handler.js';
import type { NewsroomHandle } from '../../src/platform/database/database.js';
import { createLog } from '../../src/platform/log.js';
import { Person } from '../desk/desk.js';
import { runHandler } from '../kit/run-handler.js';
import { startApp, type TestApp } from '../kit/start-app.js';
import { EXPORT, START } from './export-client.js';
import { type Crowd, measureExport, startCrowd } from './large-exports.js';

const MANY = 6_000;
const MEGABYTE = 1_000_000;

let crowd: Crowd;
let app: TestApp;
let viewer: Person;
let handler: WriteExportHandler;

beforeAll(async () => {
  crowd = await startCrowd(MANY, 2_000);
  // No worker runs: the tests run the jobs, as often and as badly as they like.
  app = await startApp(crowd.database, { role: 'api' });
  const { id, key } = await crowd.newsroom.member('VIEWER');
  viewer = new Person(app.url, id, key);
  handler = new WriteExportHandler(
    { now: () => new Date() },
    { base: app.url } as never,
    {
      retention: DEFAULT_RETENTION,
    } as never,
  );
});

afterAll(async () => {
  await app.close();
  await crowd.database.drop();
});

const start = async (format = 'JSONL'): Promise<string> =>
  (await viewer.ask(START, { input: { kind: 'TASKS', format } })).startExport.id;
const read = async (id: string) => (await viewer.ask(EXPORT, { id })).export;

async function runToEnd(times = 1): Promise<void> {
  while ((await runHandler(crowd.database, crowd.newsroom.handle, handler, times)) > 0);
}

function open(url: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) =>
    get(url, { headers: { authorization: `Bearer ${viewer.key}` } }, resolve).on('error', reject),
  );
}

const idsIn = (text: string): string[] => [...text.matchAll(/"id":"([^"]+)"/g)].map(([, id]) => id!);

it('holds no more in memory for many rows than for few', async () => {
  const { rows, ids, bytes, largest, growth } = await measureExport(crowd);
  expect([rows, ids]).toEqual([MANY, MANY]);
  expect(bytes).toBeGreaterThan(25 * MEGABYTE);
  expect(largest).toBeLessThan(3 * MEGABYTE);
  expect(growth).toBeLessThan(8 * MEGABYTE);
});

it('writes each row once when each job runs three times at once', async () => {
  const id = await start();
  await runToEnd(3);
  const file = await read(id);
  expect(file).toMatchObject({ status: 'READY', rows: MANY, progress: 1 });
  const text = (await buffer(await open(file.url))).toString();
  expect(Buffer.byteLength(text)).toBe(file.bytes);
  const ids = idsIn(text);
  expect([ids.length, new Set(ids).size]).toEqual([MANY, MANY]);
});

it.each(['CSV', 'JSONLD'])('is the same %s after it was interrupted again and again', async (format) => {
  const whole = await start(format);
  await runToEnd();
  const broken = await start(format);
  await crowd.database.owner(
    'update exports set created_at = (select created_at from exports where id = $1) where id = $2',
    [...[whole, broken]],
  );
  // Each run dies in its third transaction, now before and now after it was committed.
  for (let run = 0; run < 4; run++) {
    await expect(runOnce(broken, dyingHandle(crowd.newsroom.handle, run % 2 === 0))).rejects.toThrow('killed');
  }
  expect(await read(broken)).toMatchObject({ status: 'RUNNING' });
  const { progress } = await read(broken);
  expect(progress).toBeGreaterThan(0);
  expect(progress).toBeLessThan(1);
  await runToEnd();
  const [first, second] = [await read(whole), await read(broken)];
  const bytes = await Promise.all([first, second].map(async ({ url }) => buffer(await open(url))));
  expect(bytes[1]!.equals(bytes[0]!)).toBe(true);
});

it('has each row once though rows change while it is written', async () => {
  const id = await start();
  await runOnce(id, crowd.newsroom.handle);
  await crowd.database.owner(`update review_tasks set updated_at = now(), priority = 99, status = 'DISMISSED'
    where text_position % 3 = 0`);
  await runToEnd();
  const ids = idsIn((await buffer(await open((await read(id)).url))).toString());
  expect([ids.length, new Set(ids).size]).toEqual([MANY, MANY]);
});

it('reads no further than its client, and never passes off half a file as a whole one', async () => {
  const id = await start();
  await runToEnd();
  const response = await open((await read(id)).url);
  await new Promise((resolve) => response.once('readable', resolve));
  // The client waits. Had all parts been read by now, it would not matter that the last ones go.
  await crowd.database.owner('delete from export_parts where export_id = $1 and number > 8', [id]);
  await expect(buffer(response)).rejects.toThrow('aborted');
});

it('is refused while five are under way', async () => {
  const ids = await Promise.all(Array.from({ length: 5 }, () => start()));
  const failure = await viewer.failure(START, { input: { kind: 'TASKS', format: 'CSV' } });
  expect(failure.extensions.code).toBe('CONFLICT');
  const { handle, id: newsroomId } = crowd.newsroom;
  await handle.transaction((tx) => handler.giveUp(tx, { exportId: ids[0]! }, newsroomId, new Error('enough')));
  await start();
  await crowd.database.owner(`update exports set status = 'FAILED', failure = 'enough' where status = 'QUEUED'`);
});

it('keeps nothing of a file that was given up', async () => {
  const id = await start();
  await runOnce(id, crowd.newsroom.handle);
  await crowd.newsroom.handle.transaction((tx) =>
    handler.giveUp(tx, { exportId: id }, crowd.newsroom.id, new Error('the disk is full')),
  );
  expect(await read(id)).toMatchObject({
    status: 'FAILED',
    url: null,
    failure: expect.stringContaining('disk is full'),
  });
  expect(await crowd.database.owner('select from export_parts where export_id = $1', [id])).toEqual([]);
  // A run that comes late finds nothing to do.
  await runToEnd();
  expect(await read(id)).toMatchObject({ status: 'FAILED' });
});

const runOnce = (exportId: string, newsroom: NewsroomHandle) =>
  handler.run({ exportId }, { newsroom, log: createLog('silent'), finish: async () => undefined });

/** As a process that is killed in its third transaction. */
function dyingHandle(handle: NewsroomHandle, commits: boolean): NewsroomHandle {
  let count = 0;
  return {
    newsroomId: handle.newsroomId,
    async transaction(work) {
      if (++count < 3) return handle.transaction(work);
      if (commits) await handle.transaction(work);
      await handle.transaction(async (tx) => {
        if (!commits) await work(tx);
        throw new Error('killed');
      });
      throw new Error('killed');
    },
  };
}
