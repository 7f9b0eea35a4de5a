import * as document from '../desk/documents.js';
import * as desk from './mending-desk.js';
import { type Data, MendingDesk, spanOf } from './mending-desk.js';

let mending: MendingDesk;
beforeEach(async () => void (mending = await MendingDesk.start()));
afterEach(async () => {
  expect(await mending.desk.findFaults()).toEqual([]);
  await mending.desk.close();
});

const addEvidence = async (task: Data, note: string) => {
  const input = { taskId: task.id, note, stance: 'CONTEXT' };
  await mending.checker.ask(document.ADD_EVIDENCE, { input });
};
const add = async (words: string, kind: 'QUOTE' | 'CLAIM' = 'CLAIM') => {
  const input = { articleId: mending.articleId, spans: [spanOf(words)] };
  const query = kind === 'CLAIM' ? desk.ADD_CLAIM : desk.ADD_QUOTE;
  return Object.values(await mending.editor.ask(query, { input }))[0] as Data;
};
const texts = async (kind: 'quotes' | 'claims') =>
  (await mending.article())[kind].nodes.map(({ text }: Data) => text) as string[];

it('splits a quote in two, each with its task and its claims, and keeps the evidence within reach', async () => {
  const whole = await add(
    'Omar Haddad said the northern port lost 300 jobs in 2024 and the harbour closed two docks',
    'QUOTE',
  );
  const spans = [spanOf('two docks in 2023')];
  const { addClaim } = await mending.editor.ask(desk.ADD_CLAIM, {
    input: { articleId: mending.articleId, spans, quoteId: whole.subject.id },
  });
  await addEvidence(whole, 'The register');
  const task = await mending.read(whole.id);
  const before = (await mending.article()).progress;
  const parts = [
    { spans: [spanOf('the northern port lost 300 jobs in 2024 and')] },
    { spans: [spanOf('the harbour closed two docks')], type: 'DIRECT' },
  ];
  const split = await mending.mend(desk.SPLIT, task, { parts });
  expect(split.task).toMatchObject({
    ...{ status: 'DISMISSED', evidence: [{ note: 'The register' }], subject: { state: 'REPLACED' } },
    replacedBy: split.parts.map(({ id }: Data) => ({ id })),
  });
  expect(split.parts).toMatchObject([
    { status: 'OPEN', replaces: [{ id: task.id }], subject: { type: 'INDIRECT', origin: 'PERSON', claims: [] } },
    { status: 'OPEN', replaces: [{ id: task.id }], subject: { type: 'DIRECT', claims: [{ id: addClaim.subject.id }] } },
  ]);
  expect((await mending.read(addClaim.id)).subject.quote.id).toBe(split.parts[1].subject.id);
  expect((await mending.article()).progress).toEqual({
    ...{ total: before.total + 2, prepared: before.prepared + 2, decided: before.decided + 1 },
  });
  expect(await texts('quotes')).toEqual(expect.arrayContaining(['the harbour closed two docks']));
  expect(await texts('quotes')).not.toContain(whole.subject.text);
  const [event] = (await mending.events(task.id)).slice(-1);
  expect(event).toMatchObject({
    action: 'SPLIT',
    to: 'DISMISSED',
    mend: { after: [{ type: 'INDIRECT' }, { type: 'DIRECT' }] },
  });
});

it('refuses a split that is none', async () => {
  const task = await mending.task('CLAIM', 'Grain exports');
  const one = { spans: [spanOf('Grain exports rose')] };
  for (const parts of [[], [one], [one, one], [one, { ...one, type: 'DIRECT' }], [one, { spans: [] }]]) {
    expect(await mending.refused(desk.SPLIT, task, { parts })).toMatchObject({ code: 'BAD_USER_INPUT' });
  }
  expect(await mending.read(task.id)).toEqual(task);
});

it('merges several into one, with the spans and the evidence of all', async () => {
  const [a, b, c] = [await add('exports rose'), await add('12 percent in'), await add('on Monday')];
  await addEvidence(a, 'one');
  await addEvidence(b, 'two');
  const kept = await mending.read(a.id);
  const merged = (await Promise.all([b, c].map(({ id }) => mending.read(id)))).map(({ id, version }) => ({
    ...{ taskId: id, expectedVersion: version },
  }));
  const before = (await mending.article()).progress;
  const mended = await mending.mend(desk.MERGE, kept, { merged, comment: 'One claim' });
  expect(mended).toMatchObject({ status: 'OPEN', subject: { text: 'exports rose … 12 percent in … on Monday' } });
  expect(mended.evidence.map(({ note }: Data) => note).sort()).toEqual(['one', 'two']);
  expect(mended.replaces.map(({ id }: Data) => id).sort()).toEqual([b.id, c.id].sort());
  expect(await mending.read(b.id)).toMatchObject({
    ...{ status: 'DISMISSED', evidence: [], replacedBy: [{ id: a.id }], subject: { state: 'REPLACED' } },
  });
  expect((await mending.article()).progress).toEqual({ ...before, decided: before.decided + 2 });
  expect((await mending.events(c.id)).at(-1)).toMatchObject({
    action: 'MERGE_INTO',
    comment: 'One claim',
    mend: { after: null },
  });
  expect(await mending.refused(document.REOPEN, await mending.read(b.id), { reason: 'Back' })).toMatchObject({
    code: 'INVALID_TRANSITION',
  });
  // What goes on afterwards rests on the evidence that came along.
  await mending.checker.ask(document.TAKE, { id: a.id });
  const { version } = await mending.read(a.id);
  const input = { taskId: a.id, rating: 'FALSE', rationale: document.RATIONALE, expectedVersion: version };
  await mending.checker.ask(document.PROPOSE, { input });
});

