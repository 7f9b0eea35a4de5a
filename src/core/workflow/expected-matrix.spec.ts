import { type Actor } from './actor.js';
import { decide } from './decide.js';
import { CORRECTION_ACTIONS, type Facts, NEW_TASK, type Task, type TaskAction, WORK_ACTIONS } from './model.js';
import { DEFAULT_POLICY } from './policy.js';
import { type Role } from './roles.js';

/*
 * What is promised, cell by cell: written from the promise and not from the tables, so that the two can disagree.
 * `forb` `conf` and `----` are FORBIDDEN, CONFLICT and INVALID_TRANSITION; any other word is the status afterwards.
 * Capital letters are members who have nothing to do with the task yet, small letters are "me": who holds it, held it
 * until the lease ran out, or proposed its verdict. V VIEWER, F FACT_CHECKER, R REVIEWER, E EDITOR, A ADMIN,
 * I a machine's key, S the system.
 */
const TASK_MATRIX = `
            PENDING OPEN  HELD  RUNOUT REVIEW CHANGES CHG-OUT APPROVED PUBLISHED DISMISSED
TAKE
  V I S     forb    forb  forb  forb   forb   forb    forb    forb     forb      forb
  F R E A   ----    PROG  conf  PROG   ----   conf    PROG    ----     ----      ----
  f r e a   ----    PROG  PROG  PROG   ----   CHNG    PROG    ----     ----      ----
RELEASE
  V I S     forb    forb  forb  forb   forb   forb    forb    forb     forb      forb
  F R       ----    ----  conf  ----   ----   conf    ----    ----     ----      ----
  f r       ----    ----  OPEN  ----   ----   ----    ----    ----     ----      ----
  E A e a   ----    ----  OPEN  ----   ----   ----    ----    ----     ----      ----
ASSIGN
  V I S     forb    forb  forb  forb   forb   forb    forb    forb     forb      forb
  F R f r   forb    forb  forb  forb   forb   forb    forb    forb     forb      forb
  E A e a   ----    PROG  PROG  PROG   ----   PROG    PROG    ----     ----      ----
ADD_EVIDENCE
  V I S     forb    forb  forb  forb   forb   forb    forb    forb     forb      forb
  F R E A   ----    OPEN  PROG  PROG   ----   CHNG    CHNG    ----     ----      ----
  f r e a   ----    OPEN  PROG  PROG   ----   CHNG    CHNG    ----     ----      ----
PROPOSE_VERDICT
  V I S     forb    forb  forb  forb   forb   forb    forb    forb     forb      forb
  F R E A   ----    ----  conf  ----   ----   conf    ----    ----     ----      ----
  f r e a   ----    ----  REVW  ----   ----   REVW    ----    ----     ----      ----
WITHDRAW_VERDICT
  V I S     forb    forb  forb  forb   forb   forb    forb    forb     forb      forb
  F R E A   ----    ----  ----  ----   forb   ----    ----    forb     forb      ----
  f r e a   ----    ----  ----  ----   PROG   ----    ----    ----     ----      ----
APPROVE_VERDICT
  V I S F f forb    forb  forb  forb   forb   forb    forb    forb     forb      forb
  R E A     ----    ----  ----  ----   APPR   ----    ----    ----     ----      ----
  r e a     ----    ----  ----  ----   forb   forb    forb    forb     forb      ----
REQUEST_CHANGES
  V I S F f forb    forb  forb  forb   forb   forb    forb    forb     forb      forb
  R E A     ----    ----  ----  ----   CHNG   ----    ----    ----     ----      ----
  r e a     ----    ----  ----  ----   forb   forb    forb    forb     forb      ----
PUBLISH
  V I S     forb    forb  forb  forb   forb   forb    forb    forb     forb      forb
  F R f r   forb    forb  forb  forb   forb   forb    forb    forb     forb      forb
  E A e a   ----    ----  ----  ----   ----   ----    ----    PUBL     ----      ----
DISMISS
  V I S     forb    forb  forb  forb   forb   forb    forb    forb     forb      forb
  F R f r   forb    forb  forb  forb   forb   forb    forb    forb     forb      forb
  E A e a   ----    DISM  DISM  DISM   DISM   DISM    DISM    ----     ----      ----
REOPEN
  V I S     forb    forb  forb  forb   forb   forb    forb    forb     forb      forb
  F R f r   forb    forb  forb  forb   forb   forb    forb    forb     forb      forb
  E A e a   ----    ----  ----  ----   ----   ----    ----    OPEN     ----      OPEN
ESCALATE
  V I S     forb    forb  forb  forb   forb   forb    forb    forb     forb      forb
  F R E A   ----    ----  ----  ----   REVW   CHNG    CHNG    ----     ----      ----
  f r e a   ----    ----  ----  ----   REVW   CHNG    CHNG    ----     ----      ----
WITHDRAW_ESCALATION
  V I S     forb    forb  forb  forb   forb   forb    forb    forb     forb      forb
  F R E A   ----    ----  ----  ----   ----   ----    ----    ----     ----      ----
  f r e a   ----    ----  ----  ----   ----   ----    ----    ----     ----      ----
PREPARE
  V I       forb    forb  forb  forb   forb   forb    forb    forb     forb      forb
  F R f r   forb    forb  forb  forb   forb   forb    forb    forb     forb      forb
  E A e a   forb    forb  forb  forb   forb   forb    forb    forb     forb      forb
  S         OPEN    ----  ----  ----   ----   ----    ----    ----     ----      ----
LEASE_RUNS_OUT
  V I       forb    forb  forb  forb   forb   forb    forb    forb     forb      forb
  F R f r   forb    forb  forb  forb   forb   forb    forb    forb     forb      forb
  E A e a   forb    forb  forb  forb   forb   forb    forb    forb     forb      forb
  S         ----    ----  ----  OPEN   ----   ----    ----    ----     ----      ----
`;

