import { readFileSync } from 'node:fs';
import { extractArticleJob } from '../../src/articles/extract-article.job.js';
import { ArticleReader } from '../../src/jobs/article-reader.js';
import { ExtractArticleHandler } from '../../src/jobs/extract-article.handler.js';
import type { JobHandler, JobRun } from '../../src/jobs/job-handler.js';
import { HandlerGapError } from '../../src/jobs/job-worker.js';
import { JobsModule } from '../../src/jobs/jobs.module.js';
import { PrepareTaskHandler } from '../../src/jobs/prepare-task.handler.js';
import { systemClock } from '../../src/platform/clock.js';
import { newId } from '../../src/platform/ids.js';
import { prepareTaskJob } from '../../src/tasks/prepare-task.job.js';
import { type FreshDatabase, freshDatabase } from '../kit/fresh-database.js';
import { makeNewsroom, type TestMember, type TestNewsroom } from '../kit/newsrooms.js';
import { overrideProvider } from '../kit/override-provider.js';
import { runJobsUntilIdle } from '../kit/run-jobs-until-idle.js';
import { startApp, type TestApp } from '../kit/start-app.js';
import { until } from '../kit/until.js';

const SAMPLE = readFileSync('samples/sample-ar.txt', 'utf8');

let database: FreshDatabase;
let newsroom: TestNewsroom;
let editor: TestMember;
let app: TestApp | undefined;
let undo: (() => void)[];

beforeEach(async () => {
  [app, undo] = [undefined, []];
  database = await freshDatabase();
  newsroom = await makeNewsroom(database.app);
  editor = await newsroom.member('EDITOR');
});

afterEach(async () => {
  undo.forEach((each) => each());
  await app?.close();
  await database.drop();
});

/** A handler in another's place; its payload is the real one's. */
const override = (token: unknown, useValue: { [Part in keyof JobHandler<never>]?: unknown }) =>
  undo.push(overrideProvider(JobsModule, token, { useValue }));

async function submit(input: object = { text: SAMPLE }): Promise<string> {
  const query = 'mutation ($input: SubmitArticleInput!) { submitArticle(input: $input) { article { id } } }';
  return (await app!.graphql(query, { input }, editor.key)).expectData().submitArticle.article.id;
}

const read = async (id: string) =>
  (
    await app!.graphql(
      `query ($id: ID!) { article(id: $id) { status failure language progress { total prepared decided }
        tasks(first: 100) { totalCount nodes { status priority } } } }`,
      { id },
      editor.key,
    )
  ).expectData().article;

const readUntil = (id: string, status: string, within?: number) =>
  until(`article is ${status}`, async () => ((await read(id)).status === status ? read(id) : null), { within });

it('brings an article from RECEIVED by EXTRACTING to READY, and tells its progress', async () => {
  const prepare = new PrepareTaskHandler(systemClock);
  let open = () => {};
  const gate = new Promise<void>((resolve) => (open = resolve));
  override(PrepareTaskHandler, {
    ...{ definition: prepareTaskJob, giveUp: () => Promise.reject(new Error('not expected')) },
    run: async (payload: never, run: JobRun) => {
      await gate;
      return prepare.run(payload, run);
    },
  });
  app = await startApp(database);
  const id = await submit();
  const extracting = await readUntil(id, 'EXTRACTING').then(() =>
    until('tasks are recorded', async () => ((await read(id)).progress.total ? read(id) : null)),
  );
  const { total } = extracting.progress;
  expect(extracting).toMatchObject({ language: 'ar', progress: { total, prepared: 0, decided: 0 } });
  expect(extracting.tasks.totalCount).toBe(total);
  for (const task of extracting.tasks.nodes) expect(task).toEqual({ status: 'PENDING', priority: 0 });

  open();
  const ready = await readUntil(id, 'READY');
  expect(ready).toMatchObject({ failure: null, progress: { total, prepared: total, decided: 0 } });
  for (const task of ready.tasks.nodes) {
    expect(task).toEqual({ status: 'OPEN', priority: expect.any(Number) });
    expect(task.priority).toBeGreaterThan(0);
  }
});

it('makes an article without quotes and claims READY with total 0', async () => {
  app = await startApp(database);
  const id = await submit({ text: '🙂 1' });
  expect((await readUntil(id, 'READY')).progress).toEqual({ total: 0, prepared: 0, decided: 0 });
});

it('takes the language that was given, and identifies it where none was', async () => {
  app = await startApp(database);
  const [given, identified] = [await submit({ text: `${SAMPLE} `, language: 'fr' }), await submit()];
  await runJobsUntilIdle(database);
  expect((await read(given)).language).toBe('fr');
  expect((await read(identified)).language).toBe('ar');
});

