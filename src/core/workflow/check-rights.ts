import { type Actor, memberIdOf } from './actor.js';
import { ESCALATED_LEAST_ROLE } from './escalation.js';
import { liveHolder } from './live-holder.js';
import { CORRECTION_ACTIONS, type Facts, type Refusal, type Task, type TaskAction } from './model.js';
import { HOLDER_RULES, LEAST_ROLE, OWN_WORK_RULES } from './permissions.js';
import { isAtLeast, type Role } from './roles.js';

/** FORBIDDEN where the role is too low, or where a machine would do a person's work or a person the system's. */
export function checkRole(task: Task, action: TaskAction, actor: Actor): Refusal | null {
  const least = (task.escalation && ESCALATED_LEAST_ROLE[action]) || LEAST_ROLE[action];
  if (least === 'SYSTEM') {
    return actor.kind === 'SYSTEM' ? null : forbidden(`${action} is done by the system alone.`);
  }
  return hasRole(actor, least) ? null : forbidden(`${action} needs the role ${least} or a higher one.`);
}

/** CONFLICT where the version is not the one that the caller saw; `holder` says who holds the task, if another does. */
export function checkVersion(task: Task, action: TaskAction, actor: Actor, facts: Facts): Refusal | null {
  const isCorrection = CORRECTION_ACTIONS.some((correction) => correction === action);
  // Without a fact-check there is no version to compare: the transition refuses a correction of it.
  const version = isCorrection ? task.factCheck?.version : task.version;
  const expectedTaskVersion = isCorrection ? facts.expectedTaskVersion : null;
  const stale = facts.expectedVersion != null && version !== undefined && version !== facts.expectedVersion;
  if (!stale && (expectedTaskVersion == null || expectedTaskVersion === task.version)) return null;
  const holder = otherHolder(task, actor, facts.now);
  return {
    code: 'CONFLICT',
    message: 'It has changed since it was read.',
    ...(holder === null ? {} : { holder }),
  };
}

/** CONFLICT where another member holds the task, or where a correction is pending and a second one is proposed. */
export function checkHolder(task: Task, action: TaskAction, actor: Actor, facts: Facts): Refusal | null {
  if (action === 'CORRECT' && task.factCheck?.pendingCorrection) {
    return { code: 'CONFLICT', message: 'Another correction is waiting for approval.' };
  }
  const rule = HOLDER_RULES[action];
  if (!rule || (rule.unless !== undefined && hasRole(actor, rule.unless))) return null;
  const holder = otherHolder(task, actor, facts.now);
  return holder === null ? null : { code: 'CONFLICT', message: 'Another member holds this task.', holder };
}

/** FORBIDDEN where it matters whose work it is: see `OwnWorkRule`. */
export function checkOwnWork(task: Task, action: TaskAction, actor: Actor, facts: Facts): Refusal | null {
  const me = memberIdOf(actor);
  const rule = OWN_WORK_RULES[action];
  if (rule === undefined || me === null) return null;
  switch (rule) {
    case 'NOT_A_PROPOSER':
      return task.proposerIds.includes(me) ? forbidden('Nobody reviews a verdict that they proposed.') : null;
    case 'THE_PROPOSER':
      return task.verdict !== null && task.verdict.proposerId !== me
        ? forbidden('Only the proposer withdraws a verdict.')
        : null;
    case 'THE_AUTHOR_OR_AN_EDITOR':
      return facts.evidenceAuthorId === me || hasRole(actor, 'EDITOR')
        ? null
        : forbidden('Evidence is changed by who added it, or by an EDITOR.');
    case 'WHO_ESCALATED_OR_AN_EDITOR':
      return task.escalation === null || task.escalation.byId === me || hasRole(actor, 'EDITOR')
        ? null
        : forbidden('An escalation is withdrawn by who made it, or by an EDITOR.');
    case 'NOT_THE_AUTHOR':
      return task.factCheck?.pendingCorrection?.authorId === me
        ? forbidden('Nobody approves their own correction.')
        : null;
  }
}

function hasRole(actor: Actor, least: Role): boolean {
  return actor.kind === 'MEMBER' && isAtLeast(actor.role, least);
}

function otherHolder(task: Task, actor: Actor, now: number): string | null {
  const holder = liveHolder(task, now);
  return holder === memberIdOf(actor) ? null : holder;
}

function forbidden(message: string): Refusal {
  return { code: 'FORBIDDEN', message };
}
