import { memberIdOf } from './actor.js';
import { type Escalation, type TaskAction, type TaskEvent } from './model.js';
import { type Role } from './roles.js';

/**
 * What settles a disagreement: an EDITOR's decision, be it that the quote or claim is none or becomes others, or that it
 * is taken back.
 */
const ENDING: readonly TaskAction[] = [
  'ASSIGN',
  'APPROVE_VERDICT',
  'REQUEST_CHANGES',
  'DISMISS',
  'REJECT',
  'SPLIT',
  'MERGE_INTO',
  'REOPEN',
  'WITHDRAW_ESCALATION',
];

/** The escalation that stands after an event. */
export function escalationAfter(escalation: Escalation | null, event: TaskEvent): Escalation | null {
  const byId = memberIdOf(event.actor);
  if (event.action === 'ESCALATE' && byId !== null) return { byId, at: event.at, version: event.version };
  return ENDING.includes(event.action) ? null : escalation;
}

/** What only these roles decide while the task is escalated: else who disagrees would settle it themselves. */
export const ESCALATED_LEAST_ROLE: Readonly<Partial<Record<TaskAction, Role>>> = {
  APPROVE_VERDICT: 'EDITOR',
  REQUEST_CHANGES: 'EDITOR',
};
