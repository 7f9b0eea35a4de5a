import * as document from '../desk/documents.js';
import * as desk from './mending-desk.js';
import { MendingDesk, spanOf } from './mending-desk.js';

let mending: MendingDesk;
beforeAll(async () => void (mending = await MendingDesk.start()));
afterEach(async () => expect(await mending.desk.findFaults()).toEqual([]));
afterAll(() => mending.desk.close());

it('tells how each was found', async () => {
  const { subject } = await mending.task('QUOTE', 'The warehouses are full');
  expect(subject).toMatchObject({ origin: 'RULES', stage: 'find-quotes', state: 'STANDING' });
  expect(subject.resolution).toEqual({
    mention: { text: expect.any(String) },
    resolvedTo: 'Omar Haddad',
    refused: false,
  });
  expect((await mending.task('CLAIM', '4.1 million')).subject).toMatchObject({ origin: 'RULES', stage: 'find-claims' });
});

it('adds a missed claim with its task, its reasons and its place in the text', async () => {
  const before = await mending.article();
  const span = spanOf('the old customs house is 40 metres high');
  const input = { articleId: mending.articleId, spans: [span], comment: 'Missed' };
  const { addClaim: added } = await mending.editor.ask(desk.ADD_CLAIM, { input });
  expect(added).toMatchObject({
    ...{ kind: 'CLAIM', status: 'OPEN', version: 1 },
    subject: {
      ...{ origin: 'PERSON', stage: null, rule: 'person', state: 'STANDING', speaker: null, stance: 'ASSERTED' },
      ...{ proposition: 'the old customs house is 40 metres high', propositionOrigin: 'RULES', chain: [] },
    },
  });
  expect(added.subject.checkWorthiness).toBeGreaterThan(0.3);
  expect(added.subject.reasons.map(({ name }: { name: string }) => name)).toContain('number');
  expect(added.priority).toBeGreaterThan(30);
  const { progress, claims, status } = await mending.article();
  const { total, prepared } = before.progress;
  expect({ status, progress }).toMatchObject({
    status: 'READY',
    progress: { total: total + 1, prepared: prepared + 1 },
  });
  expect(claims.totalCount).toBe(before.claims.totalCount + 1);
  expect(await mending.events(added.id)).toEqual([
    {
      ...{ action: 'ADD', from: 'PENDING', to: 'OPEN', comment: 'Missed', actor: { id: mending.editor.id } },
      mend: { action: 'ADD', before: null, after: expect.objectContaining({ spans: added.subject.spans }) },
    },
  ]);
});

it('adds a quote with speaker, cue and mention, and a claim that the quote states', async () => {
  const quoted = spanOf('the harbour closed two docks in 2023');
  const { articleId } = mending;
  const speaker = {
    name: 'Omar Haddad',
    kind: 'PERSON',
    mention: { start: spanOf('Omar Haddad said').start, end: spanOf('Omar Haddad said').end - 5 },
  };
  const cue = { start: spanOf('Omar Haddad said').end - 4, end: spanOf('Omar Haddad said').end };
  const { addQuote } = await mending.editor.ask(desk.ADD_QUOTE, {
    input: { articleId, spans: [quoted], speaker, cue },
  });
  expect(addQuote.subject).toMatchObject({
    ...{
      type: 'INDIRECT',
      cue: { text: 'said' },
      speaker: { name: 'Omar Haddad', kind: 'PERSON', mention: { text: 'Omar Haddad' } },
    },
    chain: [{ speaker: { name: 'Omar Haddad' }, cue: { text: 'said' }, stance: 'ASSERTED' }],
  });
  const spans = [spanOf('closed two docks')];
  const input = { articleId, spans, quoteId: addQuote.subject.id, proposition: 'The harbour closed two docks.' };
  const { addClaim } = await mending.editor.ask(desk.ADD_CLAIM, { input });
  expect(addClaim.subject).toMatchObject({
    ...{ quote: { id: addQuote.subject.id }, speaker: { name: 'Omar Haddad' }, propositionOrigin: 'PERSON' },
    chain: [{ speaker: { name: 'Omar Haddad' }, cue: { text: 'said' } }],
  });
  // Found by its speaker like every other.
  const found = await mending.tasks({ speaker: 'haddad' });
  expect(found.map(({ id }) => id)).toEqual(expect.arrayContaining([addQuote.id, addClaim.id]));
});

