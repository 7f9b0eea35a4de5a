import { findBreak } from '../../src/tasks/event-chain.js';
import { addReadyArticle, addTasks } from '../kit/row-builders.js';
import { Desk, type Person } from './desk.js';
import * as document from './documents.js';

describe('Many people at the same buttons', () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await Desk.start();
  });

  afterAll(() => desk.close());

  const crowd = (count: number): Promise<Person[]> =>
    Promise.all(Array.from({ length: count }, () => desk.join('FACT_CHECKER')));

  it('gives each of 20 tasks to one of 50, and tells the 49 others who has it', async () => {
    const people = await crowd(50);
    const wishes = Array.from({ length: 20 }, () => ({}));
    const ids = await addTasks(desk.newsroom.handle, await addReadyArticle(desk.newsroom.handle), wishes);
    const winners = new Map<string, string[]>(ids.map((id) => [id, []]));
    const named = new Map<string, Set<unknown>>(ids.map((id) => [id, new Set()]));
    // All want the same task at the same moment, one task after the other: without the lock on its row this fails.
    for (const id of ids) {
      await Promise.all(
        people.map(async (person) => {
          const { body } = await person.send('mutation ($id: ID!) { takeTask(id: $id) { id } }', { id });
          const failure = body.errors?.[0]?.extensions;
          if (!failure) return winners.get(id)!.push(person.id);
          expect(failure.code).toBe('CONFLICT');
          return named.get(id)!.add(failure.holder);
        }),
      );
    }
    for (const id of ids) {
      expect(winners.get(id)).toHaveLength(1);
      expect([...named.get(id)!]).toEqual(winners.get(id));
    }
    const events = await desk.database.owner(`select 1 from task_events where action = 'TAKE'`);
    expect(events).toHaveLength(20);
    expect(await desk.findFaults()).toEqual([]);
  }, 300_000);

  it('hands 20 people who ask at once 20 tasks', async () => {
    const people = await crowd(20);
    const wishes = Array.from({ length: 20 }, (_, i) => ({ priority: i }));
    await addTasks(desk.newsroom.handle, await addReadyArticle(desk.newsroom.handle), wishes);
    const given = await Promise.all(people.map((person) => person.ask('mutation { nextTask { id assignee { id } } }')));
    expect(new Set(given.map(({ nextTask }) => nextTask.id)).size).toBe(20);
    expect(given.map(({ nextTask }) => nextTask.assignee.id)).toEqual(people.map(({ id }) => id));
    expect((await people[0]!.ask('mutation { nextTask { id } }')).nextTask).toBeNull();
  });

  it('names a changed, a removed and a cut-off event', async () => {
    const ids = await addTasks(desk.newsroom.handle, await addReadyArticle(desk.newsroom.handle), [{}, {}, {}]);
    const [person] = await crowd(1);
    for (const id of ids) for (const query of [document.TAKE, document.RELEASE]) await person!.ask(query, { id });
    const tamper = async (sql: string, id: string) => {
      await desk.database.owner('alter table task_events disable trigger append_only');
      await desk.database.owner(sql, [id]);
      await desk.database.owner('alter table task_events enable trigger append_only');
    };
    await tamper(`update task_events set actor_id = gen_random_uuid() where task_id = $1 and number = 2`, ids[0]!);
    await tamper(`delete from task_events where task_id = $1 and number = 2`, ids[1]!);
    await tamper(`delete from task_events where task_id = $1 and number = 3`, ids[2]!);
    const found = await desk.newsroom.handle.transaction(async (tx) => {
      const sentences: (string | null)[] = [];
      for (const id of ids) sentences.push(await findBreak(tx, id));
      return sentences;
    });
    expect(found).toEqual([
      'Event 2 has been changed.',
      'Event 2 is missing.',
      'The task is at version 3, its events end at 2.',
    ]);
  });
});
