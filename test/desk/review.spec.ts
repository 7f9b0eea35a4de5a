import { Desk, type Person } from './desk.js';
import * as document from './documents.js';

const TEXT = `Grain exports rose by 12 percent in 2025, the ministry of trade said on Monday.
"We shipped 4.1 million tonnes through the northern port," minister Lena Brandt told reporters.
"The warehouses are full," said union leader Omar Haddad.
Omar Haddad said the northern port lost 300 jobs in 2024.`;

const { RATIONALE } = document;

describe('An article, from submission to published, corrected and retracted fact-checks', () => {
  let desk: Desk;
  let editor: Person;
  let reviewer: Person;
  let checker: Person;
  let second: Person;
  let articleId: string;
  let claims: { id: string }[];

  beforeAll(async () => {
    desk = await Desk.start({ publicUrl: 'https://desk.example' });
    [editor, reviewer, checker, second] = [
      await desk.join('EDITOR'),
      await desk.join('REVIEWER'),
      await desk.join('FACT_CHECKER'),
      await desk.join('FACT_CHECKER'),
    ];
    const sourceUrl = 'https://www.paper.example/grain';
    articleId = await desk.submit(checker, { text: TEXT, language: 'en', title: 'Grain', sourceUrl });
    const filter = { articleId, kind: 'CLAIM', status: ['OPEN'] };
    claims = (await checker.ask(document.TASKS, { filter })).reviewTasks.nodes;
    expect(claims.length).toBeGreaterThanOrEqual(3);
  });

  afterEach(async () => expect(await desk.findFaults()).toEqual([]));
  afterAll(() => desk.close());

  const read = async (id: string) => (await checker.ask(document.READ, { id })).reviewTask;
  const versionOf = async (taskId: string) => (await read(taskId)).version as number;
  const addEvidence = async (taskId: string) => {
    const input = { taskId, url: 'https://port.example/register', note: 'Page 4', stance: 'REFUTES' };
    return (await checker.ask(document.ADD_EVIDENCE, { input })).addEvidence;
  };
  const propose = async (taskId: string, rating = 'FALSE') => {
    const input = { taskId, rating, rationale: RATIONALE, expectedVersion: await versionOf(taskId) };
    return (await checker.ask(document.PROPOSE, { input })).proposeVerdict;
  };
  const approve = async (taskId: string) =>
    (await reviewer.ask(document.APPROVE, { input: { taskId, expectedVersion: await versionOf(taskId) } }))
      .approveVerdict;

  it('goes from a claim to a correction', async () => {
    const { id } = claims[0]!;
    const start = await versionOf(id);
    await checker.ask(document.TAKE, { id });
    const draft = { taskId: id, rationale: 'So far', rating: 'FALSE' };
    expect((await checker.ask(document.SAVE_DRAFT, { input: draft })).saveVerdictDraft).toEqual({
      version: start + 1,
      verdictDraft: { rating: 'FALSE', rationale: 'So far' },
    });
    expect((await addEvidence(id)).task.version).toBe(start + 2);
    expect(await propose(id)).toMatchObject({
      status: 'IN_REVIEW',
      version: start + 3,
      assignee: null,
      verdict: { rating: 'FALSE', status: 'PROPOSED', proposer: { id: checker.id }, approver: null },
      allowedActions: ['WITHDRAW_VERDICT', 'ESCALATE'],
    });

    const input = { taskId: id, comment: 'Say which month.', expectedVersion: start + 3 };
    const { requestChanges } = await reviewer.ask(document.REQUEST_CHANGES, { input });
    expect(requestChanges).toMatchObject({
      status: 'CHANGES_REQUESTED',
      assignee: { id: checker.id },
      verdict: { status: 'CHANGES_REQUESTED' },
    });
    await propose(id);
    expect((await read(id)).verdicts.map((verdict: { status: string }) => verdict.status)).toEqual([
      'CHANGES_REQUESTED',
      'PROPOSED',
    ]);
    expect(await approve(id)).toMatchObject({
      status: 'APPROVED',
      verdict: { status: 'APPROVED', approver: { id: reviewer.id } },
      allowedActions: [],
    });
    const events =
      'query ($id: ID!) { reviewTask(id: $id) { events { nodes { version action from to comment actor { id } } } } }';
    const { nodes } = (await editor.ask(events, { id })).reviewTask.events;
    expect(nodes.map(({ action }: { action: string }) => action)).toEqual([
      'PREPARE',
      'TAKE',
      'ADD_EVIDENCE',
      'PROPOSE_VERDICT',
      'REQUEST_CHANGES',
      'PROPOSE_VERDICT',
      'APPROVE_VERDICT',
    ]);
    expect(nodes[4]).toEqual({
      version: start + 4,
      action: 'REQUEST_CHANGES',
      from: 'IN_REVIEW',
      to: 'CHANGES_REQUESTED',
      comment: 'Say which month.',
      actor: { id: reviewer.id },
    });

    const { publishFactCheck: published } = await editor.ask(document.PUBLISH, { id, input: { title: 'The harvest' } });
    expect(published).toMatchObject({
      slug: 'the-harvest',
      url: `https://desk.example/n/${desk.newsroom.slug}/fact-checks/the-harvest`,
      version: 1,
      status: 'PUBLISHED',
      rating: 'FALSE',
      task: { status: 'PUBLISHED' },
      claimReview: { '@type': 'ClaimReview', reviewRating: { alternateName: 'False', ratingValue: 1 } },
    });
    expect(published.claimReview.url).toBe(published.url);
    expect((await editor.failure(document.PUBLISH, { id })).extensions.code).toBe('INVALID_TRANSITION');

    const correction = {
      factCheckId: published.id,
      class: 'RATING_CHANGED',
      publicNote: 'The ministry sent its books.',
      rating: 'MOSTLY_FALSE',
      expectedVersion: 1,
    };
    const { correctFactCheck: pending } = await editor.ask(document.CORRECT, { input: correction });
    expect(pending).toMatchObject({
      version: 1,
      status: 'PUBLISHED',
      rating: 'FALSE',
      pendingCorrection: { class: 'RATING_CHANGED', author: { id: editor.id } },
    });
    expect((await editor.failure(document.CORRECT, { input: correction })).extensions.code).toBe('CONFLICT');
    const decision = { id: published.id, version: 1 };
    expect((await editor.failure(document.APPROVE_CORRECTION, decision)).extensions.code).toBe('FORBIDDEN');
    const { approveCorrection: corrected } = await reviewer.ask(document.APPROVE_CORRECTION, decision);
    expect(corrected).toMatchObject({
      version: 2,
      status: 'CORRECTED',
      rating: 'MOSTLY_FALSE',
      pendingCorrection: null,
      task: { status: 'PUBLISHED' },
      claimReview: { reviewRating: { alternateName: 'Mostly false', ratingValue: 2 } },
      editions: [
        { number: 1, rating: 'FALSE', publicNote: null },
        { number: 2, rating: 'MOSTLY_FALSE', publicNote: 'The ministry sent its books.' },
      ],
    });
    expect((await editor.ask(document.FACT_CHECK_BY, { slug: 'the-harvest' })).factCheck.id).toBe(published.id);
    expect((await editor.failure(document.APPROVE_CORRECTION, decision)).extensions.code).toBe('CONFLICT');
  });

  it('rejects one correction, approves a retraction, and then nothing more', async () => {
    const { id } = claims[1]!;
    await checker.ask(document.TAKE, { id });
    await addEvidence(id);
    await propose(id, 'UNVERIFIABLE');
    await approve(id);
    // The same title as before: the address is another one.
    const { publishFactCheck: published } = await editor.ask(document.PUBLISH, { id, input: { title: 'The harvest' } });
    expect(published.slug).toBe('the-harvest-2');
    expect(published.claimReview.reviewRating).toEqual({ '@type': 'Rating', alternateName: 'Unverifiable' });

    const correct = (change: object) => {
      const input = { factCheckId: published.id, publicNote: 'A note', expectedVersion: 1, ...change };
      return editor.ask(document.CORRECT, { input });
    };
    await correct({ class: 'TYPO', title: 'The harvests' });
    const rejection = { id: published.id, version: 1, comment: 'There is no typo.' };
    expect((await reviewer.ask(document.REJECT_CORRECTION, rejection)).rejectCorrection).toMatchObject({
      version: 1,
      status: 'PUBLISHED',
      title: 'The harvest',
      pendingCorrection: null,
      corrections: [{ status: 'REJECTED', comment: 'There is no typo.' }],
    });
    await correct({ class: 'RETRACTION' });
    const retraction = { id: published.id, version: 1 };
    expect((await reviewer.ask(document.APPROVE_CORRECTION, retraction)).approveCorrection).toMatchObject({
      version: 2,
      status: 'RETRACTED',
      claimReview: {},
      warnings: [],
    });
    const again = { factCheckId: published.id, class: 'TYPO', publicNote: 'A note', expectedVersion: 2 };
    expect((await editor.failure(document.CORRECT, { input: again })).extensions.code).toBe('INVALID_TRANSITION');
    const { factChecks } = await editor.ask(
      'query ($a: ID!) { factChecks(filter: { articleId: $a, status: [RETRACTED] }) { totalCount nodes { id } } }',
      { a: articleId },
    );
    expect(factChecks).toEqual({ totalCount: 1, nodes: [{ id: published.id }] });
  });

  it('holds a ClaimReview against the gate before it is published', async () => {
    const { id } = claims[2]!;
    await checker.ask(document.TAKE, { id });
    await addEvidence(id);
    await propose(id, 'FALSE');
    await approve(id);
    for (const claimReviewed of ['It is false that grain rose', '  ']) {
      const { extensions } = await editor.failure(document.PUBLISH, { id, input: { claimReviewed } });
      expect(extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: { claimReviewed: expect.any(String) } });
    }
    const { publishFactCheck } = await editor.ask(document.PUBLISH, { id, input: { claimReviewed: 'Grain rose' } });
    expect(publishFactCheck).toMatchObject({ title: 'Grain rose', claimReview: { claimReviewed: 'Grain rose' } });
  });

  it('publishes that a quote was said with the outlet as the claimant, never the speaker', async () => {
    const filter = { articleId, kind: 'QUOTE', status: ['OPEN'] };
    const [{ id }] = (await second.ask(document.TASKS, { filter })).reviewTasks.nodes;
    await checker.ask(document.TAKE, { id });
    await addEvidence(id);
    await propose(id, 'ACCURATE');
    await approve(id);
    const { publishFactCheck } = await editor.ask(document.PUBLISH, { id });
    expect(publishFactCheck.claimReview.itemReviewed.author).toEqual({
      '@type': 'Organization',
      name: 'paper.example',
      sameAs: 'https://www.paper.example',
    });
    const { ratingScales } = await second.ask('{ ratingScales(kind: QUOTE) { code ratings { code labels { ar } } } }');
    expect(ratingScales).toHaveLength(1);
    expect(ratingScales[0].ratings[0]).toEqual({ code: 'ACCURATE', labels: { ar: 'نقل دقيق' } });
  });
});
