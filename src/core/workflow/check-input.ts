import { type Facts, type InputFault, type Refusal, type Task, type TaskAction } from './model.js';
import { isAtLeast } from './roles.js';
import { visibleLength } from './visible-length.js';

/** BAD_USER_INPUT with every fault of the action's input, those that the caller found among them; null without any. */
export function checkInput(task: Task, action: TaskAction, facts: Facts): Refusal | null {
  const faults = [...(facts.inputFaults ?? []), ...faultsOf(task, action, facts)];
  if (faults.length === 0) return null;
  return { code: 'BAD_USER_INPUT', message: faults.map((fault) => fault.message).join(' '), fields: faults };
}

function faultsOf(task: Task, action: TaskAction, facts: Facts): InputFault[] {
  switch (action) {
    case 'ASSIGN':
      return assigneeFaults(facts);
    case 'PROPOSE_VERDICT':
      return [
        ...(facts.rating ? [] : [{ field: 'rating', message: 'The rating is not one of the scale.' }]),
        ...rationaleFaults(facts.rationaleLength ?? 0, facts),
      ];
    case 'REQUEST_CHANGES':
    case 'REJECT_CORRECTION':
      return blankFaults('comment', facts.comment);
    case 'DISMISS':
    case 'ESCALATE':
    case 'REOPEN':
    case 'REJECT':
      return blankFaults('reason', facts.reason);
    case 'CORRECT':
      return correctionFaults(task, facts);
    default:
      return [];
  }
}

function assigneeFaults({ assignee }: Facts): InputFault[] {
  if (!assignee) return [{ field: 'memberId', message: 'The newsroom has no such member.' }];
  if (isAtLeast(assignee.role, 'FACT_CHECKER')) return [];
  return [{ field: 'memberId', message: 'A task goes to a FACT_CHECKER or a higher role.' }];
}

function rationaleFaults(length: number, { policy }: Facts): InputFault[] {
  if (length >= policy.minRationaleLength) return [];
  return [{ field: 'rationale', message: `The rationale needs at least ${policy.minRationaleLength} characters.` }];
}

function blankFaults(field: string, text: string | null | undefined): InputFault[] {
  return visibleLength(text ?? '') > 0 ? [] : [{ field, message: `The ${field} is empty.` }];
}

/** A rating may be left out (it stays), is null where the scale does not know it, and must fit the class. */
function correctionFaults(task: Task, facts: Facts): InputFault[] {
  const { correctionClass, rating, rationaleLength } = facts;
  const faults = correctionClass ? [] : [{ field: 'class', message: 'The class of the correction is missing.' }];
  if (visibleLength(facts.publicNote ?? '') === 0) {
    faults.push({ field: 'publicNote', message: 'The public note is empty.' });
  }
  if (rationaleLength !== undefined) faults.push(...rationaleFaults(rationaleLength, facts));
  if (rating === null) {
    faults.push({ field: 'rating', message: 'The rating is not one of the scale.' });
  } else if (task.factCheck) {
    const changes = rating !== undefined && rating.code !== task.factCheck.rating.code;
    if (correctionClass === 'RATING_CHANGED' && !changes) {
      faults.push({ field: 'rating', message: 'RATING_CHANGED needs a rating other than the published one.' });
    } else if (correctionClass !== 'RATING_CHANGED' && changes) {
      faults.push({ field: 'rating', message: 'Only RATING_CHANGED brings another rating.' });
    }
  }
  return faults;
}
