import { addReadyArticle, addTasks } from '../kit/row-builders.js';
import { Desk, type Person } from './desk.js';
import * as document from './documents.js';

const { RATIONALE } = document;

/** Every refusal of the contract's table, met by its mutation. */
describe('The refusals of the review', () => {
  let desk: Desk;
  let admin: Person;
  let editor: Person;
  let reviewer: Person;
  let anna: Person;
  let basil: Person;
  let viewer: Person;
  let machine: Person;

  beforeAll(async () => {
    desk = await Desk.start();
    [admin, editor, reviewer] = [await desk.join('ADMIN'), await desk.join('EDITOR'), await desk.join('REVIEWER')];
    [anna, basil, viewer] = [
      await desk.join('FACT_CHECKER'),
      await desk.join('FACT_CHECKER'),
      await desk.join('VIEWER'),
    ];
    machine = await desk.machine();
  });

  afterEach(async () => expect(await desk.findFaults()).toEqual([]));
  afterAll(() => desk.close());

  /** A new OPEN task. */
  const newTask = async () => {
    const [id] = await addTasks(desk.newsroom.handle, await addReadyArticle(desk.newsroom.handle), [{}]);
    return id!;
  };
  const read = async (id: string) => (await admin.ask(document.READ, { id })).reviewTask;
  const evidence = (taskId: string, change: object = {}) => ({
    input: { taskId, note: 'Seen in the register', stance: 'SUPPORTS', ...change },
  });
  const proposal = async (taskId: string, change: object = {}) => ({
    input: { taskId, rating: 'TRUE', rationale: RATIONALE, expectedVersion: (await read(taskId)).version, ...change },
  });
  const decision = async (taskId: string, change: object = {}) => ({
    input: { taskId, expectedVersion: (await read(taskId)).version, ...change },
  });
  /** A task whose verdict `person` has proposed. */
  const inReview = async (person = anna) => {
    const id = await newTask();
    await person.ask(document.TAKE, { id });
    await person.ask(document.ADD_EVIDENCE, evidence(id));
    await person.ask(document.PROPOSE, await proposal(id));
    return id;
  };
  const approved = async () => {
    const id = await inReview();
    await reviewer.ask(document.APPROVE, await decision(id));
    return id;
  };
  const codeOf = async (person: Person, query: string, variables: object) =>
    (await person.failure(query, { ...variables })).extensions.code;

  it('of evidence: role, emptiness, addresses, other people’s pieces, and the time after review', async () => {
    const id = await newTask();
    expect(await codeOf(viewer, document.ADD_EVIDENCE, evidence(id))).toBe('FORBIDDEN');
    expect(await codeOf(machine, document.ADD_EVIDENCE, evidence(id))).toBe('FORBIDDEN');
    for (const change of [
      { note: ' ' },
      { url: 'javascript:alert(1)' },
      { url: 'nowhere' },
      { note: 'a\0b' },
      { note: '\ud800' },
      { protected: true },
      { language: 'Arabic' },
    ]) {
      expect(await codeOf(anna, document.ADD_EVIDENCE, evidence(id, change))).toBe('BAD_USER_INPUT');
    }
    const { addEvidence: piece } = await anna.ask(document.ADD_EVIDENCE, evidence(id));
    const change = { input: { id: piece.id, note: 'Seen twice', stance: 'CONTEXT' } };
    expect(await codeOf(basil, document.UPDATE_EVIDENCE, change)).toBe('FORBIDDEN');
    expect(await codeOf(basil, document.REMOVE_EVIDENCE, { id: piece.id })).toBe('FORBIDDEN');
    expect((await anna.ask(document.UPDATE_EVIDENCE, change)).updateEvidence).toEqual({
      id: piece.id,
      version: 2,
      note: 'Seen twice',
      url: null,
    });
    expect((await editor.ask(document.REMOVE_EVIDENCE, { id: piece.id })).removeEvidence.evidence).toEqual([]);
    expect(await codeOf(editor, document.REMOVE_EVIDENCE, { id: piece.id })).toBe('NOT_FOUND');
    expect(await codeOf(anna, document.ADD_EVIDENCE, evidence(await inReview()))).toBe('INVALID_TRANSITION');
  });

  it('of a proposal: input, version, holder, evidence', async () => {
    const id = await newTask();
    expect(await codeOf(anna, document.PROPOSE, await proposal(id))).toBe('INVALID_TRANSITION');
    await anna.ask(document.TAKE, { id });
    for (const change of [{ rating: 'ACCURATE' }, { rating: 'nonsense' }, { rationale: 'Too short' }]) {
      expect(await codeOf(anna, document.PROPOSE, await proposal(id, change))).toBe('BAD_USER_INPUT');
    }
    expect(await codeOf(anna, document.PROPOSE, await proposal(id))).toBe('INVALID_TRANSITION');
    // Input before version, version before the missing evidence.
    const stale = await proposal(id, { expectedVersion: 1 });
    expect(await codeOf(anna, document.PROPOSE, stale)).toBe('CONFLICT');
    expect(await codeOf(anna, document.PROPOSE, { input: { ...stale.input, rating: 'X' } })).toBe('BAD_USER_INPUT');
    expect((await basil.failure(document.PROPOSE, await proposal(id))).extensions).toMatchObject({
      code: 'CONFLICT',
      holder: anna.id,
    });
    expect(await codeOf(viewer, document.PROPOSE, await proposal(id, { rating: 'X' }))).toBe('FORBIDDEN');
    // No claim needs no evidence.
    const none = await proposal(id, { rating: 'NOT_A_CLAIM' });
    expect((await anna.ask(document.PROPOSE, none)).proposeVerdict.status).toBe('IN_REVIEW');
  });

  it('of a lease that ran out: who held it proposes nothing', async () => {
    const id = await newTask();
    await anna.ask(document.TAKE, { id });
    await anna.ask(document.ADD_EVIDENCE, evidence(id));
    desk.moveOn(46);
    expect(await codeOf(anna, document.PROPOSE, await proposal(id))).toBe('INVALID_TRANSITION');
    await basil.ask(document.TAKE, { id });
    expect(await codeOf(anna, document.PROPOSE, await proposal(id))).toBe('CONFLICT');
  });

  it('of a review: role, own work, and any version of it', async () => {
    const id = await inReview(reviewer);
    expect(await codeOf(basil, document.APPROVE, await decision(id))).toBe('FORBIDDEN');
    expect(await codeOf(reviewer, document.APPROVE, await decision(id))).toBe('FORBIDDEN');
    expect(await codeOf(reviewer, document.APPROVE, await decision(id, { expectedVersion: 1 }))).toBe('CONFLICT');
    expect(await codeOf(editor, document.REQUEST_CHANGES, await decision(id))).toBe('BAD_USER_INPUT');
    expect(await codeOf(editor, document.REQUEST_CHANGES, await decision(id, { comment: '  ' }))).toBe(
      'BAD_USER_INPUT',
    );
    expect(await codeOf(basil, document.WITHDRAW, { id, version: (await read(id)).version })).toBe('FORBIDDEN');
    const { withdrawVerdict } = await reviewer.ask(document.WITHDRAW, { id, version: (await read(id)).version });
    expect(withdrawVerdict).toMatchObject({ status: 'IN_PROGRESS', assignee: { id: reviewer.id }, verdict: null });
    expect(await codeOf(editor, document.APPROVE, await decision(id))).toBe('INVALID_TRANSITION');
    // Somebody else proposes now: who proposed before still may not judge it.
    await editor.ask(document.ASSIGN, { id, memberId: anna.id });
    await anna.ask(document.PROPOSE, await proposal(id));
    expect(await codeOf(reviewer, document.APPROVE, await decision(id))).toBe('FORBIDDEN');
    expect((await editor.ask(document.APPROVE, await decision(id))).approveVerdict.status).toBe('APPROVED');
  });

  it('of publication, dismissal and reopening', async () => {
    const id = await approved();
    expect(await codeOf(reviewer, document.PUBLISH, { id })).toBe('FORBIDDEN');
    expect(await codeOf(editor, document.PUBLISH, { id: await newTask() })).toBe('INVALID_TRANSITION');
    expect(await codeOf(editor, document.PUBLISH, { id, input: { expectedVersion: 1 } })).toBe('CONFLICT');
    expect(await codeOf(editor, document.DISMISS, await decision(id, { reason: 'x' }))).toBe('INVALID_TRANSITION');
    const { reopenTask } = await editor.ask(document.REOPEN, await decision(id, { reason: 'New books' }));
    expect(reopenTask).toMatchObject({ status: 'OPEN', verdict: null, evidence: [{}] });
    expect(await codeOf(reviewer, document.DISMISS, await decision(id, { reason: 'x' }))).toBe('FORBIDDEN');
    expect(await codeOf(editor, document.DISMISS, await decision(id, { reason: ' ' }))).toBe('BAD_USER_INPUT');
    await editor.ask(document.DISMISS, await decision(id, { reason: 'Not ours' }));
    expect(await codeOf(anna, document.TAKE, { id })).toBe('INVALID_TRANSITION');
    expect(await codeOf(anna, document.REOPEN, await decision(id, { reason: 'x' }))).toBe('FORBIDDEN');

    const published = await approved();
    await admin.ask(document.PUBLISH, { id: published });
    expect(await codeOf(admin, document.REOPEN, await decision(published, { reason: 'x' }))).toBe('INVALID_TRANSITION');
    expect(await codeOf(admin, document.PUBLISH, { id: published })).toBe('INVALID_TRANSITION');
  });

  it('of a correction', async () => {
    const id = await approved();
    const { publishFactCheck: factCheck } = await editor.ask(document.PUBLISH, { id });
    const correction = (change: object = {}) => ({
      input: { factCheckId: factCheck.id, class: 'TYPO', publicNote: 'A slip', expectedVersion: 1, ...change },
    });
    expect(await codeOf(reviewer, document.CORRECT, correction())).toBe('FORBIDDEN');
    for (const change of [
      { publicNote: ' ' },
      { class: 'RATING_CHANGED' },
      { class: 'RATING_CHANGED', rating: 'TRUE' },
      { class: 'RATING_CHANGED', rating: 'nonsense' },
      { rating: 'FALSE' },
      { rationale: 'short' },
      { title: ' ' },
      { claimReviewed: 'It is true, this' },
    ]) {
      expect(await codeOf(editor, document.CORRECT, correction(change))).toBe('BAD_USER_INPUT');
    }
    expect(await codeOf(editor, document.CORRECT, correction({ expectedVersion: 2 }))).toBe('CONFLICT');
    expect(await codeOf(editor, document.CORRECT, correction({ factCheckId: id }))).toBe('NOT_FOUND');
    const pending = { id: factCheck.id, version: 1 };
    expect(await codeOf(reviewer, document.APPROVE_CORRECTION, pending)).toBe('INVALID_TRANSITION');
    await editor.ask(document.CORRECT, correction({ title: 'Another title' }));
    expect(await codeOf(anna, document.APPROVE_CORRECTION, pending)).toBe('FORBIDDEN');
    expect(await codeOf(editor, document.APPROVE_CORRECTION, pending)).toBe('FORBIDDEN');
    expect(await codeOf(reviewer, document.REJECT_CORRECTION, { ...pending, comment: '' })).toBe('BAD_USER_INPUT');
    expect(await codeOf(reviewer, document.APPROVE_CORRECTION, { ...pending, version: 3 })).toBe('CONFLICT');
    expect((await reviewer.ask(document.APPROVE_CORRECTION, pending)).approveCorrection).toMatchObject({
      version: 2,
      status: 'CORRECTED',
      title: 'Another title',
    });
  });

  it('is the same for a key of another newsroom: there is nothing', async () => {
    const stranger = await desk.join('ADMIN', await desk.otherNewsroom());
    const id = await approved();
    const { publishFactCheck: factCheck } = await editor.ask(document.PUBLISH, { id });
    const [{ id: evidenceId }] = (await read(id)).evidence;
    for (const [query, variables] of [
      [document.TAKE, { id }],
      [document.ADD_EVIDENCE, evidence(id)],
      [document.REMOVE_EVIDENCE, { id: evidenceId }],
      [document.PUBLISH, { id }],
      [document.SAVE_DRAFT, { input: { taskId: id, rationale: '' } }],
      [document.APPROVE_CORRECTION, { id: factCheck.id, version: 1 }],
    ] as const) {
      expect(await codeOf(stranger, query, variables)).toBe('NOT_FOUND');
    }
    for (const variables of [{ id: factCheck.id }, { slug: factCheck.slug }, { id: 'none' }, { slug: 'a\0' }, {}]) {
      expect((await stranger.ask(document.FACT_CHECK_BY, variables)).factCheck).toBeNull();
    }
    expect((await stranger.ask('query ($id: ID!) { node(id: $id) { id } }', { id: factCheck.id })).node).toBeNull();
  });
});
