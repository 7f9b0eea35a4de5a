import { type MemberActor } from './actor.js';
import { decide } from './decide.js';
import { type Facts, NEW_TASK, type Task, type TaskAction } from './model.js';
import { DEFAULT_POLICY } from './policy.js';
import { type Role } from './roles.js';

const NOW = Date.UTC(2031, 0, 5, 9);
const LEASE = 45 * 60_000;
const member = (memberId: string, role: Role): MemberActor => ({ kind: 'MEMBER', memberId, role });
const dalia = member('dalia', 'FACT_CHECKER');
const omar = member('omar', 'FACT_CHECKER');
const rima = member('rima', 'REVIEWER');
const samir = member('samir', 'EDITOR');
const lina = member('lina', 'EDITOR');
const isTrue = { code: 'TRUE', needsEvidence: true };
const isFalse = { code: 'FALSE', needsEvidence: true };
const notAClaim = { code: 'NOT_A_CLAIM', needsEvidence: false };
const base: Facts = { now: NOW, policy: DEFAULT_POLICY };
const proposal = { rating: isTrue, rationaleLength: 20 };

type Step = [TaskAction, MemberActor, Partial<Facts>?];

/** The open task after these steps, each of which must be accepted. */
function after(...steps: Step[]): Task {
  let task: Task = { ...NEW_TASK, status: 'OPEN', version: 1 };
  for (const step of steps) task = accepted(task, ...step);
  return task;
}

function accepted(task: Task, action: TaskAction, actor: MemberActor, facts: Partial<Facts> = {}): Task {
  const decision = decide(task, action, actor, { ...base, ...facts });
  if (decision.refusal) throw new Error(`${action}: ${decision.refusal.message}`);
  return decision.next;
}

function refused(task: Task, action: TaskAction, actor: MemberActor, facts: Partial<Facts> = {}) {
  return decide(task, action, actor, { ...base, ...facts }).refusal;
}

const taken = after(['TAKE', dalia]);
const inReview = after(['TAKE', dalia], ['ADD_EVIDENCE', dalia], ['PROPOSE_VERDICT', dalia, proposal]);
const approved = accepted(inReview, 'APPROVE_VERDICT', rima);
const published = accepted(approved, 'PUBLISH', samir);

describe('the event', () => {
  it('says who did what and when, and grows the version by one', () => {
    const decision = decide(taken, 'ADD_EVIDENCE', omar, { ...base, now: NOW + 5 });
    expect(decision).toMatchObject({
      event: { action: 'ADD_EVIDENCE', actor: omar, at: NOW + 5, version: 3, from: 'IN_PROGRESS', to: 'IN_PROGRESS' },
      next: { version: 3, evidenceCount: 1 },
    });
  });
});

describe('a lease', () => {
  it('lasts as long as policy says and can be renewed by its holder', () => {
    expect(taken.lease).toEqual({ holderId: 'dalia', expiresAt: NOW + LEASE });
    const renewed = accepted(taken, 'TAKE', dalia, { now: NOW + 1000 });
    expect(renewed).toMatchObject({ status: 'IN_PROGRESS', version: 3, lease: { expiresAt: NOW + 1000 + LEASE } });
  });

  it('names its holder to another who wants the task, until the moment it runs out', () => {
    expect(refused(taken, 'TAKE', omar, { now: NOW + LEASE - 1 })).toMatchObject({ code: 'CONFLICT', holder: 'dalia' });
    expect(accepted(taken, 'TAKE', omar, { now: NOW + LEASE }).lease?.holderId).toBe('omar');
  });

  it('is renewed by its holder at work and untouched by the work of others', () => {
    const now = NOW + 60_000;
    expect(accepted(taken, 'ADD_EVIDENCE', dalia, { now }).lease?.expiresAt).toBe(now + LEASE);
    expect(accepted(taken, 'ADD_EVIDENCE', omar, { now }).lease).toEqual(taken.lease);
    // Work after the end brings nothing back: the task may be another's the next moment.
    expect(accepted(taken, 'ADD_EVIDENCE', dalia, { now: NOW + LEASE }).lease).toEqual(taken.lease);
  });

  it('that ran out leaves nobody to propose, release or be in the way', () => {
    const now = NOW + LEASE;
    expect(refused(taken, 'PROPOSE_VERDICT', dalia, { ...proposal, now })?.code).toBe('INVALID_TRANSITION');
    expect(refused(taken, 'PROPOSE_VERDICT', omar, { ...proposal, now })?.code).toBe('INVALID_TRANSITION');
    expect(refused(taken, 'RELEASE', samir, { now })?.code).toBe('INVALID_TRANSITION');
  });

  it('goes to the assigned member, whoever held it', () => {
    const assigned = accepted(taken, 'ASSIGN', samir, { assignee: { memberId: 'omar', role: 'FACT_CHECKER' } });
    expect(assigned.lease).toEqual({ holderId: 'omar', expiresAt: NOW + LEASE });
  });

  it('ends with the proposal, and returns to the proposer with requested changes or a withdrawal', () => {
    expect(inReview.lease).toBeNull();
    const changes = accepted(inReview, 'REQUEST_CHANGES', rima, { comment: 'The date is missing.', now: NOW + 9 });
    expect(changes.lease).toEqual({ holderId: 'dalia', expiresAt: NOW + 9 + LEASE });
    expect(accepted(changes, 'PROPOSE_VERDICT', dalia, proposal).status).toBe('IN_REVIEW');
    expect(accepted(inReview, 'WITHDRAW_VERDICT', dalia)).toMatchObject({
      status: 'IN_PROGRESS',
      verdict: null,
      lease: { holderId: 'dalia' },
    });
  });
});

