import { readFileSync } from 'node:fs';
import type { Viewer } from '../../src/accounts/viewer.js';
import { ArticlesService } from '../../src/articles/articles.service.js';
import { extract } from '../../src/core/extraction/extract.js';
import { ArticleReader } from '../../src/jobs/article-reader.js';
import { ExtractArticleHandler } from '../../src/jobs/extract-article.handler.js';
import { PrepareTaskHandler } from '../../src/jobs/prepare-task.handler.js';
import { systemClock } from '../../src/platform/clock.js';
import { type FreshDatabase, freshDatabase } from '../kit/fresh-database.js';
import { makeNewsroom, type TestNewsroom } from '../kit/newsrooms.js';
import { runHandler } from '../kit/run-handler.js';

const SAMPLE = readFileSync('samples/sample-ar.txt', 'utf8');
const found = extract(SAMPLE);
const taskCount = found.quotes.length + found.claims.length;

const articles = new ArticlesService();
const extractHandler = new ExtractArticleHandler(new ArticleReader(null));
const prepareHandler = new PrepareTaskHandler(systemClock);

let database: FreshDatabase;
let newsroom: TestNewsroom;
let viewer: Viewer;

beforeEach(async () => {
  database = await freshDatabase();
  newsroom = await makeNewsroom(database.app);
  viewer = { newsroom: newsroom.handle, memberId: null, role: 'EDITOR', apiKeyId: 'test' };
});

afterEach(() => database.drop());

const submit = async (text = SAMPLE) => (await articles.submit(viewer, { text })).article.id;
const run = (handler: typeof extractHandler | typeof prepareHandler, times?: number) =>
  runHandler(database, newsroom.handle, handler as typeof extractHandler, times);
const again = (name: string) =>
  database.owner(`update jobs set state = 'RELAYED', ended_at = null where name = $1`, [name]);

const readArticle = async (id: string) => (await database.owner('select * from articles where id = $1', [id]))[0]!;

/** What the pipeline wrote, without what may differ between two runs of the same work. */
async function written() {
  const count = async (table: string) =>
    (await database.owner(`select count(*)::int as n from ${table}`))[0]!.n as number;
  return {
    quotes: await count('quotes'),
    claims: await count('claims'),
    tasks: await count('review_tasks'),
    prepareJobs: (await database.owner(`select count(*)::int as n from jobs where name = 'prepare-task'`))[0]!.n,
    events: await count('task_events'),
    speakers: await database.owner('select name, kind, anonymous from speakers order by name, kind'),
  };
}

it('records what extract finds, a PENDING task and a job for each, and counts them', async () => {
  const id = await submit();
  await run(extractHandler);
  expect(await readArticle(id)).toMatchObject({
    ...{ status: 'EXTRACTING', language: 'ar', extracted_version: 1, tasks_total: taskCount, tasks_prepared: 0 },
  });
  expect(await written()).toMatchObject({
    ...{ quotes: found.quotes.length, claims: found.claims.length },
    ...{ tasks: taskCount, prepareJobs: taskCount, events: 0 },
  });
  const statuses = await database.owner('select distinct status::text, version, priority from review_tasks');
  expect(statuses).toEqual([{ status: 'PENDING', version: 0, priority: 0 }]);
});

it('gives the same when the extraction runs eight times at once, and once more after that', async () => {
  const id = await submit();
  await run(extractHandler, 8);
  const once = await written();
  expect(once).toMatchObject({ tasks: taskCount, prepareJobs: taskCount });
  await again('extract-article');
  await run(extractHandler, 2);
  expect(await written()).toEqual(once);
  expect(await readArticle(id)).toMatchObject({ tasks_total: taskCount, tasks_prepared: 0 });
});

it('gives the same when each task is prepared four times at once, and once more after that', async () => {
  const id = await submit();
  await run(extractHandler);
  expect(await run(prepareHandler, 4)).toBe(taskCount);
  const ready = await readArticle(id);
  expect(ready).toMatchObject({ status: 'READY', tasks_total: taskCount, tasks_prepared: taskCount });
  const tasks = await database.owner('select * from review_tasks order by id');
  expect(tasks.every((task) => task.status === 'OPEN' && task.version === 1 && task.priority > 0)).toBe(true);
  const events = await database.owner('select task_id, number, action from task_events order by task_id');
  expect(events).toEqual(tasks.map(({ id: taskId }) => ({ task_id: taskId, number: 1, action: 'PREPARE' })));

  await again('prepare-task');
  await run(prepareHandler, 2);
  expect(await readArticle(id)).toEqual(ready);
  expect(await database.owner('select * from review_tasks order by id')).toEqual(tasks);
  expect((await written()).events).toBe(taskCount);
});

it('makes an article in which nothing is found READY with total 0', async () => {
  const id = await submit('🙂 1');
  await run(extractHandler, 3);
  expect(await readArticle(id)).toMatchObject({ status: 'READY', tasks_total: 0, tasks_prepared: 0 });
  expect(await written()).toMatchObject({ tasks: 0, prepareJobs: 0 });
});

it.each(['FAILED', 'WITHDRAWN', 'READY'])('leaves an article alone that is %s by now', async (status) => {
  const id = await submit();
  await database.owner(`update articles set status = $2::"ArticleStatus" where id = $1`, [id, status]);
  await run(extractHandler);
  expect(await readArticle(id)).toMatchObject({ status, tasks_total: 0 });
  expect(await written()).toMatchObject({ tasks: 0 });
});

it('opens no task of an article that was withdrawn while they were prepared, and does not make it READY', async () => {
  const id = await submit();
  await run(extractHandler);
  await database.owner(`update articles set status = 'WITHDRAWN' where id = $1`, [id]);
  await run(prepareHandler);
  expect(await readArticle(id)).toMatchObject({ status: 'WITHDRAWN', tasks_prepared: 0 });
});

it('reaches nothing of another newsroom, whatever a payload says', async () => {
  const id = await submit();
  const other = await makeNewsroom(database.app);
  await runHandler(database, other.handle, extractHandler);
  expect(await readArticle(id)).toMatchObject({ status: 'RECEIVED' });
  expect(await written()).toMatchObject({ tasks: 0 });
});

it('retries an article whose last task was opened after it had been given up', async () => {
  const id = await submit();
  await run(extractHandler);
  await run(prepareHandler);
  await database.owner(`update articles set status = 'FAILED', failure = 'gave up' where id = $1`, [id]);
  expect(await articles.retry(viewer, id)).toMatchObject({ status: 'READY', failure: null });
});
