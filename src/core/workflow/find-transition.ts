import { type Actor, memberIdOf } from './actor.js';
import { liveHolder } from './live-holder.js';
import { type ChosenRating, type Refusal, type Task, type WorkAction } from './model.js';
import { type NewsroomPolicy } from './policy.js';
import { type Condition, type Transition, TRANSITIONS } from './transitions.js';

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
  action: WorkAction,
  actor: Actor,
  situation: Situation,
): { readonly transition: Transition } | { readonly refusal: Refusal } {
  let message = `${action} is not possible while the task is ${task.status}.`;
  for (const transition of TRANSITIONS) {
    if (transition.action !== action || !transition.from.includes(task.status)) continue;
    const missing = transition.given.find((condition) => !holds(condition, task, action, actor, situation));
    if (missing === undefined) return { transition };
    message = MISSING[missing];
  }
  return { refusal: { code: 'INVALID_TRANSITION', message } };
}

const MISSING: Readonly<Record<Condition, string>> = {
  FREE: 'The lease has not run out.',
  HELD: 'Nobody holds this task.',
  HELD_BY_ACTOR: 'Take the task first: a lease that ran out counts as free.',
  ENOUGH_EVIDENCE: 'There is less evidence than the newsroom asks for.',
  SOME_EVIDENCE: 'The task has no evidence.',
  EVER_PROPOSED: 'Nobody has proposed a verdict that one could disagree with.',
  ESCALATED: 'Nobody has handed this task to an EDITOR.',
  NOT_ESCALATED: 'This task has been handed to an EDITOR already.',
};

function holds(condition: Condition, task: Task, action: WorkAction, actor: Actor, situation: Situation): boolean {
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
    case 'SOME_EVIDENCE':
      return task.evidenceCount > 0;
    case 'ENOUGH_EVIDENCE': {
      const rating = action === 'PROPOSE_VERDICT' ? situation.rating : task.verdict?.rating;
      if (situation.policy === null || rating?.needsEvidence === false) return true;
      return task.evidenceCount >= situation.policy.minEvidence;
    }
  }
}
