import { proposeFor, submitClaims, versionOf } from './claim-in-review.js';
import { Desk, type Person } from './desk.js';
import * as document from './documents.js';

describe('A disagreement', () => {
  let desk: Desk;
  let editor: Person;
  let otherEditor: Person;
  let reviewer: Person;
  let checker: Person;
  let claims: string[];

  beforeAll(async () => {
    desk = await Desk.start();
    [editor, otherEditor, reviewer, checker] = [
      await desk.join('EDITOR'),
      await desk.join('EDITOR'),
      await desk.join('REVIEWER'),
      await desk.join('FACT_CHECKER'),
    ];
    [, claims] = await submitClaims(desk, checker);
  });

  afterEach(async () => expect(await desk.findFaults()).toEqual([]));
  afterAll(() => desk.close());

  const escalate = (
    person: Person,
    taskId: string,
    expectedVersion: number,
    reason = 'We read the register differently.',
  ) => person.send(document.ESCALATE, { input: { taskId, reason, expectedVersion } });
  const escalated = async (person: Person) =>
    (await person.ask(document.TASKS, { filter: { escalated: true } })).reviewTasks.nodes.map(
      ({ id }: { id: string }) => id,
    );

  it('goes to an EDITOR, who alone decides it, and not on their own proposal', async () => {
    const id = claims[0]!;
    const fresh = await versionOf(checker, id);
    (await escalate(checker, id, fresh)).expectError('INVALID_TRANSITION');
    const version = await proposeFor(checker, id);
    expect((await escalate(reviewer, id, version, ' ')).expectError('BAD_USER_INPUT').extensions.fields).toEqual({
      reason: expect.any(String),
    });
    (await escalate(reviewer, id, version - 1)).expectError('CONFLICT');
    (await escalate(await desk.join('VIEWER'), id, version)).expectError('FORBIDDEN');
    const { escalateTask: task } = (await escalate(reviewer, id, version)).expectData();
    expect(task).toMatchObject({
      status: 'IN_REVIEW',
      version: version + 1,
      escalation: { by: { id: reviewer.id }, reason: 'We read the register differently.' },
      allowedActions: ['WITHDRAW_ESCALATION'],
    });
    expect(await escalated(reviewer)).toEqual([id]);
    (await escalate(checker, id, version + 1)).expectError('INVALID_TRANSITION');

    const input = { taskId: id, expectedVersion: version + 1 };
    expect((await reviewer.failure(document.APPROVE, { input })).extensions.code).toBe('FORBIDDEN');
    const next = 'mutation { nextTask(purpose: REVIEW) { id } }';
    expect((await reviewer.ask(next)).nextTask).toBeNull();
    expect((await editor.ask(next)).nextTask).toEqual({ id });
    expect((await editor.ask(document.APPROVE, { input })).approveVerdict).toMatchObject({
      status: 'APPROVED',
      verdict: { approver: { id: editor.id } },
    });
    expect(await escalated(reviewer)).toEqual([]);
  });

  it('is taken back by who made it, ends with an assignment, and bypasses no second pair of eyes', async () => {
    const id = claims[1]!;
    const version = await proposeFor(editor, id);
    await escalate(checker, id, version);
    const own = { taskId: id, expectedVersion: version + 1 };
    expect((await editor.failure(document.APPROVE, { input: own })).extensions.code).toBe('FORBIDDEN');
    const withdraw = { id, version: version + 1 };
    expect((await reviewer.failure(document.WITHDRAW_ESCALATION, withdraw)).extensions.code).toBe('FORBIDDEN');
    const { withdrawEscalation } = await checker.ask(document.WITHDRAW_ESCALATION, withdraw);
    expect(withdrawEscalation).toMatchObject({ status: 'IN_REVIEW', escalation: null });
    const again = await checker.failure(document.WITHDRAW_ESCALATION, { id, version: version + 2 });
    expect(again.extensions.code).toBe('INVALID_TRANSITION');

    const changes = { taskId: id, comment: 'Say which month.', expectedVersion: version + 2 };
    await reviewer.ask(document.REQUEST_CHANGES, { input: changes });
    await escalate(editor, id, version + 3);
    await otherEditor.ask(document.ASSIGN, { id, memberId: checker.id });
    const read = `query ($id: ID!) { reviewTask(id: $id) { status assignee { id } escalation { reason } } }`;
    expect((await checker.ask(read, { id })).reviewTask).toEqual({
      ...{ status: 'IN_PROGRESS', assignee: { id: checker.id }, escalation: null },
    });
  });
});