/** The same for a published fact-check; the word is its status afterwards, small letters are the correction's author. */
const CORRECTION_MATRIX = `
                     APPROVED PUBLISHED PENDING PENDING-RETRACTION CORRECTED RETRACTED
CORRECT
  V I S F R f r      forb     forb      forb    forb               forb      forb
  E A e a            ----     PUBL      conf    conf               CORR      ----
APPROVE_CORRECTION
  V I S F f          forb     forb      forb    forb               forb      forb
  R E A              ----     ----      CORR    RETR               ----      ----
  r e a              ----     ----      forb    forb               ----      ----
REJECT_CORRECTION
  V I S F f          forb     forb      forb    forb               forb      forb
  R E A r e a        ----     ----      PUBL    PUBL               ----      ----
`;

/** What differs while the task is escalated; here small letters proposed the verdict and handed it to an EDITOR. */
const ESCALATED_MATRIX = `
                     OPEN    REVIEW  CHANGES
ESCALATE
  V I S              forb    forb    forb
  F R E A f r e a    ----    ----    ----
WITHDRAW_ESCALATION
  V I S F R          forb    forb    forb
  f r e a E A        OPEN    REVW    CHNG
APPROVE_VERDICT
  V I S F f R r      forb    forb    forb
  E A                ----    APPR    ----
  e a                forb    forb    forb
REQUEST_CHANGES
  V I S F f R r      forb    forb    forb
  E A                ----    CHNG    ----
  e a                forb    forb    forb
`;

const NOW = 1_000_000;
const rating = { code: 'FALSE', needsEvidence: true };
const live = { holderId: 'me', expiresAt: NOW + 1 };
const runOut = { holderId: 'me', expiresAt: NOW };
const prepared: Task = { ...NEW_TASK, status: 'OPEN', version: 7, evidenceCount: 1 };
const proposed: Task = { ...prepared, proposerIds: ['me'] };
const verdict = { rating, proposerId: 'me', approverId: null };
const approved: Task = { ...proposed, status: 'APPROVED', verdict: { ...verdict, approverId: 'approver' } };
const factCheck = { status: 'PUBLISHED', version: 1, rating, pendingCorrection: null } as const;
const published: Task = { ...approved, status: 'PUBLISHED', factCheck };
// In the matrix of corrections "me" is the author of the correction and no proposer.
const publishedByOthers: Task = {
  ...published,
  proposerIds: ['proposer'],
  verdict: { ...verdict, proposerId: 'proposer', approverId: 'approver' },
};
const pending = (correctionClass: 'TYPO' | 'RETRACTION'): Task => ({
  ...publishedByOthers,
  factCheck: { ...factCheck, pendingCorrection: { authorId: 'me', class: correctionClass, rating: null } },
});

const TASKS: Record<string, Task> = {
  PENDING: NEW_TASK,
  OPEN: prepared,
  HELD: { ...prepared, status: 'IN_PROGRESS', lease: live },
  RUNOUT: { ...prepared, status: 'IN_PROGRESS', lease: runOut },
  REVIEW: { ...proposed, status: 'IN_REVIEW', verdict },
  CHANGES: { ...proposed, status: 'CHANGES_REQUESTED', lease: live },
  'CHG-OUT': { ...proposed, status: 'CHANGES_REQUESTED', lease: runOut },
  APPROVED: approved,
  PUBLISHED: published,
  DISMISSED: { ...prepared, status: 'DISMISSED' },
};

const PUBLISHED_TASKS: Record<string, Task> = {
  APPROVED: approved,
  PUBLISHED: publishedByOthers,
  PENDING: pending('TYPO'),
  'PENDING-RETRACTION': pending('RETRACTION'),
  CORRECTED: { ...publishedByOthers, factCheck: { ...factCheck, status: 'CORRECTED', version: 2 } },
  RETRACTED: { ...publishedByOthers, factCheck: { ...factCheck, status: 'RETRACTED', version: 2 } },
};

