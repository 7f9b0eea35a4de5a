import { findAuditBreak } from '../../src/tasks/audit/find-audit-break.js';
import { sealKey } from '../../src/tasks/audit/seal.js';
import { sealEvents } from '../../src/tasks/audit/seal-events.js';
import { addHistory, watchMemory } from '../audit/long-history.js';
import { type Crowd, startCrowd } from '../integrations/large-exports.js';
import { testSecrets } from '../kit/template-database.js';

const TASKS = 100_000;
const EVENTS = 10 * TASKS;

let crowd: Crowd;
beforeAll(async () => {
  crowd = await startCrowd(TASKS, 100);
  await addHistory(crowd);
}, 30 * 60_000);
afterAll(() => crowd.database.drop());

it(
  'seals and verifies a million events, and holds no more in memory at their end than at their beginning',
  async () => {
    const key = sealKey(testSecrets);
    const { watched, held } = watchMemory(crowd.newsroom.handle, 50);
    // Making the newsroom was an event too.
    expect(await sealEvents(watched, key, () => new Date())).toBeGreaterThanOrEqual(EVENTS);
    const report = await findAuditBreak(watched, key);
    expect(report.broken).toBeNull();
    expect(report.sealed).toBeGreaterThanOrEqual(EVENTS);
    expect(held.length).toBeGreaterThan(20);
    expect(Math.max(...held) - Math.min(...held.slice(0, 3))).toBeLessThan(25_000_000);

    await crowd.database.owner(`set session_replication_role = replica;
      update task_events set data = '{"why":"short"}' where id =
        (select id from task_events order by task_id desc, number desc limit 1)`);
    expect((await findAuditBreak(crowd.newsroom.handle, key)).broken).toMatch(/Event 5 has been changed/);
  },
  30 * 60_000,
);
