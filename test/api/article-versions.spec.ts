import { ExtractArticleHandler } from '../../src/jobs/extract-article.handler.js';
import { ArticleReader } from '../../src/jobs/article-reader.js';
import { Desk, type Person } from '../desk/desk.js';
import * as document from '../desk/documents.js';
import { runHandler } from '../kit/run-handler.js';
import { until } from '../kit/until.js';

const PORT = '“The northern port lost 300 jobs in 2024,” Omar Haddad said.';
const MILL = 'Sara Nasser said that the mill had paid 2 million dollars for the land in 2023.';
const RAIL = '“The railway cost 900 million euros,” Leila Mansour said.';

const TASKS = `query ($filter: ReviewTaskFilter) { reviewTasks(filter: $filter, first: 100) { nodes {
  id kind status version stale staleSince allowedActions events { nodes { action } }
  subject { ... on Quote { text articleVersion spans { start end text } } ... on Claim { text articleVersion spans { start end text } } } } } }`;
const ARTICLE = `query ($id: ID!) { article(id: $id) { text version status progress { total prepared }
  versions { totalCount nodes { number senderVersion title text hash publishedAt receivedAt sourceUrl difference { kind text } } } } }`;
const CONFIRM = `mutation ($input: ConfirmTaskInput!) { confirmTask(input: $input) { id version stale staleSince } }`;

let desk: Desk;
let checker: Person;
let editor: Person;
let count = 0;

beforeAll(async () => {
  desk = await Desk.start();
  checker = await desk.join('FACT_CHECKER');
  editor = await desk.join('EDITOR');
});

afterEach(async () => expect(await desk.findFaults()).toEqual([]));
afterAll(() => desk.close());

interface Listed {
  readonly id: string;
  readonly kind: string;
  readonly status: string;
  readonly version: number;
  readonly stale: boolean;
  readonly staleSince: number | null;
  readonly allowedActions: string[];
  readonly events: { readonly nodes: { readonly action: string }[] };
  readonly subject: {
    readonly text: string;
    readonly articleVersion: number;
    readonly spans: { readonly start: number; readonly end: number; readonly text: string }[];
  };
}

const tasksOf = async (articleId: string, filter: object = {}): Promise<Listed[]> =>
  (await editor.ask(TASKS, { filter: { articleId, ...filter } })).reviewTasks.nodes;
const begun = async () => {
  const externalId = `versions-${(count += 1)}`;
  const about = { externalId, language: 'en', sourceUrl: `https://news.example/${externalId}` };
  const text = `${externalId}.\n\n${PORT}\n\n${MILL}`;
  const id = await desk.submit(checker, { text, title: 'Before', version: 1, ...about });
  return { id, about, text, tasks: await tasksOf(id) };
};
const quoteIn = (tasks: readonly Listed[], words: string) =>
  tasks.find(({ kind, subject }) => kind === 'QUOTE' && subject.text.includes(words))!;

it('carries what stands unchanged over, marks what is gone, and adds what is new', async () => {
  const { id, about, text, tasks } = await begun();
  const port = quoteIn(tasks, 'northern port');
  const mill = quoteIn(tasks, 'the mill');
  await checker.ask(document.TAKE, { id: port.id });
  await checker.ask(document.ADD_EVIDENCE, { input: { taskId: port.id, note: 'A note', stance: 'REFUTES' } });
  const newer = `A new lead comes first.\n\n${text.replace(MILL, RAIL)}`;
  expect(await desk.submit(checker, { ...about, text: newer, title: 'After', version: 2 })).toBe(id);

  const after = await tasksOf(id);
  expect(quoteIn(after, 'northern port')).toMatchObject({ id: port.id, status: 'IN_PROGRESS', stale: false });
  expect(quoteIn(after, 'the mill')).toMatchObject({
    ...{ id: mill.id, status: 'OPEN', stale: true, staleSince: 2, version: mill.version + 1 },
    subject: { articleVersion: 1 },
  });
  expect(quoteIn(after, 'the mill').events.nodes.map(({ action }) => action)).toEqual(['PREPARE', 'MARK_STALE']);
  expect(quoteIn(after, 'The railway')).toMatchObject({ status: 'OPEN', stale: false });
  for (const { subject } of after) {
    const own = subject.articleVersion === 2 ? newer : text;
    for (const span of subject.spans) expect(own.slice(span.start, span.end)).toBe(span.text);
  }
  expect((await tasksOf(id, { stale: true })).map((task) => task.id)).toContain(mill.id);
  expect((await tasksOf(id, { stale: false })).map((task) => task.id)).toContain(port.id);
  expect((await tasksOf(id)).length).toBe(
    (await tasksOf(id, { stale: true })).length + (await tasksOf(id, { stale: false })).length,
  );

  const { article } = await checker.ask(ARTICLE, { id });
  expect(article).toMatchObject({ text: newer, version: 2, status: 'READY' });
  expect(article.progress).toEqual({ total: after.length, prepared: after.length });
  const [second, first] = article.versions.nodes;
  expect(article.versions.totalCount).toBe(2);
  expect(first).toMatchObject({ number: 1, senderVersion: 1, title: 'Before', text, difference: null });
  expect(second).toMatchObject({ number: 2, title: 'After', text: newer, sourceUrl: about.sourceUrl });
  expect(second.hash).toMatch(/^[0-9a-f]{64}$/);
  const parts = second.difference as { kind: string; text: string }[];
  const without = (kind: string) => parts.filter((part) => part.kind !== kind).map((part) => part.text);
  expect([without('ADDED').join(''), without('REMOVED').join('')]).toEqual([text, newer]);
});

