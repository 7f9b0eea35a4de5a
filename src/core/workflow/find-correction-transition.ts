import {
  type CorrectionCondition,
  type CorrectionTransition,
  CORRECTION_TRANSITIONS,
} from './correction-transitions.js';
import { type CorrectionAction, type PublishedFactCheck, type Refusal, type Task } from './model.js';
import { type Situation } from './find-transition.js';

/** The row of the corrections' table that fits, or INVALID_TRANSITION with what stands in the way. */
export function findCorrectionTransition(
  task: Task,
  action: CorrectionAction,
  situation: Situation,
): { readonly transition: CorrectionTransition } | { readonly refusal: Refusal } {
  const { factCheck } = task;
  if (task.status !== 'PUBLISHED' || factCheck === null) {
    return invalid(`${action} is only possible once the fact-check is published.`);
  }
  let message = `${action} is not possible while the fact-check is ${factCheck.status}.`;
  for (const transition of CORRECTION_TRANSITIONS) {
    if (transition.action !== action || !transition.from.includes(factCheck.status)) continue;
    const missing = transition.given.find((condition) => !holds(condition, task, factCheck, situation));
    if (missing === undefined) return { transition };
    message = MISSING[missing];
  }
  return invalid(message);
}

const MISSING: Readonly<Record<CorrectionCondition, string>> = {
  NONE_PENDING: 'Another correction is waiting for approval.',
  PENDING: 'No correction is waiting for approval.',
  PENDING_RETRACTION: 'No correction is waiting for approval.',
  PENDING_REVISION: 'No correction is waiting for approval.',
  ENOUGH_EVIDENCE: 'There is less evidence than the newsroom asks for with the new rating.',
};

function holds(
  condition: CorrectionCondition,
  task: Task,
  factCheck: PublishedFactCheck,
  situation: Situation,
): boolean {
  const pending = factCheck.pendingCorrection;
  switch (condition) {
    case 'NONE_PENDING':
      return pending === null;
    case 'PENDING':
      return pending !== null;
    case 'PENDING_RETRACTION':
      return pending !== null && pending.class === 'RETRACTION';
    case 'PENDING_REVISION':
      return pending !== null && pending.class !== 'RETRACTION';
    case 'ENOUGH_EVIDENCE': {
      const rating = pending === null ? situation.rating : pending.rating;
      if (situation.policy === null || factCheck.rating.needsEvidence || !rating?.needsEvidence) return true;
      return task.evidenceCount >= situation.policy.minEvidence;
    }
  }
}

function invalid(message: string): { readonly refusal: Refusal } {
  return { refusal: { code: 'INVALID_TRANSITION', message } };
}
