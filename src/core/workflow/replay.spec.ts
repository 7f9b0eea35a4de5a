import { type Actor } from './actor.js';
import { decide } from './decide.js';
import { type Facts, NEW_TASK, type Task, type TaskAction, type TaskEvent } from './model.js';
import { DEFAULT_POLICY } from './policy.js';
import { checkStoredTask, replay } from './replay.js';

const dalia: Actor = { kind: 'MEMBER', memberId: 'dalia', role: 'FACT_CHECKER' };
const rima: Actor = { kind: 'MEMBER', memberId: 'rima', role: 'REVIEWER' };
const samir: Actor = { kind: 'MEMBER', memberId: 'samir', role: 'EDITOR' };
const facts: Facts = {
  now: 5000,
  policy: DEFAULT_POLICY,
  rating: { code: 'TRUE', needsEvidence: true },
  rationaleLength: 20,
  publicNote: 'note',
  correctionClass: 'TYPO',
};
const story: [TaskAction, Actor][] = [
  ['PREPARE', { kind: 'SYSTEM' }],
  ['TAKE', dalia],
  ['ADD_EVIDENCE', dalia],
  ['PROPOSE_VERDICT', dalia],
  ['APPROVE_VERDICT', rima],
  ['PUBLISH', samir],
  ['CORRECT', samir],
  ['APPROVE_CORRECTION', rima],
];

function tell(): { task: Task; events: TaskEvent[] } {
  let task = NEW_TASK;
  const events = story.map(([action, actor]) => {
    const decision = decide(task, action, actor, facts);
    if (decision.refusal) throw new Error(decision.refusal.message);
    task = decision.next;
    return decision.event;
  });
  return { task, events };
}

describe('replay', () => {
  it('leads to the stored task, also from events that went through JSON', () => {
    const { task, events } = tell();
    expect(replay(events)).toEqual({ task });
    expect(replay(JSON.parse(JSON.stringify(events)) as TaskEvent[])).toEqual({ task });
    expect(replay([])).toEqual({ task: NEW_TASK });
    expect(checkStoredTask(task, events)).toEqual([]);
  });

  it.each<[string, number, (events: TaskEvent[]) => void]>([
    ['an event is gone', 2, (events) => events.splice(2, 1)],
    ['two events changed places', 1, (events) => events.splice(1, 2, events[2]!, events[1]!)],
    ['a status was forged', 4, (events) => (events[4] = { ...events[4]!, from: 'APPROVED' })],
    ['a target was forged', 2, (events) => (events[2] = { ...events[2]!, to: 'IN_REVIEW' })],
    ['the proposer approved', 4, (events) => (events[4] = { ...events[4]!, actor: { ...dalia, role: 'ADMIN' } })],
    ['a role was too low', 5, (events) => (events[5] = { ...events[5]!, actor: rima })],
    ['a machine took part', 1, (events) => (events[1] = { ...events[1]!, actor: { kind: 'INTEGRATION' } })],
    ['another proposed than held it', 3, (events) => (events[3] = { ...events[3]!, actor: samir })],
    ['a lease went astray', 1, (events) => (events[1] = { ...events[1]!, lease: { holderId: 'x', expiresAt: 9 } })],
    ['a lease had run out', 3, (events) => (events[3] = { ...events[3]!, at: 5000 + DEFAULT_POLICY.leaseMs })],
    ['a rating is gone', 3, (events) => (events[3] = { ...events[3]!, rating: undefined })],
    ['a correction is gone', 6, (events) => (events[6] = { ...events[6]!, correction: undefined })],
    ['a correction moved the task', 6, (events) => (events[6] = { ...events[6]!, to: 'OPEN' })],
    ['an author approved their correction', 7, (events) => (events[7] = { ...events[7]!, actor: samir })],
    ['a correction was approved twice', 8, (events) => events.push({ ...events[7]!, version: 9 })],
  ])('names the event where %s', (_, index, forge) => {
    const { task, events } = tell();
    forge(events);
    expect(replay(events).fault).toMatchObject({ index });
    expect(checkStoredTask(task, events)).toHaveLength(1);
  });

  it('names what is stored otherwise than proven', () => {
    const { task, events } = tell();
    expect(checkStoredTask({ ...task, evidenceCount: 3, lease: { holderId: 'x', expiresAt: 1 } }, events)).toEqual([
      'evidenceCount is stored as 3 but proven as 1.',
      'lease.holderId is stored as "x" but proven as nothing.',
      'lease.expiresAt is stored as 1 but proven as nothing.',
    ]);
  });
});