const escalation = { byId: 'me', at: NOW - 1, version: 7 };
const ESCALATED_TASKS: Record<string, Task> = {
  OPEN: { ...proposed, escalation },
  REVIEW: { ...TASKS.REVIEW!, escalation },
  CHANGES: { ...TASKS.CHANGES!, escalation },
};

const LETTERS: Record<string, Role> = { V: 'VIEWER', F: 'FACT_CHECKER', R: 'REVIEWER', E: 'EDITOR', A: 'ADMIN' };

function actorOf(letter: string): Actor {
  if (letter === 'I') return { kind: 'INTEGRATION' };
  if (letter === 'S') return { kind: 'SYSTEM' };
  const isMe = letter !== letter.toUpperCase();
  return { kind: 'MEMBER', memberId: isMe ? 'me' : 'another', role: LETTERS[letter.toUpperCase()]! };
}

const fit: Facts = {
  now: NOW,
  policy: DEFAULT_POLICY,
  rating,
  rationaleLength: 20,
  comment: 'comment',
  reason: 'reason',
  publicNote: 'note',
  assignee: { memberId: 'third', role: 'FACT_CHECKER' },
};

/** Named here as the matrix names them; OPEN stands for itself. */
const WORDS: Record<string, string> = {
  FORBIDDEN: 'forb',
  CONFLICT: 'conf',
  INVALID_TRANSITION: '----',
  IN_PROGRESS: 'PROG',
  IN_REVIEW: 'REVW',
  CHANGES_REQUESTED: 'CHNG',
  APPROVED: 'APPR',
  PUBLISHED: 'PUBL',
  DISMISSED: 'DISM',
  CORRECTED: 'CORR',
  RETRACTED: 'RETR',
};

const wordFor = (outcome: string): string => WORDS[outcome] ?? outcome;

interface Row {
  readonly action: TaskAction;
  readonly letter: string;
  readonly situations: readonly string[];
  readonly expected: readonly string[];
}

function rowsOf(matrix: string): Row[] {
  const [head, ...lines] = matrix.split('\n').filter((line) => line.trim() !== '');
  const situations = head!.trim().split(/\s+/);
  let action: TaskAction | undefined;
  return lines.flatMap((line): Row[] => {
    const words = line.trim().split(/\s+/);
    if (words.length === 1) {
      action = words[0] as TaskAction;
      return [];
    }
    const expected = words.slice(-situations.length);
    return words.slice(0, -situations.length).map((letter) => ({ action: action!, letter, situations, expected }));
  });
}

const taskRows = rowsOf(TASK_MATRIX);
const correctionRows = rowsOf(CORRECTION_MATRIX);
const escalatedRows = rowsOf(ESCALATED_MATRIX);

describe('the promised matrix of state, action and role', () => {
  it.each(taskRows)('$action by $letter', ({ action, letter, situations, expected }) => {
    const words = situations.map((situation) => {
      const decision = decide(TASKS[situation]!, action, actorOf(letter), fit);
      return wordFor(decision.refusal ? decision.refusal.code : decision.next.status);
    });
    expect(words).toEqual(expected);
  });

  it.each(escalatedRows)('$action by $letter, while escalated', ({ action, letter, situations, expected }) => {
    const words = situations.map((situation) => {
      const decision = decide(ESCALATED_TASKS[situation]!, action, actorOf(letter), fit);
      if (!decision.refusal) expect(decision.next.escalation).toBeNull();
      return wordFor(decision.refusal ? decision.refusal.code : decision.next.status);
    });
    expect(words).toEqual(expected);
  });

  it.each(correctionRows)('$action by $letter', ({ action, letter, situations, expected }) => {
    const words = situations.map((situation) => {
      const facts: Facts = { ...fit, correctionClass: 'TYPO', rating: undefined };
      const decision = decide(PUBLISHED_TASKS[situation]!, action, actorOf(letter), facts);
      return wordFor(decision.refusal ? decision.refusal.code : decision.next.factCheck!.status);
    });
    expect(words).toEqual(expected);
  });

  it('has every cell once', () => {
    const cells = (actions: readonly string[]) =>
      actions.flatMap((action) => [...'VFREAISfrea'].map((letter) => `${action} ${letter}`)).sort();
    // Changing and removing evidence is no part of the matrix: it depends on the piece, not on the task.
    const inMatrix = WORK_ACTIONS.filter((action) => action !== 'UPDATE_EVIDENCE' && action !== 'REMOVE_EVIDENCE');
    expect(taskRows.map(({ action, letter }) => `${action} ${letter}`).sort()).toEqual(cells(inMatrix));
    expect(correctionRows.map(({ action, letter }) => `${action} ${letter}`).sort()).toEqual(cells(CORRECTION_ACTIONS));
  });
});