describe('four eyes', () => {
  const approver = member('omar', 'REVIEWER');

  it('shut out everybody who proposed any version', () => {
    const second = accepted(accepted(inReview, 'REQUEST_CHANGES', rima, { comment: 'No.' }), 'ASSIGN', samir, {
      assignee: { memberId: 'omar', role: 'REVIEWER' },
    });
    const again = accepted(second, 'PROPOSE_VERDICT', approver, proposal);
    for (const proposer of [approver, member('dalia', 'ADMIN')]) {
      expect(refused(again, 'APPROVE_VERDICT', proposer)?.code).toBe('FORBIDDEN');
      expect(refused(again, 'REQUEST_CHANGES', proposer, { comment: 'No.' })?.code).toBe('FORBIDDEN');
    }
    expect(accepted(again, 'APPROVE_VERDICT', rima).verdict).toMatchObject({ proposerId: 'omar', approverId: 'rima' });
    // An earlier proposer takes back their own standing verdict only.
    expect(refused(again, 'WITHDRAW_VERDICT', dalia)?.code).toBe('FORBIDDEN');
  });

  it('cannot be shut by withdrawing or reopening', () => {
    const reopened = accepted(approved, 'REOPEN', samir, { reason: 'New facts.' });
    expect(reopened).toMatchObject({ status: 'OPEN', verdict: null, evidenceCount: 1, proposerIds: ['dalia'] });
    const again = accepted(accepted(reopened, 'TAKE', omar), 'PROPOSE_VERDICT', omar, proposal);
    expect(refused(again, 'APPROVE_VERDICT', member('dalia', 'REVIEWER'))?.code).toBe('FORBIDDEN');
  });

  it('have done their part once it is approved: proposer and approver may publish', () => {
    expect(accepted(approved, 'PUBLISH', member('dalia', 'EDITOR')).status).toBe('PUBLISHED');
    expect(accepted(approved, 'PUBLISH', member('rima', 'EDITOR')).status).toBe('PUBLISHED');
  });
});

describe('evidence', () => {
  it('must be there before a verdict, unless the rating needs none', () => {
    expect(refused(taken, 'PROPOSE_VERDICT', dalia, proposal)?.code).toBe('INVALID_TRANSITION');
    expect(accepted(taken, 'PROPOSE_VERDICT', dalia, { ...proposal, rating: notAClaim }).status).toBe('IN_REVIEW');
  });

  it('must satisfy the policy of the day at approval and publication too', () => {
    const policy = { ...DEFAULT_POLICY, minEvidence: 2 };
    expect(refused(inReview, 'APPROVE_VERDICT', rima, { policy })?.code).toBe('INVALID_TRANSITION');
    expect(refused(approved, 'PUBLISH', samir, { policy })?.code).toBe('INVALID_TRANSITION');
    // A rating that needs none, slipped in beside, is not the one that gets published.
    expect(refused(approved, 'PUBLISH', samir, { policy, rating: notAClaim })?.code).toBe('INVALID_TRANSITION');
  });

  it.each(['UPDATE_EVIDENCE', 'REMOVE_EVIDENCE'] as const)('is open to its author or an EDITOR: %s', (action) => {
    const facts = { evidenceAuthorId: 'omar' };
    const task = after(['ADD_EVIDENCE', omar]);
    const left = action === 'REMOVE_EVIDENCE' ? 0 : 1;
    expect(accepted(task, action, omar, facts).evidenceCount).toBe(left);
    expect(accepted(task, action, samir, facts).evidenceCount).toBe(left);
    expect(refused(task, action, rima, facts)?.code).toBe('FORBIDDEN');
    expect(refused(task, action, omar)?.code).toBe('FORBIDDEN');
    expect(refused(after(), action, samir)?.code).toBe('INVALID_TRANSITION');
    expect(refused(inReview, action, dalia, { evidenceAuthorId: 'dalia' })?.code).toBe('INVALID_TRANSITION');
  });
});