it.each(['extract-article', 'prepare-task'])(
  'tries %s again with growing pauses, gives it up with a reason to act on, and ends well once retried',
  async (name) => {
    const [token, real] =
      name === 'extract-article'
        ? [ExtractArticleHandler, new ExtractArticleHandler(new ArticleReader(null))]
        : [PrepareTaskHandler, new PrepareTaskHandler(systemClock)];
    const tries: number[] = [];
    let broken = true;
    override(token, {
      // Three tries instead of five: the pauses between them add up.
      definition: { ...(real.definition as typeof extractArticleJob), maxFailures: 3 },
      giveUp: real.giveUp.bind(real),
      run: async (payload: never, run: JobRun) => {
        if (!broken || (tries.length > 0 && run.log.bindings().jobId !== failing)) return real.run(payload, run);
        failing = run.log.bindings().jobId as string;
        tries.push(Date.now());
        throw new Error('the dictionary is missing');
      },
    });
    let failing: string | undefined;
    app = await startApp(database);
    const id = await submit();
    const failed = await readUntil(id, 'FAILED', 30_000);
    expect(failed.failure).toMatch(/the dictionary is missing.*Retry the article/);
    expect(tries).toHaveLength(3);
    expect(tries[1]! - tries[0]!).toBeGreaterThan(700);
    expect(tries[2]! - tries[1]!).toBeGreaterThan((tries[1]! - tries[0]!) * 1.3);
    await runJobsUntilIdle(database);
    const [job] = await database.owner('select name, failures, last_error from jobs where state = $1', ['FAILED']);
    expect(job).toEqual({ name, failures: 3, last_error: 'the dictionary is missing' });

    broken = false;
    const retry = 'mutation ($id: ID!) { retryArticle(id: $id) { status failure } }';
    // Pressed twice at the same moment: one starts it again, the other is told that nothing is left to retry.
    const answers = await Promise.all([1, 2].map(() => app!.graphql(retry, { id }, editor.key)));
    const refused = answers.filter(({ body }) => body.errors);
    expect(refused).toHaveLength(1);
    refused[0]!.expectError('INVALID_TRANSITION');
    const ready = await readUntil(id, 'READY', 30_000);
    expect(ready.failure).toBeNull();
    expect(ready.progress.prepared).toBe(ready.progress.total);
    expect(ready.tasks.totalCount).toBe(ready.progress.total);
    const [events] = await database.owner('select count(*)::int as n from task_events');
    expect(events!.n).toBe(ready.progress.total);
  },
  60_000,
);

it('keeps what one run of a job did when another run of it fails afterwards', async () => {
  const real = new ExtractArticleHandler(new ArticleReader(null));
  override(ExtractArticleHandler, {
    ...{ definition: { ...extractArticleJob, maxFailures: 1 }, giveUp: real.giveUp.bind(real) },
    run: async (payload: never, run: JobRun) => {
      await real.run(payload, run);
      throw new Error('too late');
    },
  });
  app = await startApp(database);
  const id = await submit();
  expect((await readUntil(id, 'READY')).failure).toBeNull();
});

it('gives a job up whose payload cannot be read, and goes on with the others', async () => {
  app = await startApp(database);
  const bad = newId();
  await newsroom.handle.transaction(async (tx) => {
    // As a failed try too many, so that the test need not wait for all of them.
    await tx.$executeRaw`insert into jobs (id, newsroom_id, name, payload, failures)
      values (${bad}::uuid, ${newsroom.id}::uuid, 'extract-article', '{"articleId": 7}', 4)`;
  });
  const state = await until('the job is over', async () => {
    const [job] = await database.owner('select state::text, last_error from jobs where id = $1', [bad]);
    return job?.state === 'FAILED' ? job : null;
  });
  expect(state.last_error).toMatch(/payload/);
  await readUntil(await submit(), 'READY');
});

describe('the queue is built anew from the jobs table', () => {
  /** Jobs that were handed to a queue which has lost them since. */
  async function loseQueue(): Promise<string> {
    app = await startApp(database, { role: 'api' });
    const id = await submit();
    await app.close();
    await database.owner(`update jobs set state = 'RELAYED', relayed_at = now() - interval '1 hour'`);
    return id;
  }

  it('at the start', async () => {
    const id = await loseQueue();
    app = await startApp(database);
    await readUntil(id, 'READY', 8_000);
  });

  it('while the service runs', async () => {
    app = await startApp(database);
    await submit();
    await runJobsUntilIdle(database);
    const lost = await newsroom.handle.transaction(async (tx) => {
      const rows = await tx.$queryRaw<{ id: string }[]>`
        update jobs set state = 'RELAYED', relayed_at = now() - interval '1 hour', ended_at = null
        where name = 'extract-article' returning id::text`;
      return rows[0]!.id;
    });
    await until(
      'the lost job is done',
      async () => (await database.owner('select state::text from jobs where id = $1', [lost]))[0]?.state === 'DONE',
      { within: 25_000 },
    );
  }, 40_000);
});

it.each([
  ['no handler', PrepareTaskHandler, extractArticleJob, /prepare-task has 0 handlers|extract-article has 2 handlers/],
  ['a handler of no job', ExtractArticleHandler, { ...extractArticleJob, name: 'make-coffee' }, /has 0 handlers/],
])('does not start with %s', async (_name, token, definition, message) => {
  override(token, { definition });
  await expect(startApp(database)).rejects.toThrow(HandlerGapError);
  await expect(startApp(database)).rejects.toThrow(message);
});
