import { type TaskAction } from './model.js';
import { type Role } from './roles.js';

/**
 * The least role for each action; SYSTEM: no person at all. Where the right to act is the holder's or the proposer's,
 * this is the least role that a holder or proposer can have.
 */
export const LEAST_ROLE: Readonly<Record<TaskAction, Role | 'SYSTEM'>> = {
  PREPARE: 'SYSTEM',
  TAKE: 'FACT_CHECKER',
  RELEASE: 'FACT_CHECKER',
  ASSIGN: 'EDITOR',
  ADD_EVIDENCE: 'FACT_CHECKER',
  UPDATE_EVIDENCE: 'FACT_CHECKER',
  REMOVE_EVIDENCE: 'FACT_CHECKER',
  PROPOSE_VERDICT: 'FACT_CHECKER',
  WITHDRAW_VERDICT: 'FACT_CHECKER',
  APPROVE_VERDICT: 'REVIEWER',
  REQUEST_CHANGES: 'REVIEWER',
  PUBLISH: 'EDITOR',
  DISMISS: 'EDITOR',
  REOPEN: 'EDITOR',
  LEASE_RUNS_OUT: 'SYSTEM',
  ESCALATE: 'FACT_CHECKER',
  WITHDRAW_ESCALATION: 'FACT_CHECKER',
  CORRECT: 'EDITOR',
  APPROVE_CORRECTION: 'REVIEWER',
  REJECT_CORRECTION: 'REVIEWER',
  ADD: 'EDITOR',
  SPLIT: 'EDITOR',
  MERGE: 'EDITOR',
  MERGE_INTO: 'EDITOR',
  REATTRIBUTE: 'EDITOR',
  REFUSE_RESOLUTION: 'EDITOR',
  RESPAN: 'EDITOR',
  RECLASSIFY: 'EDITOR',
  REWORD: 'FACT_CHECKER',
  REJECT: 'EDITOR',
  RESTORE: 'EDITOR',
  MARK_STALE: 'SYSTEM',
  CONFIRM: 'EDITOR',
};

/**
 * Actions that collide with the live lease of another member (CONFLICT). `unless`: the role from which on one may act
 * over the holder's head. Actions that are not named here do not ask who holds the task.
 */
export const HOLDER_RULES: Readonly<Partial<Record<TaskAction, { readonly unless?: Role }>>> = {
  TAKE: {},
  RELEASE: { unless: 'EDITOR' },
  PROPOSE_VERDICT: {},
  REWORD: { unless: 'EDITOR' },
};

/**
 * - NOT_A_PROPOSER: nobody judges a verdict of which they proposed any version.
 * - THE_PROPOSER: only who proposed the standing verdict takes it back.
 * - THE_AUTHOR_OR_AN_EDITOR: a piece of evidence is changed by who added it, or by an EDITOR.
 * - WHO_ESCALATED_OR_AN_EDITOR: an escalation is taken back by who made it, or by an EDITOR.
 * - NOT_THE_AUTHOR: nobody approves their own correction. Rejecting one's own is free: nothing is published by it.
 */
export type OwnWorkRule =
  'NOT_A_PROPOSER' | 'THE_PROPOSER' | 'THE_AUTHOR_OR_AN_EDITOR' | 'WHO_ESCALATED_OR_AN_EDITOR' | 'NOT_THE_AUTHOR';

/** Actions that depend on whose work it is (FORBIDDEN), whatever the role. */
export const OWN_WORK_RULES: Readonly<Partial<Record<TaskAction, OwnWorkRule>>> = {
  UPDATE_EVIDENCE: 'THE_AUTHOR_OR_AN_EDITOR',
  REMOVE_EVIDENCE: 'THE_AUTHOR_OR_AN_EDITOR',
  WITHDRAW_VERDICT: 'THE_PROPOSER',
  WITHDRAW_ESCALATION: 'WHO_ESCALATED_OR_AN_EDITOR',
  APPROVE_VERDICT: 'NOT_A_PROPOSER',
  REQUEST_CHANGES: 'NOT_A_PROPOSER',
  APPROVE_CORRECTION: 'NOT_THE_AUTHOR',
};
