import { type Actor } from './actor.js';
import { decide } from './decide.js';
import { type Facts, MEND_ACTIONS, NEW_TASK, type Task, type TaskAction } from './model.js';
import { DEFAULT_POLICY } from './policy.js';
import { type Role } from './roles.js';

/*
 * What mending the extraction may do, cell by cell, written apart from the tables. `forb` `conf` and `----` are FORBIDDEN,
 * CONFLICT and INVALID_TRANSITION; any other word is the status afterwards. V VIEWER, F FACT_CHECKER, R REVIEWER, E EDITOR,
 * A ADMIN, I a machine's key, S the system; f and r hold the task where it is held.
 */
const MATRIX = `
            PENDING OPEN  HELD  RUNOUT REVIEW CHANGES APPROVED PUBLISHED DISMISSED REJECTED REPLACED
ADD
  V F R I S forb    forb  forb  forb   forb   forb    forb     forb      forb      forb     forb
  E A       OPEN    ----  ----  ----   ----   ----    ----     ----      ----      ----     ----
SPLIT
  V F R I S forb    forb  forb  forb   forb   forb    forb     forb      forb      forb     forb
  E A       ----    DISM  DISM  DISM   ----   DISM    ----     ----      ----      ----     ----
MERGE
  V F R I S forb    forb  forb  forb   forb   forb    forb     forb      forb      forb     forb
  E A       ----    OPEN  PROG  PROG   ----   CHNG    ----     ----      ----      ----     ----
MERGE_INTO
  V F R I S forb    forb  forb  forb   forb   forb    forb     forb      forb      forb     forb
  E A       ----    DISM  DISM  DISM   ----   DISM    ----     ----      ----      ----     ----
REATTRIBUTE
  V F R I S forb    forb  forb  forb   forb   forb    forb     forb      forb      forb     forb
  E A       ----    OPEN  PROG  PROG   ----   CHNG    ----     ----      ----      ----     ----
REFUSE_RESOLUTION
  V F R I S forb    forb  forb  forb   forb   forb    forb     forb      forb      forb     forb
  E A       ----    OPEN  PROG  PROG   ----   CHNG    ----     ----      ----      ----     ----
RESPAN
  V F R I S forb    forb  forb  forb   forb   forb    forb     forb      forb      forb     forb
  E A       ----    OPEN  PROG  PROG   ----   CHNG    ----     ----      ----      ----     ----
RECLASSIFY
  V F R I S forb    forb  forb  forb   forb   forb    forb     forb      forb      forb     forb
  E A       ----    OPEN  PROG  PROG   ----   CHNG    ----     ----      ----      ----     ----
REWORD
  V I S     forb    forb  forb  forb   forb   forb    forb     forb      forb      forb     forb
  F R       ----    OPEN  conf  PROG   ----   conf    ----     ----      ----      ----     ----
  f r       ----    OPEN  PROG  PROG   ----   CHNG    ----     ----      ----      ----     ----
  E A       ----    OPEN  PROG  PROG   ----   CHNG    ----     ----      ----      ----     ----
REJECT
  V F R I S forb    forb  forb  forb   forb   forb    forb     forb      forb      forb     forb
  E A       ----    DISM  DISM  DISM   ----   DISM    ----     ----      ----      ----     ----
RESTORE
  V F R I S forb    forb  forb  forb   forb   forb    forb     forb      forb      forb     forb
  E A       ----    ----  ----  ----   ----   ----    ----     ----      ----      OPEN     ----
REOPEN
  V F R I S forb    forb  forb  forb   forb   forb    forb     forb      forb      forb     forb
  E A       ----    ----  ----  ----   ----   ----    OPEN     ----      OPEN      ----     ----
`;

const NOW = 1_000_000;
const rating = { code: 'FALSE', needsEvidence: true };
const lease = { holderId: 'me', expiresAt: NOW + 1 };
const open: Task = { ...NEW_TASK, status: 'OPEN', version: 7, evidenceCount: 2, proposerIds: ['other'] };
const verdict = { rating, proposerId: 'other', approverId: null };
const approved: Task = { ...open, status: 'APPROVED', verdict: { ...verdict, approverId: 'approver' } };
const factCheck = { status: 'PUBLISHED', version: 1, rating, pendingCorrection: null } as const;

