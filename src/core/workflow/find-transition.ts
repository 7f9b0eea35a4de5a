import { type Actor, memberIdOf } from './actor.js';
import { liveHolder } from './live-holder.js';
import { MENDING_TRANSITIONS } from './mending-transitions.js';
import {
  type ChosenRating,
  MEND_ACTIONS,
  type MendAction,
  type Refusal,
  type Task,
  type TaskStatus,
  type VersionAction,
  type WorkAction,
} from './model.js';
import { type NewsroomPolicy } from './policy.js';
import { type Condition, type Transition, TRANSITIONS } from './transitions.js';
import { VERSION_TRANSITIONS } from './version-transitions.js';

/** What the conditions of the table are weighed against. */
export interface Situation {
  /** UTC epoch ms. */
  readonly now: number;
  /** Null asks for no evidence: replay does not know the policy of that day. */
  readonly policy: NewsroomPolicy | null;
  /** The rating being proposed. For every other action that of the standing verdict counts, whatever is given here. */
  readonly rating?: ChosenRating | null;
}

/** The row of the table that fits, or INVALID_TRANSITION with what stands in the way. */
export function findTransition(
  task: Task,
  action: WorkAction | MendAction | VersionAction,
  actor: Actor,
  situation: Situation,
): { readonly transition: Transition } | { readonly refusal: Refusal } {
  const advice = isMend(action) ? (BEFORE_MENDING[task.status] ?? '') : '';
  let message = `${action} is not possible while the task is ${task.status}.${advice}`;
  for (const transition of EVERY_TRANSITION) {
    if (transition.action !== action || !transition.from.includes(task.status)) continue;
    const missing = transition.given.find((condition) => !holds(condition, task, action, actor, situation));
    if (missing === undefined) return { transition };
    message = MISSING[missing];
  }
  return { refusal: { code: 'INVALID_TRANSITION', message } };
}

const EVERY_TRANSITION: readonly Transition[] = [...TRANSITIONS, ...MENDING_TRANSITIONS, ...VERSION_TRANSITIONS];

const isMend = (action: WorkAction | MendAction | VersionAction): boolean =>
  MEND_ACTIONS.some((mend) => mend === action);

/** What to do first, where the quote or claim of a task cannot be mended as the task stands. */
const BEFORE_MENDING: Readonly<Partial<Record<TaskStatus, string>>> = {
  PENDING: ' It is just being prepared: try again in a moment.',
  IN_REVIEW: ' Its verdict rates what stands there now: request changes or withdraw the verdict first.',
  APPROVED: ' Its verdict rates what stands there now: reopen the task first.',
  PUBLISHED: ' What is published changes by a correction alone.',
  DISMISSED: ' Reopen it first, or restore what was rejected.',
};

const MISSING: Readonly<Record<Condition, string>> = {
  FREE: 'The lease has not run out.',
  HELD: 'Nobody holds this task.',
  HELD_BY_ACTOR: 'Take the task first: a lease that ran out counts as free.',
  ENOUGH_EVIDENCE: 'There is less evidence than the newsroom asks for.',
  SOME_EVIDENCE: 'The task has no evidence.',
  STANDING: 'Its quote or claim was rejected or replaced: one that was rejected can be restored.',
  REJECTED: 'Its quote or claim was not rejected.',
  EVER_PROPOSED: 'Nobody has proposed a verdict that one could disagree with.',
  ESCALATED: 'Nobody has handed this task to an EDITOR.',
  NOT_ESCALATED: 'This task has been handed to an EDITOR already.',
  STALE: 'Its words stand in the article as it is now, or somebody has confirmed the task already.',
  NOT_STALE: 'This task is marked as stale already.',
};

function holds(
  condition: Condition,
  task: Task,
  action: WorkAction | MendAction | VersionAction,
  actor: Actor,
  situation: Situation,
): boolean {
  const holder = liveHolder(task, situation.now);
  switch (condition) {
    case 'FREE':
      return holder === null;
    case 'HELD':
      return holder !== null;
    case 'HELD_BY_ACTOR':
      return holder !== null && holder === memberIdOf(actor);
    case 'EVER_PROPOSED':
      return task.proposerIds.length > 0;
    case 'ESCALATED':
      return task.escalation !== null;
    case 'NOT_ESCALATED':
      return task.escalation === null;
    case 'STALE':
      return task.stale;
    case 'NOT_STALE':
      return !task.stale;
    case 'SOME_EVIDENCE':
      return task.evidenceCount > 0;
    case 'STANDING':
    case 'REJECTED':
      return task.subject === condition;
    case 'ENOUGH_EVIDENCE': {
      const rating = action === 'PROPOSE_VERDICT' ? situation.rating : task.verdict?.rating;
      if (situation.policy === null || rating?.needsEvidence === false) return true;
      return task.evidenceCount >= situation.policy.minEvidence;
    }
  }
}
