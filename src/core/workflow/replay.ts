import { memberIdOf } from './actor.js';
import { applyEvent } from './apply-event.js';
import { checkHolder, checkOwnWork, checkRole } from './check-rights.js';
import { checkTask } from './check-task.js';
import { findCorrectionTransition } from './find-correction-transition.js';
import { findTransition } from './find-transition.js';
import { CORRECTION_ACTIONS, type CorrectionAction, type Facts, NEW_TASK, type Task, type TaskEvent } from './model.js';
import { DEFAULT_POLICY } from './policy.js';
import { type LeaseAfter } from './transitions.js';

/** The first event that cannot have happened, by its place in the list, and why. */
export interface ReplayFault {
  readonly index: number;
  readonly message: string;
}

export type Replay = { readonly task: Task; readonly fault?: undefined } | { readonly fault: ReplayFault };

/**
 * The task that a complete list of events leads to, oldest first. Every event is held against the tables and the
 * rights again, four eyes included. What cannot be known any more is not asked: the policy of that day, and texts.
 */
export function replay(events: readonly TaskEvent[]): Replay {
  let task = NEW_TASK;
  for (const [index, event] of events.entries()) {
    const message = faultOf(task, event);
    if (message !== null) return { fault: { index, message } };
    task = applyEvent(task, event);
    const [broken] = checkTask(task);
    if (broken !== undefined) return { fault: { index, message: broken } };
  }
  return { task };
}

/** How a stored task differs from what its events prove, as sentences; none where the two agree. */
export function checkStoredTask(stored: Task, events: readonly TaskEvent[]): readonly string[] {
  const replayed = replay(events);
  if (replayed.fault) return [`Event ${replayed.fault.index + 1}: ${replayed.fault.message}`];
  const proven = flatten(replayed.task);
  const found = flatten(stored);
  return [...new Set([...Object.keys(proven), ...Object.keys(found)])]
    .filter((path) => proven[path] !== found[path])
    .map((path) => `${path} is stored as ${found[path] ?? 'nothing'} but proven as ${proven[path] ?? 'nothing'}.`);
}

function faultOf(task: Task, event: TaskEvent): string | null {
  const { action, actor } = event;
  if (event.version !== task.version + 1) return `It has the version ${event.version} after ${task.version}.`;
  if (event.from !== task.status) return `It starts from ${event.from} while the task is ${task.status}.`;
  if (action === 'PROPOSE_VERDICT' && event.rating === undefined) return 'It has no rating.';
  if (action === 'CORRECT' && event.correction === undefined) return 'It has no correction.';
  if (!movesEvidenceFairly(task, event)) return 'It moves evidence that is not there.';
  const facts: Facts = { now: event.at, policy: DEFAULT_POLICY, evidenceAuthorId: event.evidenceAuthorId };
  const refusal =
    checkRole(task, action, actor) ??
    checkHolder(task, action, actor, facts) ??
    checkOwnWork(task, action, actor, facts);
  if (refusal !== null) return refusal.message;

  const situation = { now: event.at, policy: null };
  if (isCorrection(action)) {
    const found = findCorrectionTransition(task, action, situation);
    if ('refusal' in found) return found.refusal.message;
    return event.to === task.status && event.lease === task.lease ? null : 'A correction moved the task.';
  }
  const found = findTransition(task, action, actor, situation);
  if ('refusal' in found) return found.refusal.message;
  const { to, lease } = found.transition;
  if (event.to !== (to === 'UNCHANGED' ? task.status : to)) return `It leads to ${event.to}.`;
  return leaseFits(lease, task, event) ? null : 'Its lease went to somebody else.';
}

/** What goes into another task takes all its evidence with it; what it comes to may have got some, or none. */
function movesEvidenceFairly(task: Task, { action, evidenceMoved = 0 }: TaskEvent): boolean {
  if (action === 'MERGE_INTO') return evidenceMoved === 0 - task.evidenceCount;
  return action === 'MERGE' ? evidenceMoved >= 0 : evidenceMoved === 0;
}

function leaseFits(rule: LeaseAfter, task: Task, { actor, lease }: TaskEvent): boolean {
  switch (rule) {
    case 'NOBODY':
      return lease === null;
    case 'ACTOR':
      return lease !== null && lease.holderId === memberIdOf(actor);
    case 'PROPOSER':
      return lease !== null && lease.holderId === task.verdict?.proposerId;
    case 'ASSIGNEE':
      return lease !== null;
    case 'RENEWED':
      return lease?.holderId === task.lease?.holderId;
  }
}

function isCorrection(action: TaskEvent['action']): action is CorrectionAction {
  return CORRECTION_ACTIONS.some((correction) => correction === action);
}

/** `{ lease: { holderId } }` as `{ 'lease.holderId': … }`, each value as text; null and absent count as one. */
function flatten(value: object, prefix = ''): Record<string, string> {
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, part]: [string, unknown]) => {
      if (part === null || part === undefined) return [];
      if (typeof part === 'object' && !Array.isArray(part)) return Object.entries(flatten(part, `${prefix}${key}.`));
      return [[`${prefix}${key}`, JSON.stringify(part)]];
    }),
  );
}
