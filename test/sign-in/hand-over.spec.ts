import { Desk, type Person } from '../desk/desk.js';

const TEXT = `Grain exports rose by 12 percent in 2025, the ministry of trade said on Monday.
Omar Haddad said the northern port lost 300 jobs in 2024.`;
const TASKS = '{ reviewTasks(first: 100) { nodes { id status assignee { id } } } }';
const TAKE = 'mutation ($id: ID!) { takeTask(id: $id) { version } }';
const EVIDENCE = `mutation ($id: ID!) {
  addEvidence(input: { taskId: $id, url: "https://trade.example/x", stance: SUPPORTS }) { id } }`;
const DEACTIVATE = 'mutation ($id: ID!, $to: ID) { deactivateMember(id: $id, reassignTo: $to) { active } }';

let desk: Desk;
let admin: Person;

beforeAll(async () => {
  desk = await Desk.start();
  admin = await desk.join('ADMIN');
  await desk.submit(await desk.join('EDITOR'), { text: TEXT });
});

afterAll(() => desk.close());

interface Task {
  readonly id: string;
  readonly status: string;
  readonly assignee: { readonly id: string } | null;
}

const tasks = async (): Promise<Task[]> => (await admin.ask(TASKS)).reviewTasks.nodes;
const openIds = async () => (await tasks()).filter(({ status }) => status === 'OPEN').map(({ id }) => id);
const stateOf = async (id: string) => {
  const { status, assignee } = (await tasks()).find((task) => task.id === id)!;
  return [status, assignee?.id ?? null];
};

/** Lets the checker's verdict be sent back to them. */
async function sendBack(checker: Person, reviewer: Person, id: string) {
  await checker.ask(TAKE, { id });
  await checker.ask(EVIDENCE, { id });
  const { reviewTask } = await checker.ask('query ($id: ID!) { reviewTask(id: $id) { version kind } }', { id });
  const input = {
    taskId: id,
    rating: reviewTask.kind === 'QUOTE' ? 'ACCURATE' : 'TRUE',
    rationale: 'The ministry published the figures itself.',
    expectedVersion: reviewTask.version,
  };
  const propose = 'mutation ($input: ProposeVerdictInput!) { proposeVerdict(input: $input) { version } }';
  const { version } = (await checker.ask(propose, { input })).proposeVerdict;
  const change = 'mutation ($input: ReviewVerdictInput!) { requestChanges(input: $input) { status } }';
  await reviewer.ask(change, { input: { taskId: id, comment: 'Which table?', expectedVersion: version } });
}

it('frees what a member held, sent back or not, and keeps the record whole', async () => {
  const [checker, reviewer] = [await desk.join('FACT_CHECKER'), await desk.join('REVIEWER')];
  const [taken, back] = await openIds();
  await checker.ask(TAKE, { id: taken });
  await sendBack(checker, reviewer, back!);
  expect(await stateOf(back!)).toEqual(['CHANGES_REQUESTED', checker.id]);
  await admin.ask(DEACTIVATE, { id: checker.id });
  expect(await stateOf(taken!)).toEqual(['OPEN', null]);
  expect(await stateOf(back!)).toEqual(['OPEN', null]);
  const { node } = await admin.ask('query ($id: ID!) { node(id: $id) { ... on Member { name active } } }', {
    id: checker.id,
  });
  expect(node.active).toBe(false);
  expect(await desk.findFaults()).toEqual([]);
});

it('gives it to whoever is named', async () => {
  const [checker, heir] = [await desk.join('FACT_CHECKER'), await desk.join('FACT_CHECKER')];
  const [id] = await openIds();
  await checker.ask(TAKE, { id });
  await admin.ask(DEACTIVATE, { id: checker.id, to: heir.id });
  expect(await stateOf(id!)).toEqual(['IN_PROGRESS', heir.id]);
  expect(await desk.findFaults()).toEqual([]);
});

it('frees it also where a member may only read from now on, or is erased', async () => {
  const [reader, erased] = [await desk.join('FACT_CHECKER'), await desk.join('FACT_CHECKER')];
  const [first, second] = await openIds();
  await reader.ask(TAKE, { id: first });
  await erased.ask(TAKE, { id: second });
  await admin.ask('mutation ($id: ID!) { changeMemberRole(id: $id, role: VIEWER) { role } }', { id: reader.id });
  await admin.ask('mutation ($id: ID!) { eraseMember(id: $id) { id } }', { id: erased.id });
  expect(await stateOf(first!)).toEqual(['OPEN', null]);
  expect(await stateOf(second!)).toEqual(['OPEN', null]);
  expect(await desk.findFaults()).toEqual([]);
});
