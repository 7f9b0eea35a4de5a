import { ArticleReader } from '../../src/jobs/article-reader.js';
import { ExtractArticleHandler } from '../../src/jobs/extract-article.handler.js';
import * as document from '../desk/documents.js';
import { createLog } from '../../src/platform/log.js';
import * as desk from './mending-desk.js';
import { type Data, MendingDesk, spanOf } from './mending-desk.js';

let mending: MendingDesk;
beforeAll(async () => void (mending = await MendingDesk.start()));
afterEach(async () => expect(await mending.desk.findFaults()).toEqual([]));
afterAll(() => mending.desk.close());

/** Sends the same from many people at the same moment; gives what was answered and the codes of what was refused. */
async function allAtOnce(times: number, send: (person: Data) => Promise<{ body: Data }>) {
  const editors = await Promise.all(Array.from({ length: times }, () => mending.desk.join('EDITOR')));
  const answers = await Promise.all(editors.map(send));
  const failed = answers.flatMap(({ body }) => body.errors ?? []);
  return { won: answers.length - failed.length, codes: [...new Set(failed.map(({ extensions }) => extensions.code))] };
}

it('adds one quote although many add it at the same moment', async () => {
  const before = await mending.article();
  const input = { articleId: mending.articleId, spans: [spanOf('the old customs house')] };
  expect(await allAtOnce(6, (person) => person.send(desk.ADD_QUOTE, { input }))).toEqual({
    won: 1,
    codes: ['CONFLICT'],
  });
  const { quotes, progress } = await mending.article();
  expect(quotes.totalCount).toBe(before.quotes.totalCount + 1);
  expect(progress).toMatchObject({ total: before.progress.total + 1, prepared: before.progress.prepared + 1 });
});

it('splits once, merges once and rejects once', async () => {
  const claim = await mending.task('CLAIM', 'Grain exports');
  const parts = [{ spans: [spanOf('Grain exports rose')] }, { spans: [spanOf('by 12 percent')] }];
  const split = { input: { taskId: claim.id, expectedVersion: claim.version, parts } };
  expect(await allAtOnce(5, (person) => person.send(desk.SPLIT, split))).toEqual({ won: 1, codes: ['CONFLICT'] });

  const [a, b] = (await mending.read(claim.id)).replacedBy.map(({ id }: Data) => ({ taskId: id, expectedVersion: 1 }));
  // Each the other way round: locks in one order, so that they wait for each other and not for ever.
  const merges = [
    { ...a, merged: [b] },
    { ...b, merged: [a] },
    { ...a, merged: [b] },
    { ...b, merged: [a] },
  ];
  expect(await allAtOnce(4, (person) => person.send(desk.MERGE, { input: merges.pop()! }))).toEqual({
    ...{ won: 1, codes: ['CONFLICT'] },
  });

  const bell = await mending.task('CLAIM', 'Its bell');
  const reject = { input: { taskId: bell.id, expectedVersion: bell.version, reason: 'No claim' } };
  expect(await allAtOnce(5, (person) => person.send(desk.REJECT, reject))).toEqual({ won: 1, codes: ['CONFLICT'] });
  expect(await mending.events(bell.id)).toHaveLength(2);
});

it('lets one of a mend and a proposal through, and never both for what the other has not seen', async () => {
  const task = await mending.task('CLAIM', '4.1 million');
  await mending.checker.ask(document.ADD_EVIDENCE, { input: { taskId: task.id, note: 'x', stance: 'CONTEXT' } });
  await mending.checker.ask(document.TAKE, { id: task.id });
  const { version: expectedVersion } = await mending.read(task.id);
  const of = { taskId: task.id, expectedVersion };
  const answers = await Promise.all([
    mending.checker.send(document.PROPOSE, { input: { ...of, rating: 'FALSE', rationale: document.RATIONALE } }),
    mending.editor.send(desk.REWORD, { input: { ...of, proposition: 'Something else was shipped.' } }),
  ]);
  const failed = answers.flatMap(({ body }) => body.errors ?? []);
  expect(failed.map(({ extensions }) => extensions.code)).toEqual(['CONFLICT']);
});

it('keeps what people made when the extraction runs again', async () => {
  const before = await mending.tasks();
  const { handle } = mending.desk.newsroom;
  const handler = new ExtractArticleHandler(new ArticleReader(null));
  const run = { newsroom: handle, log: createLog('silent'), finish: async () => undefined };
  await handler.run({ articleId: mending.articleId, versionNumber: 1 }, run);
  // Also where the article's last task had failed and an editor retried it.
  await mending.desk.database.owner(`update articles set status = 'FAILED', failure = 'x' where id = $1`, [
    mending.articleId,
  ]);
  await mending.editor.ask('mutation ($id: ID!) { retryArticle(id: $id) { status } }', { id: mending.articleId });
  await handler.run({ articleId: mending.articleId, versionNumber: 1 }, run);
  expect(await mending.tasks()).toEqual(before);
  expect((await mending.article()).status).toBe('READY');
});
