import { until } from '../kit/until.js';
import { proposeFor, submitClaims, TEXT } from './claim-in-review.js';
import { Desk, type Person } from './desk.js';
import * as document from './documents.js';

describe('Withdrawing an article', () => {
  let desk: Desk;
  let editor: Person;
  let reviewer: Person;
  let checker: Person;

  beforeAll(async () => {
    desk = await Desk.start();
    [editor, reviewer, checker] = [
      await desk.join('EDITOR'),
      await desk.join('REVIEWER'),
      await desk.join('FACT_CHECKER'),
    ];
  });

  afterEach(async () => expect(await desk.findFaults()).toEqual([]));
  afterAll(() => desk.close());

  const withdraw = (person: Person, id: string, reason = 'The agency took it back.') =>
    person.send(document.WITHDRAW_ARTICLE, { id, reason });
  const tasksOf = async (articleId: string) =>
    (await editor.ask(document.TASKS, { filter: { articleId } })).reviewTasks.nodes as {
      id: string;
      status: string;
      allowedActions: string[];
      version: number;
    }[];

  it('dismisses what is undecided with the reason, keeps what is published, and is taken back', async () => {
    const [articleId, [published, inReview]] = await submitClaims(desk, checker);
    const version = await proposeFor(checker, published!);
    await reviewer.ask(document.APPROVE, { input: { taskId: published, expectedVersion: version } });
    const { publishFactCheck } = await editor.ask(document.PUBLISH, { id: published });
    await proposeFor(checker, inReview!);

    (await withdraw(reviewer, articleId)).expectError('FORBIDDEN');
    (await withdraw(editor, crypto.randomUUID())).expectError('NOT_FOUND');
    expect((await withdraw(editor, articleId, ' ')).expectError('BAD_USER_INPUT').extensions.fields).toHaveProperty(
      'reason',
    );
    const article = (await withdraw(editor, articleId)).expectData().withdrawArticle;
    const { total } = article.progress;
    expect(article).toEqual({
      id: articleId,
      status: 'WITHDRAWN',
      progress: { total, prepared: total, decided: total },
      withdrawal: { reason: 'The agency took it back.', by: { id: editor.id } },
    });
    (await withdraw(editor, articleId)).expectError('INVALID_TRANSITION');
    const tasks = await tasksOf(articleId);
    expect(tasks.filter(({ status }) => status !== 'DISMISSED').map(({ id }) => id)).toEqual([published]);
    expect(tasks.flatMap(({ allowedActions }) => allowedActions).filter((action) => action === 'REOPEN')).toEqual([]);
    const dismissed = tasks.find(({ id }) => id === inReview)!;
    const reopen = { taskId: inReview, reason: 'Still worth it', expectedVersion: dismissed.version };
    expect((await editor.failure(document.REOPEN, { input: reopen })).extensions.code).toBe('INVALID_TRANSITION');
    const events = 'query ($id: ID!) { reviewTask(id: $id) { events(first: 100) { nodes { action comment } } } }';
    expect((await editor.ask(events, { id: inReview })).reviewTask.events.nodes.at(-1)).toEqual({
      ...{ action: 'DISMISS', comment: 'The agency took it back.' },
    });
    expect((await checker.ask('mutation { nextTask { id } }')).nextTask).toBeNull();
    expect((await editor.ask(document.FACT_CHECK_BY, { id: publishFactCheck.id })).factCheck.status).toBe('PUBLISHED');

    const restored = (await editor.ask(document.RESTORE_ARTICLE, { id: articleId })).restoreArticle;
    expect(restored).toEqual({ id: articleId, status: 'READY', withdrawal: null });
    const back = await tasksOf(articleId);
    expect(back.map(({ id, status }) => [id, status])).toEqual(
      tasks.map(({ id }) => [id, id === published ? 'PUBLISHED' : 'OPEN']),
    );
    expect((await editor.failure(document.RESTORE_ARTICLE, { id: articleId })).extensions.code).toBe(
      'INVALID_TRANSITION',
    );
  });

  it('reopens only what the withdrawal itself has dismissed', async () => {
    const [articleId, [first, second]] = await submitClaims(desk, checker, `${TEXT}\nAnna Holt said 90 ships left.`);
    const { version } = (await tasksOf(articleId)).find(({ id }) => id === first)!;
    await editor.ask(document.DISMISS, { input: { taskId: first, reason: 'Not ours', expectedVersion: version } });
    await withdraw(editor, articleId);
    await editor.ask(document.RESTORE_ARTICLE, { id: articleId });
    const after = new Map((await tasksOf(articleId)).map(({ id, status }) => [id, status]));
    expect([after.get(first!), after.get(second!)]).toEqual(['DISMISSED', 'OPEN']);
  });

  it('stops what the queue has not done yet, and goes on with it after the restoration', async () => {
    const submit = 'mutation ($input: SubmitArticleInput!) { submitArticle(input: $input) { article { id } } }';
    const input = { text: `${TEXT}\nThe mill burned 40 tonnes of coal in May, Peter Lind said.`, language: 'en' };
    const { id } = (await checker.ask(submit, { input })).submitArticle.article;
    await withdraw(editor, id);
    const status = async () =>
      (await editor.ask('query ($id: ID!) { article(id: $id) { status } }', { id })).article.status;
    expect(await status()).toBe('WITHDRAWN');
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(await status()).toBe('WITHDRAWN');
    expect((await tasksOf(id)).filter(({ status }) => !['PENDING', 'DISMISSED'].includes(status))).toEqual([]);
    await editor.ask(document.RESTORE_ARTICLE, { id });
    await until('the article is READY', async () => (await status()) === 'READY');
    const tasks = await tasksOf(id);
    expect(tasks.length).toBeGreaterThan(2);
    expect(tasks.filter(({ status }) => status !== 'OPEN')).toEqual([]);
  });
});
