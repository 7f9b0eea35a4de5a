import { type Actor, memberIdOf } from './actor.js';
import { decide } from './decide.js';
import { type ChosenRating, type Facts, type Task, TASK_ACTIONS, type TaskAction } from './model.js';
import { type NewsroomPolicy } from './policy.js';

export interface AllowedActionsFacts {
  /** UTC epoch ms. */
  readonly now: number;
  readonly policy: NewsroomPolicy;
  /** The ratings of the task's scale: one that needs no evidence can be proposed without any. */
  readonly ratings: readonly ChosenRating[];
  /** To ask about one piece of evidence: who added it. Without it only an EDITOR may change evidence. */
  readonly evidenceAuthorId?: string;
  /** What the task is about; left out, what fits either is offered. */
  readonly kind?: 'QUOTE' | 'CLAIM';
}

/**
 * What `actor` may do to `task` now, given fit input, in the order of `TASK_ACTIONS`. It asks `decide` itself, so that
 * what is offered and what is accepted are the same. TAKE by who holds the task renews the lease.
 */
export function allowedActions(task: Task, actor: Actor, facts: AllowedActionsFacts): readonly TaskAction[] {
  return TASK_ACTIONS.filter(
    (action) =>
      fitsKind(action, facts.kind) &&
      attempts(action, task, actor, facts).some(
        (attempt) => decide(task, action, actor, attempt).refusal === undefined,
      ),
  );
}

/** ADD makes a task, so that it can be done to none; and a quote has no proposition to word. */
const fitsKind = (action: TaskAction, kind: AllowedActionsFacts['kind']): boolean =>
  action !== 'ADD' && !(action === 'REWORD' && kind === 'QUOTE');

/** Fit inputs for the action; where what is possible depends on the input, one of each kind. */
function attempts(action: TaskAction, task: Task, actor: Actor, facts: AllowedActionsFacts): Facts[] {
  const { now, policy, ratings, evidenceAuthorId } = facts;
  const me = memberIdOf(actor);
  const fit: Facts = {
    now,
    policy,
    evidenceAuthorId,
    rationaleLength: policy.minRationaleLength,
    comment: 'fit',
    reason: 'fit',
    publicNote: 'fit',
    correctionClass: 'TYPO',
    rating: task.factCheck?.rating,
    assignee: me === null ? null : { memberId: me, role: 'FACT_CHECKER' },
  };
  return action === 'PROPOSE_VERDICT' ? ratings.map((rating) => ({ ...fit, rating })) : [fit];
}