it('takes marks around the whole for the speaker’s own words', async () => {
  const { articleId, editor } = mending;
  const text = 'On the wall stood: “Closed until 2030.” Nobody came.';
  const id = await mending.desk.submit(mending.checker, { text, language: 'en' });
  const input = { articleId: id, spans: [spanOf('until 2030', text)] };
  expect((await editor.ask(desk.ADD_QUOTE, { input })).addQuote.subject.type).toBe('INDIRECT');
  const whole = { articleId: id, spans: [spanOf('Closed until 2030', text)] };
  const answer = await editor.send(desk.ADD_QUOTE, { input: whole });
  // The rules may have found it before: then the refusal leads to it.
  if (answer.body.errors) expect(answer.body.errors[0]!.extensions).toMatchObject({ code: 'CONFLICT' });
  else expect(answer.expectData().addQuote.subject.type).toBe('DIRECT');
  expect(id).not.toBe(articleId);
});

describe('refuses to add', () => {
  const add = async (input: object, person = mending.editor) =>
    (await person.failure(desk.ADD_QUOTE, { input: { articleId: mending.articleId, ...input } })).extensions;

  it('what is no stretch of the text', async () => {
    const face = desk.TEXT.indexOf('😀');
    for (const [start, end] of [
      [0, 10_000],
      [-1, 5],
      [5, 5],
      [face + 1, face + 9],
      [face - 4, face + 1],
      [face + 2, face + 3],
    ]) {
      expect(await add({ spans: [{ start, end }] })).toMatchObject({
        code: 'BAD_USER_INPUT',
        fields: { spans: expect.any(String) },
      });
    }
    expect(await add({ spans: [] })).toMatchObject({ fields: { spans: expect.stringContaining('at least one') } });
    const span = spanOf('Its bell has not rung');
    expect(await add({ spans: [span], cue: { start: span.start, end: span.start + 3 } })).toMatchObject({
      fields: { spans: 'The spans overlap the cue.' },
    });
    expect(await add({ spans: [span], speaker: { name: ' ', mention: { start: 3, end: 99_999 } } })).toMatchObject({
      fields: { 'speaker.name': 'The speaker.name is blank.', 'speaker.mention': expect.stringContaining('within') },
    });
  });

  it('what is there, with the task that it has', async () => {
    const task = await mending.task('QUOTE', 'The warehouses are full');
    const spans = task.subject.spans.map(({ start, end }: { start: number; end: number }) => ({ start, end }));
    expect(await add({ spans })).toMatchObject({ code: 'CONFLICT', taskId: task.id });
  });

  it('for anybody below EDITOR, for an unknown article, and before the article was read', async () => {
    const spans = [spanOf('Its bell has not rung')];
    expect(await add({ spans }, mending.checker)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await add({ spans }, await mending.desk.machine())).toMatchObject({ code: 'FORBIDDEN' });
    for (const articleId of ['malformed', mending.editor.id]) {
      expect(await add({ articleId, spans })).toMatchObject({ code: 'NOT_FOUND' });
    }
    await mending.desk.database.owner('update articles set extracted_version = null where id = $1', [
      mending.articleId,
    ]);
    expect(await add({ spans })).toMatchObject({ code: 'INVALID_TRANSITION' });
    await mending.desk.database.owner('update articles set extracted_version = 1 where id = $1', [mending.articleId]);
  });
});

