import { systemClock } from '../../src/platform/clock.js';
import { runOutLeases } from '../../src/tasks/run-out-leases.js';
import { Desk, type Person } from './desk.js';

const TEXT = `Grain exports rose by 12 percent in 2025, the ministry of trade said on Monday.
"We shipped 4.1 million tonnes through the northern port," minister Lena Brandt told reporters.
An official who asked not to be named denied that 300 lorries had been held at the border.
"The warehouses are full," said union leader Omar Haddad.`;

const TASKS =
  'query ($filter: ReviewTaskFilter) { reviewTasks(filter: $filter) { nodes { id status version assignee { id } lease { expiresAt } allowedActions } } }';
const TAKE =
  'mutation ($id: ID!) { takeTask(id: $id) { id status version assignee { id } lease { holder { id } expiresAt } allowedActions } }';
const RELEASE = 'mutation ($id: ID!) { releaseTask(id: $id) { id status assignee { id } } }';
const ASSIGN =
  'mutation ($id: ID!, $member: ID!) { assignTask(id: $id, memberId: $member) { status assignee { id } } }';

describe('Taking work', () => {
  let desk: Desk;
  let editor: Person;
  let anna: Person;
  let basil: Person;
  let viewer: Person;

  beforeAll(async () => {
    desk = await Desk.start();
    editor = await desk.join('EDITOR');
    anna = await desk.join('FACT_CHECKER');
    basil = await desk.join('FACT_CHECKER');
    viewer = await desk.join('VIEWER');
    await desk.submit(editor, { text: TEXT, language: 'en' });
  });

  afterEach(async () => expect(await desk.findFaults()).toEqual([]));
  afterAll(() => desk.close());

  const tasksWith = async (person: Person, filter: object) =>
    (await person.ask(TASKS, { filter })).reviewTasks.nodes as {
      id: string;
      status: string;
      allowedActions: string[];
    }[];
  const freeTask = async () => (await tasksWith(editor, { status: ['OPEN'] }))[0]!.id;

  it('gives a free task to who takes it, renews it for them, and names them to everybody else', async () => {
    const id = await freeTask();
    const { takeTask: taken } = await anna.ask(TAKE, { id });
    expect(taken).toMatchObject({
      status: 'IN_PROGRESS',
      assignee: { id: anna.id },
      lease: { holder: { id: anna.id } },
    });
    expect(taken.allowedActions).toEqual(['TAKE', 'RELEASE', 'ADD_EVIDENCE', 'PROPOSE_VERDICT', 'REWORD']);
    const { takeTask: again } = await anna.ask(TAKE, { id });
    expect(again.version).toBe(taken.version + 1);
    expect((await basil.failure(TAKE, { id })).extensions).toMatchObject({ code: 'CONFLICT', holder: anna.id });
    expect((await basil.failure(RELEASE, { id })).extensions).toMatchObject({ code: 'CONFLICT', holder: anna.id });
    expect((await viewer.failure(TAKE, { id })).extensions.code).toBe('FORBIDDEN');
    expect((await (await desk.machine()).failure(TAKE, { id })).extensions.code).toBe('FORBIDDEN');
    expect((await anna.ask(RELEASE, { id })).releaseTask).toEqual({ id, status: 'OPEN', assignee: null });
    expect((await anna.failure(RELEASE, { id })).extensions.code).toBe('INVALID_TRANSITION');
  });

  it('counts a lease that has run out as over at once, in what is read and in every filter', async () => {
    const id = await freeTask();
    await anna.ask(TAKE, { id });
    expect((await tasksWith(anna, { mine: true })).map((task) => task.id)).toEqual([id]);
    expect((await tasksWith(anna, { status: ['IN_PROGRESS'] })).map((task) => task.id)).toEqual([id]);
    desk.moveOn(44);
    expect((await basil.failure(TAKE, { id })).extensions.code).toBe('CONFLICT');
    desk.moveOn(2);
    expect(await tasksWith(anna, { mine: true })).toEqual([]);
    expect(await tasksWith(anna, { assigneeId: anna.id })).toEqual([]);
    expect(await tasksWith(anna, { status: ['IN_PROGRESS'] })).toEqual([]);
    expect(await tasksWith(anna, { unassigned: false })).toEqual([]);
    expect((await tasksWith(anna, { unassigned: true })).map((task) => task.id)).toContain(id);
    const open = (await tasksWith(basil, { status: ['OPEN'] })).find((task) => task.id === id);
    expect(open).toMatchObject({ status: 'OPEN', assignee: null, lease: null });
    expect(open!.allowedActions).toEqual(['TAKE', 'ADD_EVIDENCE', 'REWORD']);
    expect((await basil.ask(TAKE, { id })).takeTask).toMatchObject({ assignee: { id: basil.id } });
    await basil.ask(RELEASE, { id });
  });

  it('records once that a lease has run out, however many look for it, and tells nothing of one that was renewed', async () => {
    const [id, other] = (await tasksWith(editor, { status: ['OPEN'] })).map((task) => task.id) as [string, string];
    const { takeTask: taken } = await anna.ask(TAKE, { id });
    desk.moveOn(30);
    await basil.ask(TAKE, { id: other });
    desk.moveOn(16);
    const sweep = () => runOutLeases(desk.database.app, systemClock.now());
    const recorded = await Promise.all([sweep(), sweep(), sweep()]);
    expect(recorded.reduce((sum, each) => sum + each)).toBeLessThanOrEqual(1);
    expect(await sweep()).toBe(0);
    const EVENTS =
      'query ($id: ID!) { reviewTask(id: $id) { status version events(first: 100) { nodes { action from to version actor { id } } } } }';
    const { version, status, events } = (await anna.ask(EVENTS, { id })).reviewTask;
    expect({ version, status }).toEqual({ version: taken.version + 1, status: 'OPEN' });
    expect(events.nodes.at(-1)).toEqual({
      ...{ action: 'LEASE_RUNS_OUT', from: 'IN_PROGRESS', to: 'OPEN', version, actor: null },
    });
    expect((await tasksWith(basil, { mine: true })).map((task) => task.id)).toEqual([other]);
    await basil.ask(RELEASE, { id: other });
  });

  it('keeps the reason for which an EDITOR takes over, and takes away', async () => {
    const id = await freeTask();
    await anna.ask(TAKE, { id });
    const over =
      'mutation ($id: ID!, $me: ID!) { assignTask(id: $id, memberId: $me, reason: "Deadline") { assignee { id } } }';
    expect((await editor.ask(over, { id, me: editor.id })).assignTask.assignee.id).toBe(editor.id);
    await editor.ask('mutation ($id: ID!) { releaseTask(id: $id, reason: "Not today") { id } }', { id });
    const events = 'query ($id: ID!) { reviewTask(id: $id) { events(first: 100) { nodes { action comment } } } }';
    const { nodes } = (await anna.ask(events, { id })).reviewTask.events;
    expect(nodes.slice(-2)).toEqual([
      { action: 'ASSIGN', comment: 'Deadline' },
      { action: 'RELEASE', comment: 'Not today' },
    ]);
  });

  it('lets an EDITOR assign and take away, to those who may do the work', async () => {
    const id = await freeTask();
    expect((await anna.failure(ASSIGN, { id, member: basil.id })).extensions.code).toBe('FORBIDDEN');
    for (const member of [viewer.id, 'nobody', crypto.randomUUID()]) {
      const { extensions } = await editor.failure(ASSIGN, { id, member });
      expect(extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: { memberId: expect.any(String) } });
    }
    expect((await editor.ask(ASSIGN, { id, member: basil.id })).assignTask).toEqual({
      status: 'IN_PROGRESS',
      assignee: { id: basil.id },
    });
    expect((await editor.ask(ASSIGN, { id, member: anna.id })).assignTask.assignee.id).toBe(anna.id);
    expect((await editor.ask(RELEASE, { id })).releaseTask.status).toBe('OPEN');
  });

  it('answers NOT_FOUND for an unknown, a malformed and a foreign id before it looks at the role', async () => {
    const stranger = await desk.join('EDITOR', await desk.otherNewsroom());
    for (const id of [crypto.randomUUID(), 'no-id']) {
      expect((await viewer.failure(TAKE, { id })).extensions.code).toBe('NOT_FOUND');
    }
    expect((await stranger.failure(TAKE, { id: await freeTask() })).extensions.code).toBe('NOT_FOUND');
  });

  it('hands out the best free task, and to two at once two of them', async () => {
    const NEXT = 'mutation { nextTask { id priority assignee { id } } }';
    const [best] = (await editor.ask('{ reviewTasks(first: 1) { nodes { id priority } } }')).reviewTasks.nodes;
    const [first, second] = await Promise.all([anna.ask(NEXT), basil.ask(NEXT)]);
    expect(first.nextTask.assignee.id).toBe(anna.id);
    expect(second.nextTask.assignee.id).toBe(basil.id);
    expect(first.nextTask.id).not.toBe(second.nextTask.id);
    expect([first.nextTask.id, second.nextTask.id]).toContain(best.id);
    expect((await viewer.failure(NEXT)).extensions.code).toBe('FORBIDDEN');
    await anna.ask(RELEASE, { id: first.nextTask.id });
    await basil.ask(RELEASE, { id: second.nextTask.id });
  });
});
