import { AuditSealer } from '../../src/jobs/audit-sealer.js';
import { createLog } from '../../src/platform/log.js';
import { makeNewsroom } from '../kit/newsrooms.js';
import { addReadyArticle, addTasks } from '../kit/row-builders.js';
import { testSecrets } from '../kit/template-database.js';
import { AuditedNewsroom } from './audit.js';

let audited: AuditedNewsroom;
beforeEach(async () => void (audited = await AuditedNewsroom.make(20)));
afterEach(() => audited.database.drop());

it('seals each event once although many seal at the same moment', async () => {
  await Promise.all(Array.from({ length: 8 }, () => audited.seal()));
  expect(await audited.seal()).toBe(0);
  expect(await audited.verify()).toMatchObject({ broken: null, sealed: 21 });
});

it('holds up nobody who writes, and seals late what was committed late', async () => {
  const { handle } = audited.newsroom;
  await handle.transaction(async (tx) => {
    // An event that is older than those around it, and not committed when they are sealed.
    await tx.$executeRaw`insert into newsroom_events (id, newsroom_id, action, actor_kind, data, at)
      values ('00000000-0000-7000-8000-000000000001', ${handle.newsroomId}::uuid, 'X', 'SYSTEM', '{}', now())`;
    expect(await audited.seal()).toBe(21);
    await audited.addEvent(audited.taskIds[0]!);
  });
  expect(await audited.seal()).toBe(2);
  expect(await audited.verify()).toMatchObject({ broken: null, number: 2, sealed: 23 });
});

it('leaves the events waiting where a process dies before its seal is committed', async () => {
  const { handle } = audited.newsroom;
  const died = new Error('died');
  const dying = {
    ...handle,
    transaction: (work: never) =>
      handle.transaction(async (tx) => {
        await (work as (given: typeof tx) => Promise<unknown>)(tx);
        throw died;
      }),
  };
  const { sealEvents } = await import('../../src/tasks/audit/seal-events.js');
  await expect(sealEvents(dying as never, 'key', () => new Date())).rejects.toBe(died);
  expect(await audited.seal()).toBe(21);
  expect(await audited.verify()).toMatchObject({ broken: null, number: 1, sealed: 21 });
});

it('seals every newsroom that has something to seal, each under its own chain', async () => {
  const other = await makeNewsroom(audited.database.app);
  await addTasks(other.handle, await addReadyArticle(other.handle), [{}, {}]);
  const clock = { now: () => new Date() };
  await new AuditSealer(audited.database.app, testSecrets, clock, createLog('silent')).sweep();
  const rows = await audited.database.owner(
    'select newsroom_id, number, cardinality(event_ids) as events from audit_seals order by events',
  );
  expect(rows).toEqual([
    { newsroom_id: other.id, number: 1, events: 3 },
    { newsroom_id: audited.newsroom.id, number: 1, events: 21 },
  ]);
  expect(await audited.database.owner('select * from unsealed_events')).toEqual([]);
});