describe('input', () => {
  it.each<[string, Task, TaskAction, MemberActor, Partial<Facts>, string[]]>([
    ['an unknown rating', taken, 'PROPOSE_VERDICT', dalia, { rating: null, rationaleLength: 20 }, ['rating']],
    ['a short rationale', taken, 'PROPOSE_VERDICT', dalia, { rating: isTrue, rationaleLength: 19 }, ['rationale']],
    ['neither', taken, 'PROPOSE_VERDICT', dalia, {}, ['rating', 'rationale']],
    ['an unknown member', taken, 'ASSIGN', samir, { assignee: null }, ['memberId']],
    ['a viewer', taken, 'ASSIGN', samir, { assignee: { memberId: 'v', role: 'VIEWER' } }, ['memberId']],
    ['no comment', inReview, 'REQUEST_CHANGES', rima, {}, ['comment']],
    ['an invisible comment', inReview, 'REQUEST_CHANGES', rima, { comment: ' \u200f\n' }, ['comment']],
    ['no reason', inReview, 'DISMISS', samir, { reason: ' ' }, ['reason']],
    ['no reason to reopen', approved, 'REOPEN', samir, { reason: null }, ['reason']],
    ['an empty correction', published, 'CORRECT', samir, {}, ['class', 'publicNote']],
    ['no comment on a correction', published, 'REJECT_CORRECTION', rima, { comment: '' }, ['comment']],
    [
      'faults found outside',
      taken,
      'ADD_EVIDENCE',
      dalia,
      { inputFaults: [{ field: 'url', message: 'No.' }] },
      ['url'],
    ],
  ])('with %s is BAD_USER_INPUT', (_, task, action, actor, facts, fields) => {
    const refusal = refused(task, action, actor, facts);
    expect(refusal?.code).toBe('BAD_USER_INPUT');
    expect(refusal?.fields?.map(({ field }) => field)).toEqual(fields);
  });
});

describe('the order of refusals', () => {
  it('is role, input, version, holder, own work, transition', () => {
    const bad = { rating: null, rationaleLength: 3, expectedVersion: 99 };
    const viewer = member('vera', 'VIEWER');
    expect(refused(taken, 'PROPOSE_VERDICT', viewer, bad)?.code).toBe('FORBIDDEN');
    expect(refused(taken, 'PROPOSE_VERDICT', omar, bad)?.code).toBe('BAD_USER_INPUT');
    const stale = refused(taken, 'PROPOSE_VERDICT', omar, { ...proposal, expectedVersion: 99 });
    expect(stale).toMatchObject({ code: 'CONFLICT', holder: 'dalia' });
    const fresh = { ...proposal, expectedVersion: taken.version };
    expect(refused(taken, 'PROPOSE_VERDICT', omar, fresh)).toMatchObject({ code: 'CONFLICT', holder: 'dalia' });
    expect(refused(taken, 'PROPOSE_VERDICT', dalia, fresh)?.code).toBe('INVALID_TRANSITION');

    const own = member('dalia', 'REVIEWER');
    expect(refused(inReview, 'REQUEST_CHANGES', own, { expectedVersion: 99 })?.code).toBe('BAD_USER_INPUT');
    expect(refused(inReview, 'APPROVE_VERDICT', own, { expectedVersion: 99 })).toEqual({
      code: 'CONFLICT',
      message: 'It has changed since it was read.',
    });
    expect(refused(approved, 'APPROVE_VERDICT', own)?.code).toBe('FORBIDDEN');
    expect(refused(approved, 'APPROVE_VERDICT', rima)?.code).toBe('INVALID_TRANSITION');
  });
});

