import { type Task } from './model.js';

/**
 * What is wrong with a task by itself, as sentences; none for every task that `decide` can make. A database may keep
 * the same rules as constraints.
 */
export function checkTask(task: Task): readonly string[] {
  const { status, lease, verdict, factCheck, proposerIds, escalation } = task;
  const faults: string[] = [];
  const expect = (holds: boolean, fault: string): void => {
    if (!holds) faults.push(fault);
  };
  const isHeld = status === 'IN_PROGRESS' || status === 'CHANGES_REQUESTED';
  const isApproved = status === 'APPROVED' || status === 'PUBLISHED';
  expect((lease !== null) === isHeld, `${status} ${isHeld ? 'without' : 'with'} a lease.`);
  const hasVerdict = status === 'IN_REVIEW' || isApproved;
  expect((verdict !== null) === hasVerdict, `${status} ${hasVerdict ? 'without' : 'with'} a verdict.`);
  expect((factCheck !== null) === (status === 'PUBLISHED'), `The fact-check does not fit ${status}.`);
  const isOver = isApproved || status === 'PENDING' || status === 'DISMISSED';
  expect(escalation === null || !isOver, `${status} with an escalation.`);
  expect(Number.isInteger(task.evidenceCount) && task.evidenceCount >= 0, 'The evidence is fewer than none.');
  expect(new Set(proposerIds).size === proposerIds.length, 'A proposer is named twice.');
  expect(task.subject === 'STANDING' || status === 'DISMISSED', `${status} about what is ${task.subject}.`);
  if (verdict !== null) {
    expect((verdict.approverId !== null) === isApproved, `The approver does not fit ${status}.`);
    expect(proposerIds.includes(verdict.proposerId), 'The proposer is not among the proposers.');
    expect(
      verdict.approverId === null || !proposerIds.includes(verdict.approverId),
      'A proposer approved their own verdict.',
    );
  }
  if (factCheck !== null) {
    expect((factCheck.version === 1) === (factCheck.status === 'PUBLISHED'), 'The editions do not fit the status.');
    expect(factCheck.status !== 'RETRACTED' || factCheck.pendingCorrection === null, 'A retracted one is final.');
  }
  return faults;
}
