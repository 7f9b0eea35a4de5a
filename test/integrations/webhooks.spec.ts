import { EVENT_TYPES, nameOfType } from '../../src/integrations/webhooks/event-types.js';
import { DATA_SCHEMAS, type Payload } from '../../src/integrations/webhooks/payloads.js';
import * as review from '../desk/documents.js';
import { until } from '../kit/until.js';
import { HookedDesk } from './hooked-desk.js';

const ALL = EVENT_TYPES.map(nameOfType);

let hooked: HookedDesk;

beforeEach(async () => {
  hooked = await HookedDesk.start();
});

afterEach(() => hooked.close());

const of = <Type extends Payload['type']>(type: Type): Extract<Payload, { type: Type }>[] =>
  hooked.receiver.payloads.filter((payload): payload is Extract<Payload, { type: Type }> => payload.type === type);

it("tells a receiver built on the specification's library everything, once and in order", async () => {
  const { receiver, admin } = hooked;
  const id = await hooked.hook({ events: ALL });
  const [articleId, [taskId]] = await hooked.openClaims();
  const factCheck = await hooked.publish(taskId!, { title: 'Grain exports' });
  await hooked.correct(factCheck.id, 'TYPO', 1);
  await hooked.correct(factCheck.id, 'RETRACTION', 2);
  const deliveries = await hooked.untilOver(id);

  expect(receiver.faults).toEqual([]);
  expect(deliveries.filter(({ status, attempts }) => status !== 'DELIVERED' || attempts !== 1)).toEqual([]);
  expect(new Set(receiver.received.map((each) => each.id)).size).toBe(deliveries.length);
  expect(receiver.received).toHaveLength(deliveries.length);
  for (const { type, data, version } of receiver.payloads) {
    expect(version).toBe(1);
    expect(DATA_SCHEMAS[type].parse(data)).toEqual(data);
  }

  expect(of('article.ready')).toMatchObject([{ data: { articleId, articleVersion: 1, language: 'en' } }]);
  expect(of('article.ready')[0]!.data.tasks).toBeGreaterThan(1);
  const ofTask = receiver.payloads.filter(({ data }) => 'taskId' in data && data.taskId === taskId);
  expect(ofTask.map(({ type, data }) => ('action' in data ? data.action : type))).toEqual([
    ...['PREPARE', 'TAKE', 'ADD_EVIDENCE', 'PROPOSE_VERDICT', 'verdict.approved', 'APPROVE_VERDICT'],
    ...['factcheck.published', 'PUBLISH', 'CORRECT', 'factcheck.corrected', 'APPROVE_CORRECTION'],
    ...['CORRECT', 'factcheck.retracted', 'APPROVE_CORRECTION'],
  ]);
  const versions = of('task.changed').flatMap(({ data }) => (data.taskId === taskId ? [data.taskVersion] : []));
  expect(versions).toEqual(versions.map((_, i) => i + 1));
  expect(of('verdict.approved')).toMatchObject([
    { data: { rating: 'FALSE', proposerId: hooked.checker.id, approverId: hooked.reviewer.id } },
  ]);
  expect(of('factcheck.published')).toMatchObject([
    {
      data: {
        ...{ factCheckId: factCheck.id, factCheckVersion: 1, status: 'PUBLISHED', title: 'Grain exports' },
        ...{ url: factCheck.url, participants: null, claimReview: { '@type': 'ClaimReview', url: factCheck.url } },
      },
    },
  ]);
  expect(of('factcheck.corrected')).toMatchObject([
    { data: { factCheckVersion: 2, status: 'CORRECTED', correctionClass: 'TYPO', publicNote: 'A note for readers.' } },
  ]);
  expect(of('factcheck.retracted')).toMatchObject([
    { data: { factCheckVersion: 3, status: 'RETRACTED', claimReview: null } },
  ]);

  // The ids are those of the API, and the address is one that answers.
  const { node } = await admin.ask('query ($id: ID!) { node(id: $id) { __typename id } }', { id: factCheck.id });
  expect(node).toEqual({ __typename: 'FactCheck', id: of('factcheck.published')[0]!.data.factCheckId });
  expect((await fetch(of('factcheck.published')[0]!.data.url)).status).toBe(200);
  expect(deliveries.map(({ payload }) => payload)).toEqual(
    deliveries.map((each) => receiver.received.find(({ id: of }) => of === each.id)!.payload),
  );
});

it('names who took part only where the newsroom shows them to readers', async () => {
  const policy = { expectedVersion: 0, participantsShown: 'NAMES' };
  await hooked.admin.ask(
    'mutation ($input: UpdateNewsroomPolicyInput!) { updateNewsroomPolicy(input: $input) { version } }',
    { input: policy },
  );
  const id = await hooked.hook({ events: ['FACTCHECK_PUBLISHED'] });
  const [, [taskId]] = await hooked.openClaims();
  await hooked.publish(taskId!);
  await hooked.untilOver(id);
  expect(of('factcheck.published')[0]!.data.participants).toMatchObject({
    PROPOSED: expect.stringMatching(/^Person /),
  });
});

