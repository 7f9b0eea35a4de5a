import { memberIdOf } from './actor.js';
import { escalationAfter } from './escalation.js';
import {
  type PublishedFactCheck,
  type StandingVerdict,
  type SubjectState,
  type Task,
  type TaskEvent,
  type TaskStatus,
} from './model.js';

/**
 * The task after an event. It asks nothing: `decide` only makes events that fit, and `replay` checks before it
 * applies. That both walk through here is why a stored state and its events cannot drift apart.
 */
export function applyEvent(task: Task, event: TaskEvent): Task {
  const verdict = verdictAfter(task, event);
  const me = memberIdOf(event.actor);
  return {
    status: event.to,
    version: event.version,
    lease: event.lease,
    evidenceCount: task.evidenceCount + (EVIDENCE_CHANGE[event.action] ?? 0) + (event.evidenceMoved ?? 0),
    proposerIds:
      event.action === 'PROPOSE_VERDICT' && me !== null && !task.proposerIds.includes(me)
        ? [...task.proposerIds, me]
        : task.proposerIds,
    verdict,
    factCheck: factCheckAfter(task, event, verdict),
    subject: SUBJECT_AFTER[event.action] ?? task.subject,
    escalation: escalationAfter(task.escalation, event),
    stale: STALE_AFTER[event.action] ?? task.stale,
  };
}

const EVIDENCE_CHANGE: Readonly<Partial<Record<TaskEvent['action'], number>>> = {
  ADD_EVIDENCE: 1,
  REMOVE_EVIDENCE: -1,
};

const SUBJECT_AFTER: Readonly<Partial<Record<TaskEvent['action'], SubjectState>>> = {
  SPLIT: 'REPLACED',
  MERGE_INTO: 'REPLACED',
  REJECT: 'REJECTED',
  RESTORE: 'STANDING',
};

const STALE_AFTER: Readonly<Partial<Record<TaskEvent['action'], boolean>>> = { MARK_STALE: true, CONFIRM: false };

/** A verdict stands from its proposal on, for as long as it is neither sent back nor withdrawn. */
const WITH_VERDICT: readonly TaskStatus[] = ['IN_REVIEW', 'APPROVED', 'PUBLISHED'];

function verdictAfter(task: Task, event: TaskEvent): StandingVerdict | null {
  if (!WITH_VERDICT.includes(event.to)) return null;
  const me = memberIdOf(event.actor);
  if (event.action === 'PROPOSE_VERDICT' && event.rating !== undefined && me !== null) {
    return { rating: event.rating, proposerId: me, approverId: null };
  }
  if (event.action === 'APPROVE_VERDICT' && task.verdict !== null) return { ...task.verdict, approverId: me };
  return task.verdict;
}

function factCheckAfter(task: Task, event: TaskEvent, verdict: StandingVerdict | null): PublishedFactCheck | null {
  const { factCheck } = task;
  if (event.action === 'PUBLISH' && verdict !== null) {
    return { status: 'PUBLISHED', version: 1, rating: verdict.rating, pendingCorrection: null };
  }
  if (factCheck === null) return null;
  const pending = factCheck.pendingCorrection;
  const me = memberIdOf(event.actor);
  if (event.action === 'CORRECT' && event.correction !== undefined && me !== null) {
    return { ...factCheck, pendingCorrection: { authorId: me, ...event.correction } };
  }
  if (event.action === 'REJECT_CORRECTION') return { ...factCheck, pendingCorrection: null };
  if (event.action === 'APPROVE_CORRECTION' && pending !== null) {
    return {
      status: pending.class === 'RETRACTION' ? 'RETRACTED' : 'CORRECTED',
      version: factCheck.version + 1,
      rating: pending.rating ?? factCheck.rating,
      pendingCorrection: null,
    };
  }
  return factCheck;
}