it('makes one span of those that overlap or follow each other, and takes spans that are said', async () => {
  const [a, b] = [await add('exports rose'), await add('rose by 12 percent')];
  const merged = [{ taskId: b.id, expectedVersion: b.version }];
  expect((await mending.mend(desk.MERGE, a, { merged })).subject.text).toBe('exports rose by 12 percent');
  const c = await add('percent in');
  const again = { merged: [{ taskId: c.id, expectedVersion: c.version }], spans: [spanOf('by 12 percent in')] };
  expect((await mending.mend(desk.MERGE, await mending.read(a.id), again)).subject.text).toBe('by 12 percent in');
});

it('refuses to merge what does not belong together, and then leaves all as it was', async () => {
  const a = await add('exports rose');
  const quote = await mending.task('QUOTE', 'The warehouses are full');
  const of = ({ id, version }: Data) => ({ taskId: id, expectedVersion: version });
  const text = 'The old mill made 30 tonnes of flour in 1950.';
  const otherId = await mending.desk.submit(mending.checker, { text, language: 'en' });
  const other = (await mending.tasks({ articleId: otherId }))[0]!;
  const before = await mending.tasks();
  for (const merged of [[], [of(quote)], [of(a)], [of(other)]]) {
    expect(await mending.refused(desk.MERGE, a, { merged })).toMatchObject({ code: 'BAD_USER_INPUT' });
  }
  const b = await mending.task('CLAIM', 'Its bell');
  expect(await mending.refused(desk.MERGE, a, { merged: [{ ...of(b), expectedVersion: 9 }] })).toMatchObject({
    code: 'CONFLICT',
  });
  expect(await mending.refused(desk.MERGE, { ...a, version: 9 }, { merged: [of(b)] })).toMatchObject({
    code: 'CONFLICT',
  });
  expect(await mending.refused(desk.MERGE, a, { merged: [{ taskId: 'x', expectedVersion: 1 }] })).toMatchObject({
    code: 'NOT_FOUND',
  });
  expect(await mending.tasks()).toEqual(before);
});

it('rejects and restores, with the evidence kept', async () => {
  const task = await mending.task('CLAIM', 'Grain exports');
  await addEvidence(task, 'kept');
  expect(await mending.refused(desk.REJECT, await mending.read(task.id), { reason: ' ' })).toMatchObject({
    code: 'BAD_USER_INPUT',
  });
  const rejected = await mending.mend(desk.REJECT, await mending.read(task.id), { reason: 'A heading' });
  expect(rejected).toMatchObject({ status: 'DISMISSED', subject: { state: 'REJECTED' }, allowedActions: ['RESTORE'] });
  expect(await texts('claims')).not.toContain(task.subject.text);
  expect(await mending.refused(document.REOPEN, rejected, { reason: 'x' })).toMatchObject({
    code: 'INVALID_TRANSITION',
  });
  const spans = task.subject.spans.map(({ start, end }: Data) => ({ start, end }));
  const again = await mending.editor.failure(desk.ADD_CLAIM, { input: { articleId: mending.articleId, spans } });
  expect(again).toMatchObject({ message: expect.stringContaining('restore'), extensions: { taskId: task.id } });
  const restored = await mending.mend(desk.RESTORE, rejected);
  expect(restored).toMatchObject({ status: 'OPEN', evidence: [{ note: 'kept' }], subject: { state: 'STANDING' } });
  expect(await texts('claims')).toContain(task.subject.text);
  expect(await mending.refused(desk.RESTORE, restored)).toMatchObject({ code: 'INVALID_TRANSITION' });
  const dismissed = await mending.mend(document.DISMISS, restored, { reason: 'Not for us' });
  expect(await mending.refused(desk.RESTORE, dismissed)).toMatchObject({ code: 'INVALID_TRANSITION' });
});

it('changes nothing that a verdict rates, and says what to do first', async () => {
  const task = await mending.task('CLAIM', 'Grain exports');
  await addEvidence(task, 'one');
  await mending.checker.ask(document.TAKE, { id: task.id });
  const send = async (query: string, input: object, person = mending.checker) => {
    const { version } = await mending.read(task.id);
    await person.ask(query, { input: { taskId: task.id, expectedVersion: version, ...input } });
  };
  await send(document.PROPOSE, { rating: 'FALSE', rationale: document.RATIONALE });
  const attempts = async () => {
    const now = await mending.read(task.id);
    const spans = [spanOf('Grain exports rose')];
    const other = await mending.task('CLAIM', 'Its bell');
    const into = { merged: [{ taskId: task.id, expectedVersion: now.version }] };
    return [
      await mending.refused(desk.RESPAN, now, { spans }),
      await mending.refused(desk.REATTRIBUTE, now, { speaker: { name: 'X' } }),
      await mending.refused(desk.REWORD, now, { proposition: 'Another' }),
      await mending.refused(desk.REJECT, now, { reason: 'No claim' }),
      await mending.refused(desk.SPLIT, now, { parts: [{ spans }, { spans: [spanOf('by 12 percent')] }] }),
      await mending.refused(desk.MERGE, other, into),
    ].map(({ code }) => code);
  };
  const refused = Array.from({ length: 6 }, () => 'INVALID_TRANSITION');
  expect(await attempts()).toEqual(refused);
  await send(document.APPROVE, {}, await mending.desk.join('REVIEWER'));
  expect(await attempts()).toEqual(refused);
  await mending.editor.ask(document.PUBLISH, { id: task.id });
  expect(await attempts()).toEqual(refused);
  expect((await mending.read(task.id)).subject).toEqual(task.subject);
});
