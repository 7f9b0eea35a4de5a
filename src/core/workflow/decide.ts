import { type Actor, memberIdOf } from './actor.js';
import { applyEvent } from './apply-event.js';
import { checkInput } from './check-input.js';
import { checkHolder, checkOwnWork, checkRole, checkVersion } from './check-rights.js';
import { findCorrectionTransition } from './find-correction-transition.js';
import { findTransition } from './find-transition.js';
import { liveHolder } from './live-holder.js';
import {
  CORRECTION_ACTIONS,
  type CorrectionAction,
  type Facts,
  type Lease,
  type Refusal,
  type Task,
  type TaskAction,
  type TaskEvent,
  type TaskStatus,
} from './model.js';
import { type LeaseAfter } from './transitions.js';

/** What came of it: the event to record with the task as it is then, or why not. */
export type Decision =
  { readonly event: TaskEvent; readonly next: Task; readonly refusal?: undefined } | { readonly refusal: Refusal };

/**
 * Whether `actor` may do `action` to `task` now, and what becomes of the task. The one place that names a next state.
 *
 * Refusals come in a fixed order, so that a caller learns no more than their role lets them: FORBIDDEN (role),
 * BAD_USER_INPUT, CONFLICT (version, holder), FORBIDDEN (whose work it is), INVALID_TRANSITION. Nothing is thrown and
 * nothing that was passed in is changed. For two people at one button the caller must hold the task's row locked from
 * reading `task` to writing `next`.
 */
export function decide(task: Task, action: TaskAction, actor: Actor, facts: Facts): Decision {
  const refusal =
    checkRole(task, action, actor) ??
    checkInput(task, action, facts) ??
    checkVersion(task, action, actor, facts) ??
    checkHolder(task, action, actor, facts) ??
    checkOwnWork(task, action, actor, facts);
  if (refusal !== null) return { refusal };

  let to: TaskStatus = task.status;
  let lease: Lease | null = task.lease;
  if (isCorrection(action)) {
    const found = findCorrectionTransition(task, action, facts);
    if ('refusal' in found) return found;
  } else {
    const found = findTransition(task, action, actor, facts);
    if ('refusal' in found) return found;
    if (found.transition.to !== 'UNCHANGED') to = found.transition.to;
    lease = leaseAfter(found.transition.lease, task, actor, facts);
  }

  const event: TaskEvent = {
    action,
    actor,
    at: facts.now,
    version: task.version + 1,
    from: task.status,
    to,
    lease,
    ...detailsOf(task, action, facts),
  };
  return { event, next: applyEvent(task, event) };
}

function isCorrection(action: TaskAction): action is CorrectionAction {
  return CORRECTION_ACTIONS.some((correction) => correction === action);
}

function leaseAfter(rule: LeaseAfter, task: Task, actor: Actor, facts: Facts): Lease | null {
  const me = memberIdOf(actor);
  switch (rule) {
    case 'ACTOR':
      return leaseFor(me, facts);
    case 'ASSIGNEE':
      return leaseFor(facts.assignee?.memberId, facts);
    case 'PROPOSER':
      return leaseFor(task.verdict?.proposerId, facts);
    case 'NOBODY':
      return null;
    case 'RENEWED':
      return me !== null && liveHolder(task, facts.now) === me ? leaseFor(me, facts) : task.lease;
  }
}

function leaseFor(holderId: string | null | undefined, { now, policy }: Facts): Lease | null {
  return holderId == null ? null : { holderId, expiresAt: now + policy.leaseMs };
}

type Details = Pick<TaskEvent, 'rating' | 'evidenceAuthorId' | 'correction' | 'evidenceMoved'>;

function detailsOf(task: Task, action: TaskAction, facts: Facts): Details {
  if (action === 'PROPOSE_VERDICT' && facts.rating) return { rating: facts.rating };
  if (action === 'CORRECT' && facts.correctionClass !== undefined) {
    // Only RATING_CHANGED brings a rating: the same one, repeated, is no change.
    const rating = facts.correctionClass === 'RATING_CHANGED' ? (facts.rating ?? null) : null;
    return { correction: { class: facts.correctionClass, rating } };
  }
  if (action === 'MERGE') return { evidenceMoved: facts.evidenceTaken ?? 0 };
  if (action === 'MERGE_INTO') return { evidenceMoved: 0 - task.evidenceCount };
  const touchesEvidence = action === 'UPDATE_EVIDENCE' || action === 'REMOVE_EVIDENCE';
  return touchesEvidence && facts.evidenceAuthorId !== undefined ? { evidenceAuthorId: facts.evidenceAuthorId } : {};
}