it('lets an editor confirm or dismiss what is stale, and nobody twice', async () => {
  const { id, about, tasks } = await begun();
  await desk.submit(checker, { ...about, text: `Nothing of it is left. ${RAIL} ${about.externalId}` });
  const mill = quoteIn(await tasksOf(id), 'the mill');
  expect(mill.id).toBe(quoteIn(tasks, 'the mill').id);
  expect(mill.allowedActions).toEqual(expect.arrayContaining(['CONFIRM', 'DISMISS']));
  const input = { taskId: mill.id, comment: 'He did say so before.', expectedVersion: mill.version };
  expect((await checker.failure(CONFIRM, { input })).extensions.code).toBe('FORBIDDEN');
  const { confirmTask } = await editor.ask(CONFIRM, { input });
  expect(confirmTask).toEqual({ id: mill.id, version: mill.version + 1, stale: false, staleSince: null });
  const again = { input: { ...input, expectedVersion: mill.version + 1 } };
  expect((await editor.failure(CONFIRM, again)).extensions.code).toBe('INVALID_TRANSITION');
});

it('leaves what is published as it is', async () => {
  const { id, about, tasks } = await begun();
  const reviewer = await desk.join('REVIEWER');
  const claim = tasks.find(({ kind, subject }) => kind === 'CLAIM' && subject.text.includes('port'))!;
  const version = async () => (await checker.ask(document.READ, { id: claim.id })).reviewTask.version;
  await checker.ask(document.TAKE, { id: claim.id });
  await checker.ask(document.ADD_EVIDENCE, { input: { taskId: claim.id, note: 'A note', stance: 'REFUTES' } });
  const proposal = { taskId: claim.id, rating: 'FALSE', rationale: document.RATIONALE, language: 'en' };
  await checker.ask(document.PROPOSE, { input: { ...proposal, expectedVersion: await version() } });
  await reviewer.ask(document.APPROVE, { input: { taskId: claim.id, expectedVersion: await version() } });
  const { publishFactCheck } = await editor.ask(document.PUBLISH, { id: claim.id, input: {} });
  const FACT_CHECK = '{ status version claimReview }';
  const read = async () =>
    (await editor.ask(`query ($id: ID!) { factCheck(id: $id) ${FACT_CHECK} }`, { id: publishFactCheck.id })).factCheck;
  const before = await read();
  await desk.submit(checker, { ...about, text: `${about.externalId} is about something else. ${RAIL}` });
  expect((await tasksOf(id)).find((task) => task.id === claim.id)).toMatchObject({ status: 'PUBLISHED', stale: true });
  expect(await read()).toEqual(before);
});

