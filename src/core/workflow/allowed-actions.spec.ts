import { type Actor } from './actor.js';
import { allowedActions, type AllowedActionsFacts } from './allowed-actions.js';
import { MEND_ACTIONS, NEW_TASK, type Task } from './model.js';
import { DEFAULT_POLICY } from './policy.js';
import { DEFAULT_CLAIM_SCALE, DEFAULT_QUOTE_SCALE } from './rating-scales.js';
import { type Role } from './roles.js';

const facts: AllowedActionsFacts = { now: 0, policy: DEFAULT_POLICY, ratings: DEFAULT_CLAIM_SCALE.ratings };
const me = (role: Role): Actor => ({ kind: 'MEMBER', memberId: 'me', role });
const open: Task = { ...NEW_TASK, status: 'OPEN', version: 1 };
const mine: Task = { ...open, status: 'IN_PROGRESS', lease: { holderId: 'me', expiresAt: 1 }, evidenceCount: 1 };
/** ADD is not among them: it makes a task. */
const MENDS = MEND_ACTIONS.filter((action) => !['ADD', 'RESTORE'].includes(action)).join(' ');
const rating = { code: 'TRUE', needsEvidence: true };
const inReview = (proposerId: string): Task => ({
  ...open,
  status: 'IN_REVIEW',
  evidenceCount: 1,
  proposerIds: [proposerId],
  verdict: { rating, proposerId, approverId: null },
});

describe('allowedActions', () => {
  it.each<[string, Task, Actor, string]>([
    ['a viewer', open, me('VIEWER'), ''],
    ['a machine', open, { kind: 'INTEGRATION' }, ''],
    ['the queue', NEW_TASK, { kind: 'SYSTEM' }, 'PREPARE'],
    ['a fact-checker with an open task', open, me('FACT_CHECKER'), 'TAKE ADD_EVIDENCE REWORD'],
    ['an editor with an open task', open, me('EDITOR'), `TAKE ASSIGN ADD_EVIDENCE DISMISS ${MENDS}`],
    ['its holder', mine, me('FACT_CHECKER'), 'TAKE RELEASE ADD_EVIDENCE PROPOSE_VERDICT REWORD'],
    ['the proposer', inReview('me'), me('REVIEWER'), 'WITHDRAW_VERDICT ESCALATE'],
    ['a reviewer', inReview('another'), me('REVIEWER'), 'APPROVE_VERDICT REQUEST_CHANGES ESCALATE'],
  ])('of %s', (_, task, actor, actions) => {
    expect(allowedActions(task, actor, facts).join(' ')).toBe(actions);
  });

  it('offer the wording of a proposition only where there is one', () => {
    const offered = (kind: 'QUOTE' | 'CLAIM') => allowedActions(open, me('FACT_CHECKER'), { ...facts, kind });
    expect(offered('QUOTE')).toEqual(['TAKE', 'ADD_EVIDENCE']);
    expect(offered('CLAIM')).toEqual(['TAKE', 'ADD_EVIDENCE', 'REWORD']);
  });

  it('offer a proposal without evidence only where the scale has a rating that needs none', () => {
    const bare = { ...mine, evidenceCount: 0 };
    expect(allowedActions(bare, me('FACT_CHECKER'), facts)).toContain('PROPOSE_VERDICT');
    const quoteFacts = { ...facts, ratings: DEFAULT_QUOTE_SCALE.ratings };
    expect(allowedActions(bare, me('FACT_CHECKER'), quoteFacts)).not.toContain('PROPOSE_VERDICT');
  });

  it('offer the change of a piece of evidence to its author', () => {
    expect(allowedActions(mine, me('FACT_CHECKER'), { ...facts, evidenceAuthorId: 'me' })).toContain('REMOVE_EVIDENCE');
    expect(allowedActions(mine, me('FACT_CHECKER'), { ...facts, evidenceAuthorId: 'x' })).not.toContain(
      'REMOVE_EVIDENCE',
    );
  });

  it('offer the corrections of what is published', () => {
    const factCheck = { status: 'PUBLISHED', version: 1, rating, pendingCorrection: null } as const;
    const published: Task = { ...inReview('another'), status: 'PUBLISHED', factCheck };
    expect(allowedActions(published, me('EDITOR'), facts)).toEqual(['CORRECT']);
    const pendingCorrection = { authorId: 'another', class: 'TYPO', rating: null } as const;
    const pending: Task = { ...published, factCheck: { ...factCheck, pendingCorrection } };
    expect(allowedActions(pending, me('EDITOR'), facts)).toEqual(['APPROVE_CORRECTION', 'REJECT_CORRECTION']);
  });
});
