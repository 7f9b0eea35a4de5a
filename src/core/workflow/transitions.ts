import { type MendAction, type TaskStatus, type VersionAction, type WorkAction } from './model.js';

/**
 * - FREE: nobody holds the task: it has no lease, or one that has run out.
 * - HELD: somebody holds it. HELD_BY_ACTOR: and it is who acts.
 * - ENOUGH_EVIDENCE: as much as policy asks for the rating (the one proposed, or else the standing one).
 * - SOME_EVIDENCE: there is a piece at all.
 * - STANDING: the quote or claim counts as one; REJECTED: somebody said that it is none.
 * - EVER_PROPOSED: somebody has proposed a verdict once, so that there is something to disagree about.
 * - STALE, NOT_STALE: a newer version of the article has its words no more; or not.
 * - ESCALATED, NOT_ESCALATED: a disagreement has been handed to an EDITOR who has not decided yet; or not.
 */
export type Condition =
  | 'FREE'
  | 'HELD'
  | 'HELD_BY_ACTOR'
  | 'ENOUGH_EVIDENCE'
  | 'SOME_EVIDENCE'
  | 'STANDING'
  | 'REJECTED'
  | 'EVER_PROPOSED'
  | 'ESCALATED'
  | 'NOT_ESCALATED'
  | 'STALE'
  | 'NOT_STALE';

/**
 * Who holds the task afterwards, for a full lease from now: who acted, the member assigned, the verdict's proposer, or
 * nobody. RENEWED: as before, and a holder who acts gets a full lease again, since work renews it.
 */
export type LeaseAfter = 'ACTOR' | 'ASSIGNEE' | 'PROPOSER' | 'NOBODY' | 'RENEWED';

export interface Transition {
  readonly action: WorkAction | MendAction | VersionAction;
  readonly from: readonly TaskStatus[];
  readonly to: TaskStatus | 'UNCHANGED';
  /** All of them must hold. */
  readonly given: readonly Condition[];
  readonly lease: LeaseAfter;
}

/**
 * Every move that a task can make on its way to publication. Who may make it stands in `permissions.ts`, what may
 * follow publication in `correction-transitions.ts`. No two rows fit one situation.
 */
export const TRANSITIONS: readonly Transition[] = [
  { action: 'PREPARE', from: ['PENDING'], to: 'OPEN', given: [], lease: 'NOBODY' },

  {
    action: 'TAKE',
    from: ['OPEN', 'IN_PROGRESS', 'CHANGES_REQUESTED'],
    to: 'IN_PROGRESS',
    given: ['FREE'],
    lease: 'ACTOR',
  },
  // Taking what one holds renews it, so that a second click or a second tab does no harm; asked-for changes stay asked for.
  {
    action: 'TAKE',
    from: ['IN_PROGRESS', 'CHANGES_REQUESTED'],
    to: 'UNCHANGED',
    given: ['HELD_BY_ACTOR'],
    lease: 'ACTOR',
  },
  { action: 'RELEASE', from: ['IN_PROGRESS'], to: 'OPEN', given: ['HELD'], lease: 'NOBODY' },
  {
    action: 'ASSIGN',
    from: ['OPEN', 'IN_PROGRESS', 'CHANGES_REQUESTED'],
    to: 'IN_PROGRESS',
    given: [],
    lease: 'ASSIGNEE',
  },
  { action: 'LEASE_RUNS_OUT', from: ['IN_PROGRESS'], to: 'OPEN', given: ['FREE'], lease: 'NOBODY' },

  {
    action: 'ADD_EVIDENCE',
    from: ['OPEN', 'IN_PROGRESS', 'CHANGES_REQUESTED'],
    to: 'UNCHANGED',
    given: [],
    lease: 'RENEWED',
  },
  {
    action: 'UPDATE_EVIDENCE',
    from: ['OPEN', 'IN_PROGRESS', 'CHANGES_REQUESTED'],
    to: 'UNCHANGED',
    given: ['SOME_EVIDENCE'],
    lease: 'RENEWED',
  },
  {
    action: 'REMOVE_EVIDENCE',
    from: ['OPEN', 'IN_PROGRESS', 'CHANGES_REQUESTED'],
    to: 'UNCHANGED',
    given: ['SOME_EVIDENCE'],
    lease: 'RENEWED',
  },

  {
    action: 'PROPOSE_VERDICT',
    from: ['IN_PROGRESS', 'CHANGES_REQUESTED'],
    to: 'IN_REVIEW',
    given: ['HELD_BY_ACTOR', 'ENOUGH_EVIDENCE'],
    lease: 'NOBODY',
  },
  { action: 'WITHDRAW_VERDICT', from: ['IN_REVIEW'], to: 'IN_PROGRESS', given: [], lease: 'ACTOR' },
  // Evidence is asked for again at approval and publication: policy may have become stricter since the proposal.
  { action: 'APPROVE_VERDICT', from: ['IN_REVIEW'], to: 'APPROVED', given: ['ENOUGH_EVIDENCE'], lease: 'NOBODY' },
  { action: 'REQUEST_CHANGES', from: ['IN_REVIEW'], to: 'CHANGES_REQUESTED', given: [], lease: 'PROPOSER' },
  { action: 'PUBLISH', from: ['APPROVED'], to: 'PUBLISHED', given: ['ENOUGH_EVIDENCE'], lease: 'NOBODY' },

  {
    action: 'DISMISS',
    from: ['OPEN', 'IN_PROGRESS', 'IN_REVIEW', 'CHANGES_REQUESTED'],
    to: 'DISMISSED',
    given: [],
    lease: 'NOBODY',
  },
  // A disagreement goes to an EDITOR where the task stands; what settles it, core/workflow/escalation.ts says.
  {
    action: 'ESCALATE',
    from: ['OPEN', 'IN_PROGRESS', 'IN_REVIEW', 'CHANGES_REQUESTED'],
    to: 'UNCHANGED',
    given: ['EVER_PROPOSED', 'NOT_ESCALATED'],
    lease: 'RENEWED',
  },
  {
    action: 'WITHDRAW_ESCALATION',
    from: ['OPEN', 'IN_PROGRESS', 'IN_REVIEW', 'CHANGES_REQUESTED'],
    to: 'UNCHANGED',
    given: ['ESCALATED'],
    lease: 'RENEWED',
  },
  // What is no quote or claim any more is restored, not reopened.
  { action: 'REOPEN', from: ['DISMISSED', 'APPROVED'], to: 'OPEN', given: ['STANDING'], lease: 'NOBODY' },
];
