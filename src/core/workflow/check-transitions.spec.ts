import { checkTransitions } from './check-transitions.js';
import { CORRECTION_TRANSITIONS } from './correction-transitions.js';
import { MENDING_TRANSITIONS } from './mending-transitions.js';
import { CORRECTION_ACTIONS, FACT_CHECK_STATUSES, MEND_ACTIONS, TASK_STATUSES, WORK_ACTIONS } from './model.js';
import { TRANSITIONS } from './transitions.js';

const EVERY_TRANSITION = [...TRANSITIONS, ...MENDING_TRANSITIONS];

describe('checkTransitions', () => {
  it('finds every status of a task reachable, and no dead end but PUBLISHED and DISMISSED', () => {
    expect(
      checkTransitions(EVERY_TRANSITION, {
        actions: [...WORK_ACTIONS, ...MEND_ACTIONS],
        statuses: TASK_STATUSES,
        start: 'PENDING',
        ends: ['PUBLISHED', 'DISMISSED'],
      }),
    ).toEqual([]);
  });

  it('needs no mend for any of it', () => {
    const expected = { actions: WORK_ACTIONS, statuses: TASK_STATUSES, start: 'PENDING' } as const;
    const work = TRANSITIONS.filter(({ action }) => WORK_ACTIONS.some((each) => each === action));
    expect(checkTransitions<string, string>(work, { ...expected, ends: ['PUBLISHED'] })).toEqual([]);
  });

  it('finds a way to PUBLISHED from every status, DISMISSED included: it can be reopened', () => {
    const expected = {
      actions: [...WORK_ACTIONS, ...MEND_ACTIONS],
      statuses: TASK_STATUSES,
      start: 'PENDING',
    } as const;
    expect(checkTransitions(EVERY_TRANSITION, { ...expected, ends: ['PUBLISHED'] })).toEqual([]);
  });

  it('finds every status of a fact-check reachable, and RETRACTED final', () => {
    expect(
      checkTransitions(CORRECTION_TRANSITIONS, {
        actions: CORRECTION_ACTIONS,
        statuses: FACT_CHECK_STATUSES,
        start: 'PUBLISHED',
        ends: ['RETRACTED'],
      }),
    ).toEqual([]);
    expect(CORRECTION_TRANSITIONS.some(({ from }) => from.includes('RETRACTED'))).toBe(false);
  });

  it('can rely on no two rows that fit one situation', () => {
    const exclusive = [
      ['FREE', 'HELD_BY_ACTOR'],
      ['PENDING_RETRACTION', 'PENDING_REVISION'],
    ];
    for (const table of [EVERY_TRANSITION, CORRECTION_TRANSITIONS]) {
      const rows: readonly { action: string; from: readonly string[]; given: readonly string[] }[] = table;
      const clashes = rows.flatMap((row, index) =>
        rows
          .slice(index + 1)
          .filter(({ action, from }) => action === row.action && from.some((status) => row.from.includes(status)))
          .filter(
            ({ given }) =>
              !exclusive.some(
                (pair) =>
                  pair.some((each) => given.includes(each)) &&
                  pair.every((each) => [...given, ...row.given].includes(each)),
              ),
          ),
      );
      expect(clashes).toEqual([]);
    }
  });

  it('names what is unreachable, a dead end and an action that does nothing', () => {
    const table = [
      { action: 'GO', from: ['A'], to: 'B' },
      { action: 'STAY', from: ['B'], to: 'UNCHANGED' },
      { action: 'END', from: ['A'], to: 'D' },
    ] as const;
    expect(
      checkTransitions<string, string>(table, {
        actions: ['GO', 'STAY', 'END', 'IDLE'],
        statuses: ['A', 'B', 'C', 'D'],
        start: 'A',
        ends: ['D'],
      }),
    ).toEqual(['C cannot be reached.', 'B is a dead end.', 'C is a dead end.', 'IDLE does nothing anywhere.']);
  });
});
