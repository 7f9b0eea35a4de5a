import { recordAuditEvent } from '../../src/accounts/audit/record-audit-event.js';
import { AuditedNewsroom } from './audit.js';

let audited: AuditedNewsroom;
let taskId: string;

beforeEach(async () => {
  audited = await AuditedNewsroom.make();
  taskId = audited.taskIds[0]!;
  await record('POLICY_CHANGED');
  await audited.seal();
  await audited.addEvent(taskId);
  await audited.addEvent(taskId);
  await audited.seal();
});

afterEach(() => audited.database.drop());

const record = (action: 'POLICY_CHANGED' | 'ROLE_CHANGED') =>
  audited.newsroom.handle.transaction((tx) =>
    recordAuditEvent(tx, {
      ...{ newsroomId: audited.newsroom.id, action, actor: { kind: 'OPERATOR' }, at: new Date() },
      data: { minEvidence: 2 },
    }),
  );
const broken = async () => (await audited.verify()).broken;
const idOf = async (where: string) => (await audited.database.owner<{ id: string }>(`select id from ${where}`))[0]!.id;

/** Makes a task's chain whole again after a change, as somebody would who knows how it is made. */
const rehash = `do $$ declare e task_events; begin
  for e in select * from task_events order by task_id, number loop
    e.prev_hash := (select p.hash from task_events p where p.task_id = e.task_id and p.number = e.number - 1);
    update task_events t set prev_hash = e.prev_hash, hash = task_event_hash(e)
      where t.task_id = e.task_id and t.number = e.number;
  end loop; end $$`;

it('finds a whole audit whole, sealed or still waiting', async () => {
  expect(await audited.verify()).toMatchObject({ broken: null, number: 2, sealed: 7 });
  await audited.addEvent(taskId);
  await record('ROLE_CHANGED');
  expect(await audited.verify()).toMatchObject({ broken: null, number: 2, sealed: 7 });
  expect(await audited.seal()).toBe(2);
  expect(await audited.verify()).toMatchObject({ broken: null, number: 3, sealed: 9 });
  expect((await audited.verify()).head).toMatch(/^[0-9a-f]{64}$/);
});

describe('names the first break where', () => {
  it('an event was changed', async () => {
    await audited.tamper(
      `update task_events set data = '{"to":"APPROVED"}' where task_id = '${taskId}' and number = 2`,
    );
    expect(await broken()).toBe(`Task ${taskId}: Event 2 has been changed.`);
  });

  it('an event was changed and its chain made whole again', async () => {
    await audited.tamper(`update task_events set action = 'X' where task_id = '${taskId}' and number = 2`, rehash);
    expect(await broken()).toBe(`Task ${taskId}: Event 2 has been changed since seal 2.`);
  });

  it('an event was removed from the middle', async () => {
    await audited.tamper(`delete from task_events where task_id = '${taskId}' and number = 2`);
    expect(await broken()).toBe(`Task ${taskId}: Event 2 is missing.`);
  });

  it('the last event was cut off', async () => {
    await audited.tamper(`delete from task_events where task_id = '${taskId}' and number = 3`);
    expect(await broken()).toBe(`Task ${taskId}: The task is at version 3, its events end at 2.`);
  });

  it('the last event was cut off and the task set back', async () => {
    const id = await idOf(`task_events where task_id = '${taskId}' and number = 3`);
    await audited.tamper(
      `delete from task_events where id = '${id}'`,
      `update review_tasks set version = 2 where id = '${taskId}'`,
    );
    expect(await broken()).toBe(`Event ${id} is missing: seal 2 holds it.`);
  });

  it('a task was removed with all its events', async () => {
    const id = await idOf(`task_events where task_id = '${audited.taskIds[1]}'`);
    await audited.tamper(
      `delete from task_events where id = '${id}'`,
      `delete from review_tasks where id = '${audited.taskIds[1]}'`,
    );
    expect(await broken()).toBe(`Event ${id} is missing: seal 1 holds it.`);
  });

  it("an event of the newsroom's was changed", async () => {
    const id = await idOf('newsroom_events');
    await audited.tamper(`update newsroom_events set data = '{"minEvidence":0}'`);
    expect(await broken()).toBe(`The newsroom's event ${id} has been changed.`);
  });

  it('an event was taken away before it was sealed', async () => {
    const id = await record('ROLE_CHANGED');
    await audited.tamper(`delete from newsroom_events where id = '${id}'`);
    expect(await broken()).toBe(`Event ${id} is missing: it was taken away before it was sealed.`);
    // What comes after it is sealed all the same.
    await record('ROLE_CHANGED');
    expect(await audited.seal()).toBe(1);
  });

  it('an event was slipped in past the list of those that wait', async () => {
    const id = await record('ROLE_CHANGED');
    await audited.tamper('delete from unsealed_events');
    expect(await broken()).toBe(`Event ${id} is in no seal and waits for none: seals at the end are missing.`);
  });

  it('a seal was removed from the beginning', async () => {
    await audited.tamper('delete from audit_seals where number = 1');
    expect(await broken()).toBe('Seal 1 is missing.');
  });

  it('the last seal was cut off', async () => {
    await audited.tamper('delete from audit_seals where number = 2');
    expect(await broken()).toMatch(/^Event \S+ is in no seal and waits for none: seals at the end are missing\.$/);
  });

  it('the end was cut off with its seal, against a head that was noted down', async () => {
    const { number, head } = await audited.verify();
    await audited.tamper(
      `delete from task_events where task_id = '${taskId}' and number > 1`,
      `update review_tasks set version = 1 where id = '${taskId}'`,
      'delete from audit_seals where number = 2',
    );
    expect(await broken()).toBeNull();
    const { broken: seen } = await audited.verify(undefined, { number, head });
    expect(seen).toBe('Seal 2 is missing: 2 were noted down.');
    await audited.addEvent(taskId);
    await audited.seal();
    expect((await audited.verify(undefined, { number, head })).broken).toBe(
      'Seal 2 has another head than the one that was noted down.',
    );
  });

  it('a seal was changed, whatever of it', async () => {
    for (const change of [
      'event_ids = event_ids[2:]',
      `event_hashes[1] = '\\x00'`,
      'event_ids = event_ids[2:], event_hashes = event_hashes[2:]',
    ]) {
      const before = await audited.database.owner('select event_ids, event_hashes from audit_seals where number = 1');
      await audited.tamper(`update audit_seals set ${change} where number = 1`);
      expect(await broken()).toBe('Seal 1 has been changed: its events do not make its root.');
      await audited.database.owner('alter table audit_seals disable trigger all');
      await audited.database.owner('update audit_seals set event_ids = $1, event_hashes = $2 where number = 1', [
        before[0]!.event_ids,
        before[0]!.event_hashes,
      ]);
    }
    await audited.tamper(`update audit_seals set sealed_at = now() where number = 1`);
    expect(await broken()).toBe('Seal 1 has been changed, or was made with another ISNAD_SECRET.');
  });

  it('it was sealed with another secret', async () => {
    const { broken: seen } = await audited.verify('another key');
    expect(seen).toBe('Seal 1 has been changed, or was made with another ISNAD_SECRET.');
  });
});