describe('re-attributes', () => {
  it('to another speaker, with its claims, as lists and filters then show it', async () => {
    const task = await mending.task('QUOTE', 'We shipped 4.1 million');
    const claim = await mending.task('CLAIM', 'We shipped 4.1 million');
    const speaker = { name: 'A port official', kind: 'PERSON', anonymous: true };
    const mended = await mending.mend(desk.REATTRIBUTE, task, { speaker, withClaims: true, comment: 'See page 2' });
    expect(mended.subject).toMatchObject({
      ...{
        speaker: { name: 'A port official', anonymous: true, mention: null },
        resolution: null,
        rule: task.subject.rule,
      },
      chain: [{ speaker: { name: 'A port official' }, cue: { text: 'told' }, stance: 'ASSERTED' }],
    });
    expect((await mending.read(claim.id)).subject.speaker.name).toBe('A port official');
    const anonymous = (await mending.tasks({ anonymousSpeaker: true })).map(({ id }) => id);
    expect(anonymous.sort()).toEqual([task.id, claim.id].sort());
    const events = await mending.events(task.id);
    expect(events.at(-1)).toMatchObject({
      ...{ action: 'REATTRIBUTE', from: 'OPEN', to: 'OPEN', comment: 'See page 2' },
      mend: { before: { speaker: { name: 'Lena Brandt' } }, after: { speaker: { name: 'A port official' } } },
    });
    expect((await mending.events(claim.id)).at(-1)).toMatchObject({ action: 'REATTRIBUTE' });
  });

  it('to nobody, and is refused where it is so already', async () => {
    const task = await mending.task('CLAIM', '300 jobs');
    const mended = await mending.mend(desk.REATTRIBUTE, task, { speaker: null });
    expect(mended.subject).toMatchObject({ speaker: null, chain: [] });
    expect(await mending.refused(desk.REATTRIBUTE, mended, { speaker: null })).toMatchObject({
      code: 'INVALID_TRANSITION',
    });
  });

  it('refuses the resolution of a mention, once', async () => {
    const task = await mending.task('QUOTE', 'The warehouses are full');
    const mended = await mending.mend(desk.REFUSE_RESOLUTION, task);
    const { mention } = task.subject.speaker;
    expect(mended.subject).toMatchObject({
      speaker: { name: mention.text },
      resolution: { mention, resolvedTo: null, refused: true },
    });
    expect(await mending.refused(desk.REFUSE_RESOLUTION, mended)).toMatchObject({ code: 'INVALID_TRANSITION' });
    const found = await mending.task('CLAIM', '300 jobs');
    expect(await mending.refused(desk.REFUSE_RESOLUTION, found)).toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});

describe('changes', () => {
  it('spans, with text, proposition and worth', async () => {
    const task = (await mending.tasks()).find(({ subject }) => subject.text.startsWith('the old customs house'));
    const spans = [spanOf('The tower'), spanOf('is 40 metres high')];
    const mended = await mending.mend(desk.RESPAN, task, { spans });
    expect(mended.subject).toMatchObject({
      text: 'The tower … is 40 metres high',
      proposition: 'The tower is 40 metres high',
    });
    expect(await mending.refused(desk.RESPAN, mended, { spans })).toMatchObject({ code: 'INVALID_TRANSITION' });
    expect(await mending.refused(desk.RESPAN, task, { spans })).toMatchObject({ code: 'CONFLICT' });
    expect((await mending.tasks({ text: 'the tower' })).map(({ id }) => id)).toContain(task.id);
  });

  it('stance, whose negation the proposition leaves out, and type, each for its own kind', async () => {
    const found = await mending.task('CLAIM', 'Its bell has not rung');
    expect(found.subject.proposition).toContain('not');
    const mended = await mending.mend(desk.RECLASSIFY, found, { stance: 'DENIED' });
    expect(mended.subject.stance).toBe('DENIED');
    if (mended.subject.propositionOrigin === 'RULES') expect(mended.subject.proposition).not.toContain('not');
    expect(mended.priority).toBeGreaterThan(found.priority);
    expect(await mending.refused(desk.RECLASSIFY, mended, { type: 'DIRECT' })).toMatchObject({
      ...{ code: 'BAD_USER_INPUT', fields: { type: expect.any(String) } },
    });
    const quote = await mending.task('QUOTE', 'The warehouses are full');
    expect((await mending.mend(desk.RECLASSIFY, quote, { type: 'MIXED' })).subject.type).toBe('MIXED');
  });

  it('the words of a proposition, for a fact-checker, and they stay when the spans change', async () => {
    const task = await mending.task('CLAIM', 'Its bell has not rung');
    expect(
      await mending.refused(
        desk.RESPAN,
        task,
        { spans: task.subject.spans.map(({ start, end }: { start: number; end: number }) => ({ start, end })) },
        mending.checker,
      ),
    ).toMatchObject({ code: 'FORBIDDEN' });
    const proposition = 'The bell of the customs house has rung since 1951.';
    const worded = await mending.mend(desk.REWORD, task, { proposition }, mending.checker);
    expect(worded.subject).toMatchObject({ proposition, propositionOrigin: 'PERSON' });
    const mended = await mending.mend(desk.RESPAN, worded, { spans: [spanOf('bell has not rung since 1951')] });
    expect(mended.subject).toMatchObject({ proposition, text: 'bell has not rung since 1951' });
    expect(await mending.refused(desk.REWORD, mended, { proposition: ' ' })).toMatchObject({ code: 'BAD_USER_INPUT' });
    const quote = await mending.task('QUOTE', 'The warehouses are full');
    expect(await mending.refused(desk.REWORD, quote, { proposition })).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(quote.allowedActions).not.toContain('REWORD');
  });

  it('nothing under the hand of who holds the task, but for an EDITOR, and then the holder keeps it', async () => {
    const task = await mending
      .task('CLAIM', 'Its bell has not rung')
      .catch(() => mending.task('CLAIM', 'bell has not'));
    await mending.checker.ask(document.TAKE, { id: task.id });
    const held = await mending.read(task.id);
    const other = await mending.desk.join('FACT_CHECKER');
    const proposition = 'The bell rings.';
    expect(await mending.refused(desk.REWORD, held, { proposition }, other)).toMatchObject({
      ...{ code: 'CONFLICT', holder: mending.checker.id },
    });
    const mended = await mending.mend(desk.REWORD, held, { proposition });
    expect(mended).toMatchObject({ status: 'IN_PROGRESS', assignee: { id: mending.checker.id } });
  });
});