it('never lets what comes late replace what is newer', async () => {
  const { id, about, text } = await begun();
  const third = `${text}\n\n${RAIL}`;
  await desk.submit(checker, { ...about, text: third, version: 3 });
  const read = async () => (await checker.ask(ARTICLE, { id })).article;
  const newest = await read();
  // A number below, the same again, and without a number a text that it had once.
  for (const late of [{ text: `${text} Late.`, version: 2 }, { text: third, version: 3 }, { text }]) {
    expect(await desk.submit(checker, { ...about, ...late })).toBe(id);
    expect(await read()).toEqual(newest);
  }
  const SUBMIT = 'mutation ($input: SubmitArticleInput!) { submitArticle(input: $input) { article { id } } }';
  const twin = { input: { ...about, text: `${text} Other.`, version: 3 } };
  expect((await checker.failure(SUBMIT, twin)).extensions.code).toBe('CONFLICT');
  const lone = { input: { text: 'A text without an id.', version: 2 } };
  expect((await checker.failure(SUBMIT, lone)).extensions.code).toBe('BAD_USER_INPUT');
  // Said to be newer, an old text is the newest again.
  await desk.submit(checker, { ...about, text, version: 4 });
  expect(await read()).toMatchObject({ text, version: 3 });
});

it('keeps a withdrawn article withdrawn, and extracts what is newest once it is restored', async () => {
  const { id, about, tasks } = await begun();
  await editor.ask('mutation ($id: ID!) { withdrawArticle(id: $id, reason: "Not ours") { id } }', { id });
  const newer = `${PORT} ${RAIL} ${about.externalId}`;
  const { submitArticle } = await checker.ask(
    'mutation ($input: SubmitArticleInput!) { submitArticle(input: $input) { article { status version } } }',
    { input: { ...about, text: newer } },
  );
  expect(submitArticle.article).toEqual({ status: 'WITHDRAWN', version: 2 });
  await editor.ask('mutation ($id: ID!) { restoreArticle(id: $id) { id } }', { id });
  await until('it is READY', async () => (await checker.ask(ARTICLE, { id })).article.status === 'READY');
  const after = await tasksOf(id);
  const port = quoteIn(after, 'northern port');
  expect(port).toMatchObject({ id: quoteIn(tasks, 'northern port').id, status: 'OPEN', stale: false });
  expect(quoteIn(after, 'the mill')).toMatchObject({ status: 'OPEN', stale: true });
  expect(quoteIn(after, 'The railway')).toMatchObject({ status: 'OPEN', stale: false });
});

it('takes a ninjs item with a higher version as an update', async () => {
  const machine = await desk.machine();
  const push = async (version: string, value: string) => {
    const response = await fetch(`${desk.app.url}/intake/articles`, {
      method: 'POST',
      headers: { authorization: `Bearer ${machine.key}`, 'content-type': 'application/json' },
      body: JSON.stringify({ uri: 'urn:news:1', type: 'text', version, language: 'en', bodies: [{ value }] }),
    });
    expect(response.status).toBe(202);
    return (await response.json()) as { id: string; created: boolean };
  };
  const first = await push('1', PORT);
  expect(first.created).toBe(true);
  expect(await push('3', `${PORT} ${RAIL}`)).toMatchObject({ id: first.id, created: false });
  expect(await push('2', `${PORT} ${MILL}`)).toMatchObject({ id: first.id, created: false });
  await until('the newest is READY', async () => {
    const { article } = await checker.ask(ARTICLE, { id: first.id });
    return article.status === 'READY' && article.text.includes('railway') && article.version === 2;
  });
});

it('carries over once, however often its job runs at the same moment', async () => {
  const quiet = await Desk.start({ role: 'api' });
  try {
    const person = await quiet.join('FACT_CHECKER');
    const handler = new ExtractArticleHandler(new ArticleReader(null));
    const run = () => runHandler(quiet.database, quiet.newsroom.handle, handler, 4);
    const submit = (text: string) =>
      person.ask('mutation ($input: SubmitArticleInput!) { submitArticle(input: $input) { created } }', {
        input: { text, externalId: 'once', language: 'en' },
      });
    const written = () =>
      quiet.database.owner('select id, status, version, stale_since, text_position from review_tasks order by id');
    await submit(`${PORT}\n\n${MILL}`);
    await run();
    await submit(`A lead.\n\n${PORT}\n\n${RAIL}`);
    await run();
    const once = await written();
    await quiet.database.owner(`update jobs set state = 'RELAYED', ended_at = null where name = 'extract-article'`);
    await run();
    expect(await written()).toEqual(once);
    expect(once.some((task) => task.stale_since === 2 && task.status === 'OPEN')).toBe(true);
    expect(await quiet.findFaults()).toEqual([]);
  } finally {
    await quiet.close();
  }
});
