import fc from 'fast-check';
import { type Actor } from './actor.js';
import { allowedActions } from './allowed-actions.js';
import { checkTask } from './check-task.js';
import { decide } from './decide.js';
import {
  CORRECTION_CLASSES,
  FACT_CHECK_STATUSES,
  type Facts,
  MEND_ACTIONS,
  NEW_TASK,
  type Task,
  TASK_ACTIONS,
  VERSION_ACTIONS,
  type TaskEvent,
  type TaskAction,
} from './model.js';
import { DEFAULT_POLICY } from './policy.js';
import { checkStoredTask, replay } from './replay.js';
import { type Role } from './roles.js';

const roles: Role[] = ['VIEWER', 'FACT_CHECKER', 'FACT_CHECKER', 'REVIEWER', 'REVIEWER', 'EDITOR', 'EDITOR', 'ADMIN'];
const ACTORS: Actor[] = [
  ...roles.map((role, index): Actor => ({ kind: 'MEMBER', memberId: `${role.toLowerCase()}-${index}`, role })),
  { kind: 'INTEGRATION' },
  { kind: 'SYSTEM' },
];
const RATINGS = [
  { code: 'TRUE', needsEvidence: true },
  { code: 'FALSE', needsEvidence: true },
  { code: 'NOT_A_CLAIM', needsEvidence: false },
];

/** Drawn often, with the odd ones seldom: else a walk is a heap of refusals that gets nowhere. */
const mostly = <Common, Odd>(common: Common, ...odd: Odd[]): fc.Arbitrary<Common | Odd> =>
  fc.oneof(
    { weight: 8, arbitrary: fc.constant(common) },
    ...odd.map((each) => ({ weight: 1, arbitrary: fc.constant(each) })),
  );

/** One try: anything by anybody, something that is possible, or the next step on the way to publication and on. */
const step = fc.record({
  manner: fc.constantFrom('ANYTHING', 'POSSIBLE', 'FORWARD', 'FORWARD'),
  pick: fc.nat(),
  actor: fc.nat(),
  action: fc.constantFrom(...TASK_ACTIONS),
  waitMs: mostly(0, 1, 60_000, DEFAULT_POLICY.leaseMs),
  minEvidence: mostly(1, 0, 2),
  rating: fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...RATINGS) }, { weight: 1, arbitrary: fc.constant(null) }),
  rationaleLength: mostly(20, 3),
  text: mostly('words', ' '),
  versionOff: mostly(0, undefined, 1),
  evidenceAuthor: fc.nat(),
  assignee: fc.nat(),
  correctionClass: fc.constantFrom(...CORRECTION_CLASSES),
  evidenceTaken: mostly(0, 1, 2),
});
type Step = typeof step extends fc.Arbitrary<infer Drawn> ? Drawn : never;

function isCorrection(action: string): boolean {
  return action.includes('CORRECT');
}

const isMark = (action: TaskAction): boolean => VERSION_ACTIONS.some((mark) => mark === action);

const isMend = (action: TaskAction): boolean => MEND_ACTIONS.some((mend) => mend === action);

const FORWARD: readonly TaskAction[] = [
  'LEASE_RUNS_OUT',
  'APPROVE_CORRECTION',
  'CORRECT',
  'PUBLISH',
  'APPROVE_VERDICT',
  'PROPOSE_VERDICT',
  'ADD_EVIDENCE',
  'TAKE',
  'REOPEN',
  'RESTORE',
  'PREPARE',
];

/** Who does what in this step. */
function choose(drawn: Step, task: Task, now: number): { actor: Actor; action: TaskAction } {
  const anything = { actor: ACTORS[drawn.actor % ACTORS.length]!, action: drawn.action };
  // Nobody is offered to add what is there already, so that a walk would hardly ever begin with it.
  if (task.version === NEW_TASK.version && drawn.pick % 8 === 0) return { ...anything, action: 'ADD' };
  if (drawn.manner === 'ANYTHING') return anything;
  const policy = { ...DEFAULT_POLICY, minEvidence: drawn.minEvidence };
  const possible = ACTORS.flatMap((actor) =>
    allowedActions(task, actor, { now, policy, ratings: RATINGS }).map((action) => ({ actor, action })),
  );
  const actions = TASK_ACTIONS.filter((each) => possible.some(({ action }) => action === each));
  const action =
    drawn.manner === 'FORWARD'
      ? FORWARD.find((each) => actions.includes(each) && !(each === 'ADD_EVIDENCE' && task.evidenceCount > 1))
      : actions[drawn.pick % actions.length];
  const able = possible.filter((each) => each.action === action);
  return able[drawn.actor % able.length] ?? anything;
}