it('tells of what was committed alone, to those who want it', async () => {
  const before = await hooked.openClaims();
  expect(await hooked.desk.database.owner('select 1 from outgoing_events')).toEqual([]);
  const id = await hooked.hook({ events: ['VERDICT_APPROVED'] });
  const version = await hooked.versionOf(before[1][0]!);
  await hooked.checker.failure(review.APPROVE, { input: { taskId: before[1][0], expectedVersion: version } });
  await hooked.approve(before[1][1]!);
  await hooked.untilOver(id);
  const events = await hooked.desk.database.owner('select type from outgoing_events');
  expect(events).toEqual([{ type: 'verdict.approved' }]);
});

describe('a receiver that fails five times', () => {
  it('gets each event once in effect, and each subject in order', async () => {
    const { receiver } = hooked;
    const effects = new Map<string, string[]>();
    const known = new Set<string>();
    let withoutDedupe = 0;
    let tries = 0;
    // It takes every event in, and then fails to say so: the worst that can happen to who must not act twice.
    receiver.answer = (response, { id, payload }) => {
      withoutDedupe++;
      if (payload.type === 'task.changed' && !known.has(id)) {
        known.add(id);
        const { taskId, action } = payload.data;
        effects.set(taskId, [...(effects.get(taskId) ?? []), action]);
      }
      response.writeHead(++tries <= 5 ? 500 : 204).end();
    };
    const [, [taskId]] = await hooked.openClaims();
    const id = await hooked.hook({ events: ['TASK_CHANGED'] });
    await hooked.checker.ask(review.TAKE, { id: taskId });
    for (let failures = 1; failures <= 5; failures++) {
      await hooked.untilTried(id, failures);
      if (failures === 1) await hooked.checker.ask(review.RELEASE, { id: taskId });
      hooked.moveOn(20);
    }
    const deliveries = await hooked.untilOver(id);
    expect(deliveries.map(({ status, attempts }) => [status, attempts])).toEqual([
      ['DELIVERED', 6],
      ['DELIVERED', 1],
    ]);
    expect(Object.fromEntries(effects)).toEqual({ [taskId!]: ['TAKE', 'RELEASE'] });
    // Told by its id it is one; without that it would have been six.
    expect(withoutDedupe).toBe(7);
    const [first] = deliveries;
    expect(first.log.nodes.map(({ number, status }: { number: number; status: number }) => [number, status])).toEqual([
      ...[6, 5, 4, 3, 2, 1].map((number) => [number, number === 6 ? 204 : 500]),
    ]);
    expect(receiver.faults).toEqual([]);
    const bodies = receiver.received.filter((each) => each.id === first.id).map(({ body }) => body);
    expect(new Set(bodies).size).toBe(1);
  });

  it('holds up its own subject alone', async () => {
    const { receiver } = hooked;
    const [, tasks] = await hooked.openClaims();
    receiver.answer = (response, { payload }) =>
      void response.writeHead('taskId' in payload.data && payload.data.taskId === tasks[0] ? 503 : 200).end();
    const id = await hooked.hook({ events: ['TASK_CHANGED'] });
    await hooked.checker.ask(review.TAKE, { id: tasks[0] });
    await hooked.untilTried(id, 1);
    await hooked.checker.ask(review.RELEASE, { id: tasks[0] });
    await hooked.checker.ask(review.TAKE, { id: tasks[1] });
    await until('the other task was told of', async () => (await hooked.deliveries(id))[2]?.status === 'DELIVERED');
    const told = await hooked.deliveries(id);
    expect(told.map(({ status, attempts }) => [status, attempts])).toEqual([
      ['PENDING', 1],
      ['PENDING', 0],
      ['DELIVERED', 1],
    ]);
  });
});

it('waits as long as a receiver asks, and gives up after twelve tries; what follows is told then', async () => {
  const { receiver } = hooked;
  const [, [taskId]] = await hooked.openClaims();
  receiver.answer = (response, { payload }) => {
    const taken = payload.type === 'task.changed' && payload.data.action === 'TAKE';
    response.writeHead(taken ? 429 : 200, { 'retry-after': '7200' }).end('busy');
  };
  const id = await hooked.hook({ events: ['TASK_CHANGED'] });
  await hooked.checker.ask(review.TAKE, { id: taskId });
  const first = await hooked.untilTried(id, 1);
  expect(first).toMatchObject({ status: 'PENDING', log: { nodes: [{ status: 429, failure: 'It answered 429' }] } });
  expect(first.log.nodes[0].response).toBe('busy');
  expect(Date.parse(first.nextAttemptAt) - Date.now()).toBeGreaterThan(7_000_000);
  await hooked.checker.ask(review.RELEASE, { id: taskId });
  let latest = first;
  for (let tries = 2; tries <= 12; tries++) {
    hooked.moveTo(latest.nextAttemptAt);
    latest = await hooked.untilTried(id, tries);
  }
  expect(latest).toMatchObject({ status: 'FAILED', nextAttemptAt: null });
  expect((await hooked.untilOver(id)).map(({ status }) => status)).toEqual(['FAILED', 'DELIVERED']);
  expect(await hooked.webhook(id)).toMatchObject({ enabled: true, failingSince: null });
});