describe('a correction', () => {
  const note = { publicNote: 'The year was wrong.' };
  const toFalse = { ...note, correctionClass: 'RATING_CHANGED', rating: isFalse } as const;
  const waiting = accepted(published, 'CORRECT', samir, toFalse);

  it('changes nothing that is public until another approves it', () => {
    expect(waiting.factCheck).toEqual({
      status: 'PUBLISHED',
      version: 1,
      rating: isTrue,
      pendingCorrection: { authorId: 'samir', class: 'RATING_CHANGED', rating: isFalse },
    });
    expect(refused(waiting, 'APPROVE_CORRECTION', samir)?.code).toBe('FORBIDDEN');
    const corrected = accepted(waiting, 'APPROVE_CORRECTION', lina);
    expect(corrected).toMatchObject({ status: 'PUBLISHED', version: published.version + 2 });
    expect(corrected.factCheck).toEqual({ status: 'CORRECTED', version: 2, rating: isFalse, pendingCorrection: null });
  });

  it('leaves no trace in public when it is rejected, by its author too', () => {
    for (const actor of [rima, samir]) {
      const rejected = accepted(waiting, 'REJECT_CORRECTION', actor, { comment: 'It was right.' });
      expect(rejected.factCheck).toEqual(published.factCheck);
    }
  });

  it('compares the version of the fact-check, and that of the task where it is given', () => {
    expect(refused(waiting, 'APPROVE_CORRECTION', lina, { expectedVersion: waiting.version })?.code).toBe('CONFLICT');
    expect(accepted(waiting, 'APPROVE_CORRECTION', lina, { expectedVersion: 1 }).factCheck?.version).toBe(2);
    // One correction in the place of another: same edition, another text.
    const rejected = accepted(waiting, 'REJECT_CORRECTION', rima, { comment: 'No.' });
    const other = accepted(rejected, 'CORRECT', samir, { ...note, correctionClass: 'RETRACTION' });
    const seen = { expectedVersion: 1, expectedTaskVersion: waiting.version };
    expect(refused(other, 'APPROVE_CORRECTION', lina, seen)?.code).toBe('CONFLICT');
  });

  it('fits its class to the rating', () => {
    const fields = (facts: Partial<Facts>) =>
      refused(published, 'CORRECT', samir, { ...note, ...facts })?.fields?.map(({ field }) => field);
    expect(fields({ correctionClass: 'RATING_CHANGED' })).toEqual(['rating']);
    expect(fields({ correctionClass: 'RATING_CHANGED', rating: isTrue })).toEqual(['rating']);
    expect(fields({ correctionClass: 'TYPO', rating: isFalse })).toEqual(['rating']);
    expect(fields({ correctionClass: 'RETRACTION', rating: null })).toEqual(['rating']);
    expect(fields({ correctionClass: 'RATING_UNCHANGED', rating: isTrue, rationaleLength: 2 })).toEqual(['rationale']);
    expect(fields({ correctionClass: 'RATING_UNCHANGED', rating: isTrue, rationaleLength: 20 })).toBeUndefined();
  });

  it('asks for evidence where the new rating is the first to need it', () => {
    const bare = [
      ['TAKE', dalia],
      ['PROPOSE_VERDICT', dalia, { ...proposal, rating: notAClaim }],
      ['APPROVE_VERDICT', rima],
      ['PUBLISH', samir],
    ] satisfies Step[];
    expect(refused(after(...bare), 'CORRECT', samir, toFalse)?.code).toBe('INVALID_TRANSITION');
    const policy = { ...DEFAULT_POLICY, minEvidence: 9 };
    expect(accepted(waiting, 'APPROVE_CORRECTION', rima, { policy }).factCheck?.rating).toEqual(isFalse);
  });

  it('cannot follow a retraction', () => {
    const retraction = accepted(published, 'CORRECT', samir, { ...note, correctionClass: 'RETRACTION' });
    const retracted = accepted(retraction, 'APPROVE_CORRECTION', rima);
    expect(retracted).toMatchObject({ status: 'PUBLISHED', factCheck: { status: 'RETRACTED', version: 2 } });
    expect(refused(retracted, 'CORRECT', samir, toFalse)?.code).toBe('INVALID_TRANSITION');
  });
});