function factsOf(drawn: Step, task: Task, action: TaskAction, now: number): Facts {
  const assignee = ACTORS[drawn.assignee % ACTORS.length]!;
  const author = ACTORS[drawn.evidenceAuthor % ACTORS.length]!;
  const version = isCorrection(action) ? task.factCheck?.version : task.version;
  return {
    now,
    policy: { ...DEFAULT_POLICY, minEvidence: drawn.minEvidence },
    expectedVersion: drawn.versionOff === undefined || version === undefined ? null : version + drawn.versionOff,
    rating: drawn.rating,
    rationaleLength: drawn.rationaleLength,
    comment: drawn.text,
    reason: drawn.text,
    publicNote: drawn.text,
    correctionClass: drawn.correctionClass,
    evidenceTaken: drawn.evidenceTaken,
    assignee: assignee.kind === 'MEMBER' ? assignee : null,
    ...(author.kind === 'MEMBER' ? { evidenceAuthorId: author.memberId } : {}),
  };
}

const memberOf = (actor: Actor): string => (actor.kind === 'MEMBER' ? actor.memberId : actor.kind);

/** Sees only what was accepted, and keeps books of its own, not those of the code under test. */
class Witness {
  private readonly proposers = new Set<string>();
  private agreed = false;
  private rating: { needsEvidence: boolean } | null = null;
  private evidence = 0;
  private author: string | null = null;

  see(before: Task, event: TaskEvent, after: Task, facts: Facts): void {
    const who = memberOf(event.actor);
    // What was judged stays what was judged: the quote or claim is mended before a verdict or not at all.
    if (isMend(event.action)) expect(before.verdict).toBeNull();
    if (before.subject !== 'STANDING') expect(event.action).toBe('RESTORE');
    expect(after.version).toBe(before.version + 1);
    expect(event.actor.kind).not.toBe('INTEGRATION');
    if (before.status === 'PUBLISHED') {
      // A newer version of the article marks it alone: what is public changes by a correction.
      expect(isCorrection(event.action) || isMark(event.action)).toBe(true);
      expect(after.status).toBe('PUBLISHED');
      const { pendingCorrection: _before, ...publicBefore } = before.factCheck!;
      const { pendingCorrection: _after, ...publicAfter } = after.factCheck!;
      if (event.action !== 'APPROVE_CORRECTION') expect(publicAfter).toEqual(publicBefore);
      expect(after.verdict).toEqual(before.verdict);
    }
    switch (event.action) {
      case 'ADD_EVIDENCE':
        this.evidence += 1;
        break;
      case 'REMOVE_EVIDENCE':
        this.evidence -= 1;
        break;
      case 'MERGE':
        this.evidence += facts.evidenceTaken ?? 0;
        break;
      case 'MERGE_INTO':
        this.evidence = 0;
        break;
      case 'PROPOSE_VERDICT':
        expect(before.lease?.holderId).toBe(who);
        expect(facts.now).toBeLessThan(before.lease!.expiresAt);
        this.proposers.add(who);
        this.rating = facts.rating ?? null;
        this.agreed = false;
        break;
      case 'APPROVE_VERDICT':
        if (before.escalation) expect(event.actor).toMatchObject({ role: expect.stringMatching(/EDITOR|ADMIN/) });
        expect(this.proposers.has(who)).toBe(false);
        this.agreed = true;
        break;
      case 'REOPEN':
        this.agreed = false;
        break;
      case 'PUBLISH':
        expect(this.agreed).toBe(true);
        if (this.rating?.needsEvidence) expect(this.evidence).toBeGreaterThanOrEqual(facts.policy.minEvidence);
        break;
      case 'CORRECT':
        this.author = who;
        break;
      case 'APPROVE_CORRECTION':
        expect(this.author).not.toBeNull();
        expect(this.author).not.toBe(who);
        expect(after.factCheck!.version).toBe(before.factCheck!.version + 1);
        this.author = null;
        break;
      case 'REJECT_CORRECTION':
        this.author = null;
        break;
      default:
    }
    expect(after.evidenceCount).toBe(this.evidence);
  }
}

function freezeDeep<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(freezeDeep);
  return value;
}

describe('random actions by random actors', () => {
  it('never break an invariant, and replay proves every state', () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(fc.array(step, { minLength: 25, maxLength: 60, size: 'max' }), (steps) => {
        let task = freezeDeep(NEW_TASK);
        let now = 1_000_000;
        const events: TaskEvent[] = [];
        const witness = new Witness();
        for (const drawn of steps) {
          now += drawn.waitMs;
          const { actor, action } = choose(drawn, task, now);
          const facts = freezeDeep(factsOf(drawn, task, action, now));
          const decision = decide(task, action, actor, facts);
          if (decision.refusal) continue;
          witness.see(task, decision.event, decision.next, facts);
          events.push(decision.event);
          task = freezeDeep(decision.next);
          expect(checkTask(task)).toEqual([]);
          for (const seen of [action, task.status, task.factCheck?.status]) if (seen !== undefined) reached.add(seen);
        }
        expect(replay(events)).toEqual({ task });
        expect(checkStoredTask(task, events)).toEqual([]);
      }),
      { numRuns: 600 },
    );
    // The walks have been everywhere: an invariant that was never put to the test proves nothing.
    const everywhere = [...TASK_ACTIONS, ...FACT_CHECK_STATUSES, 'DISMISSED'];
    expect(everywhere.filter((name) => !reached.has(name))).toEqual([]);
  });
});
