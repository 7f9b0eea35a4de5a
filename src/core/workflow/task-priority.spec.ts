import fc from 'fast-check';
import { type PriorityGrounds, taskPriority } from './task-priority.js';

const claim: PriorityGrounds = { kind: 'CLAIM', checkWorthiness: 0.5, stance: 'ASSERTED', anonymousSpeaker: false };

const grounds: fc.Arbitrary<PriorityGrounds> = fc.record({
  kind: fc.constantFrom('QUOTE', 'CLAIM'),
  checkWorthiness: fc.double({ min: 0, max: 1, noNaN: true }),
  stance: fc.constantFrom('ASSERTED', 'DENIED', 'REPORTED', 'PREDICTED', null),
  anonymousSpeaker: fc.boolean(),
});

describe('taskPriority', () => {
  it('spans 0 to 100', () => {
    expect(taskPriority({ kind: 'CLAIM', checkWorthiness: 1, stance: 'DENIED', anonymousSpeaker: true })).toBe(100);
    expect(taskPriority({ kind: 'QUOTE', checkWorthiness: 0, stance: null, anonymousSpeaker: false })).toBe(5);
    fc.assert(
      fc.property(grounds, (any) => {
        const priority = taskPriority(any);
        expect(Number.isInteger(priority) && priority >= 0 && priority <= 100).toBe(true);
      }),
    );
  });

  it('never falls as check-worthiness grows', () => {
    fc.assert(
      fc.property(grounds, fc.double({ min: 0, max: 1, noNaN: true }), (any, other) => {
        const [less, more] = [any.checkWorthiness, other].sort((a, b) => a - b);
        expect(taskPriority({ ...any, checkWorthiness: less! })).toBeLessThanOrEqual(
          taskPriority({ ...any, checkWorthiness: more! }),
        );
      }),
    );
  });

  it('puts the denied, the unnamed and the claim before their like', () => {
    expect(taskPriority({ ...claim, stance: 'DENIED' })).toBeGreaterThan(taskPriority(claim));
    expect(taskPriority({ ...claim, anonymousSpeaker: true })).toBeGreaterThan(taskPriority(claim));
    expect(taskPriority(claim)).toBeGreaterThan(taskPriority({ ...claim, kind: 'QUOTE' }));
    expect(taskPriority(claim)).toBeGreaterThan(taskPriority({ ...claim, stance: 'PREDICTED' }));
  });

  it('takes a value beside the range as its end, and refuses what is no number', () => {
    expect(taskPriority({ ...claim, checkWorthiness: 1.0000001 })).toBe(taskPriority({ ...claim, checkWorthiness: 1 }));
    expect(taskPriority({ ...claim, checkWorthiness: -3 })).toBe(taskPriority({ ...claim, checkWorthiness: 0 }));
    expect(() => taskPriority({ ...claim, checkWorthiness: NaN })).toThrow(RangeError);
  });
});