const TASKS: Record<string, Task> = {
  PENDING: NEW_TASK,
  OPEN: open,
  HELD: { ...open, status: 'IN_PROGRESS', lease },
  RUNOUT: { ...open, status: 'IN_PROGRESS', lease: { ...lease, expiresAt: NOW } },
  REVIEW: { ...open, status: 'IN_REVIEW', verdict },
  CHANGES: { ...open, status: 'CHANGES_REQUESTED', lease },
  APPROVED: approved,
  PUBLISHED: { ...approved, status: 'PUBLISHED', factCheck },
  DISMISSED: { ...open, status: 'DISMISSED' },
  REJECTED: { ...open, status: 'DISMISSED', subject: 'REJECTED' },
  REPLACED: { ...open, status: 'DISMISSED', subject: 'REPLACED' },
};

const LETTERS: Record<string, Role> = { V: 'VIEWER', F: 'FACT_CHECKER', R: 'REVIEWER', E: 'EDITOR', A: 'ADMIN' };
const WORDS: Record<string, string> = {
  ...{ FORBIDDEN: 'forb', CONFLICT: 'conf', INVALID_TRANSITION: '----' },
  ...{ OPEN: 'OPEN', IN_PROGRESS: 'PROG', CHANGES_REQUESTED: 'CHNG', DISMISSED: 'DISM' },
};

function actorOf(letter: string): Actor {
  if (letter === 'I') return { kind: 'INTEGRATION' };
  if (letter === 'S') return { kind: 'SYSTEM' };
  const isMe = letter !== letter.toUpperCase();
  return { kind: 'MEMBER', memberId: isMe ? 'me' : 'another', role: LETTERS[letter.toUpperCase()]! };
}

const fit: Facts = { now: NOW, policy: DEFAULT_POLICY, reason: 'reason' };
const [head, ...lines] = MATRIX.split('\n').filter((line) => line.trim() !== '');
const situations = head!.trim().split(/\s+/);
const rows: { action: TaskAction; letter: string; expected: string[] }[] = [];
let current: TaskAction = 'ADD';
for (const words of lines.map((line) => line.trim().split(/\s+/))) {
  if (words.length === 1) current = words[0] as TaskAction;
  const expected = words.slice(-situations.length);
  for (const letter of words.slice(0, -situations.length)) rows.push({ action: current, letter, expected });
}

it('has every mend for every role', () => {
  for (const action of MEND_ACTIONS) {
    const letters = rows.filter((row) => row.action === action).map(({ letter }) => letter);
    expect([...'VFREAIS'].filter((letter) => !letters.includes(letter))).toEqual([]);
  }
});

it.each(rows)('$action by $letter', ({ action, letter, expected }) => {
  const found = situations.map((situation) => {
    const decision = decide(TASKS[situation]!, action, actorOf(letter), fit);
    return WORDS[decision.refusal ? decision.refusal.code : decision.next.status];
  });
  expect(found).toEqual(expected);
});

describe('what a mend leaves behind', () => {
  const editor = actorOf('E');
  const after = (task: Task, action: TaskAction, facts: Partial<Facts> = {}): Task => {
    const decision = decide(task, action, editor, { ...fit, ...facts });
    if (decision.refusal) throw new Error(decision.refusal.message);
    return decision.next;
  };

  it('moves the evidence of what is merged, all of it', () => {
    expect(after(open, 'MERGE_INTO')).toMatchObject({ evidenceCount: 0, subject: 'REPLACED', status: 'DISMISSED' });
    expect(after(open, 'MERGE', { evidenceTaken: 3 })).toMatchObject({ evidenceCount: 5, subject: 'STANDING' });
  });

  it('keeps evidence and proposers of what is rejected and restored', () => {
    const rejected = after(open, 'REJECT');
    expect(rejected).toMatchObject({ subject: 'REJECTED', evidenceCount: 2, proposerIds: ['other'] });
    expect(after(rejected, 'RESTORE')).toEqual({ ...open, version: 9 });
  });

  it('leaves the task with its holder, and asks for a reason to reject', () => {
    expect(after(TASKS.HELD!, 'RESPAN').lease).toEqual(lease);
    expect(decide(open, 'REJECT', editor, { ...fit, reason: ' ' }).refusal?.code).toBe('BAD_USER_INPUT');
  });

  it('says what to do first', () => {
    const message = (task: Task) => decide(task, 'RESPAN', editor, fit).refusal?.message;
    expect(message(TASKS.REVIEW!)).toContain('request changes or withdraw the verdict first');
    expect(message(TASKS.APPROVED!)).toContain('reopen the task first');
    expect(message(TASKS.PUBLISHED!)).toContain('by a correction alone');
    expect(decide(TASKS.REJECTED!, 'REOPEN', editor, fit).refusal?.message).toContain('can be restored');
  });
});
