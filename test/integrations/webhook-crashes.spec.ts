import { DeliveryContents } from '../../src/integrations/webhooks/delivery-contents.js';
import { DeliverWebhookHandler } from '../../src/jobs/deliver-webhook.handler.js';
import { systemClock } from '../../src/platform/clock.js';
import { AllowList } from '../../src/platform/guarded-fetcher/allow-list.js';
import { createLog } from '../../src/platform/log.js';
import { freshDatabase, type FreshDatabase } from '../kit/fresh-database.js';
import { makeNewsroom, type TestNewsroom } from '../kit/newsrooms.js';
import { addReadyArticle, addTasks } from '../kit/row-builders.js';
import { runHandler } from '../kit/run-handler.js';
import { startApp, type TestApp } from '../kit/start-app.js';
import { Receiver, answerWith } from './receiver.js';
import * as hooks from './webhook-documents.js';

let database: FreshDatabase;
let newsroom: TestNewsroom;
let app: TestApp;
let receiver: Receiver;
let handler: DeliverWebhookHandler;
let key: string;
let webhookId: string;

/** No worker runs here: each job is run by hand, as often and as badly as the test says. */
beforeEach(async () => {
  [database, receiver] = [await freshDatabase(), await Receiver.start()];
  newsroom = await makeNewsroom(database.app);
  app = await startApp(database, { role: 'api', fetchAllow: receiver.host });
  const fetchAllow = AllowList.parse(receiver.host);
  handler = new DeliverWebhookHandler(systemClock, { fetchAllow }, app.nest.get(DeliveryContents, { strict: false }));
  ({ key } = await newsroom.member('ADMIN'));
  const input = { url: receiver.url, events: ['TASK_CHANGED'] };
  const { createWebhook } = (await app.graphql(hooks.CREATE, { input }, key)).expectData();
  webhookId = createWebhook.webhook.id;
  receiver.secret = createWebhook.secret;
});

afterEach(async () => {
  await app.close();
  await receiver.close();
  await database.drop();
});

const ping = async () => (await app.graphql(hooks.PING, { id: webhookId }, key)).expectData().pingWebhook.id;
const stored = async () =>
  await database.owner('select status::text, attempts from webhook_deliveries order by sequence');
const rows = async (table: string) => (await database.owner(`select 1 from ${table}`)).length;

/** Runs the job that waits, and dies before what came of it is committed. */
async function runAndDie(): Promise<void> {
  const [job] = await database.owner<{ payload: { deliveryId: string } }>(
    `select payload from jobs where name = 'deliver-webhook' and state <> 'DONE'`,
  );
  const finish = () => Promise.reject(new Error('killed'));
  const run = { newsroom: newsroom.handle, log: createLog('silent'), finish };
  await expect(handler.run(job!.payload, run)).rejects.toThrow('killed');
}

it('sends again what a crash between sending and recording left, under the same id', async () => {
  const id = await ping();
  await runAndDie();
  await runAndDie();
  expect(await stored()).toEqual([{ status: 'SENDING', attempts: 0 }]);
  await runHandler(database, newsroom.handle, handler);
  expect(await stored()).toEqual([{ status: 'DELIVERED', attempts: 1 }]);
  expect(receiver.received.map((each) => each.id)).toEqual([id, id, id]);
  expect(new Set(receiver.received.map(({ body }) => body)).size).toBe(1);
  expect(receiver.faults).toEqual([]);
});

it('records one try of runs that meet', async () => {
  await ping();
  receiver.answer = answerWith(500);
  await runHandler(database, newsroom.handle, handler, 4);
  expect(await stored()).toEqual([{ status: 'PENDING', attempts: 1 }]);
  expect(await rows('webhook_attempts')).toBe(1);
});

it('does nothing for a delivery whose webhook was deleted or disabled meanwhile', async () => {
  await ping();
  await app.graphql(hooks.DISABLE, { id: webhookId }, key);
  await runHandler(database, newsroom.handle, handler);
  expect(receiver.received).toEqual([]);
  expect(await stored()).toEqual([{ status: 'PENDING', attempts: 0 }]);
  await app.graphql(hooks.ENABLE, { id: webhookId }, key);
  await app.graphql(hooks.DELETE, { id: webhookId }, key);
  expect(await runHandler(database, newsroom.handle, handler)).toBe(1);
  expect(receiver.received).toEqual([]);
});

it('says so where an address was sealed under another secret', async () => {
  await ping();
  await database.owner(`update webhooks set sealed_url = '\\x00'`);
  await runHandler(database, newsroom.handle, handler);
  const [attempt] = await database.owner<{ failure: string }>('select failure from webhook_attempts');
  expect(attempt!.failure).toContain('sealed under another ISNAD_SECRET');
});

it('hands over three at once, and of each subject one', async () => {
  const articleId = await addReadyArticle(newsroom.handle);
  const tasks = await addTasks(
    newsroom.handle,
    articleId,
    Array.from({ length: 6 }, () => ({})),
  );
  await newsroom.handle.transaction(async (tx) => {
    for (const number of [2, 3]) {
      await tx.taskEvent.createMany({
        data: tasks.map((taskId) => ({
          ...{ newsroomId: newsroom.id, taskId, number, id: crypto.randomUUID(), action: 'TAKE', at: new Date() },
          data: { from: 'OPEN', to: 'IN_PROGRESS' },
        })),
      });
    }
  });
  await ping();
  const sending = await database.owner(`select subject_id from webhook_deliveries where status = 'SENDING'`);
  expect(new Set(sending.map((row) => row.subject_id)).size).toBe(3);
  while ((await runHandler(database, newsroom.handle, handler)) > 0);
  const numbers = new Map<string, number[]>();
  for (const { data } of receiver.payloads) {
    if ('taskVersion' in data) numbers.set(data.taskId, [...(numbers.get(data.taskId) ?? []), data.taskVersion]);
  }
  expect([...numbers.values()]).toEqual(tasks.map(() => [1, 2, 3]));
});

it('waits for an earlier delivery of the subject to end, whatever the later one is', async () => {
  const articleId = await addReadyArticle(newsroom.handle);
  const [taskId] = await addTasks(newsroom.handle, articleId, [{}]);
  await newsroom.handle.transaction((tx) =>
    tx.taskEvent.createMany({
      data: [2, 3].map((number) => ({
        ...{ newsroomId: newsroom.id, taskId: taskId!, number, id: crypto.randomUUID(), action: 'TAKE' },
        ...{ at: new Date(), data: { from: 'OPEN', to: 'IN_PROGRESS' } },
      })),
    }),
  );
  receiver.answer = answerWith(500);
  await ping();
  await runHandler(database, newsroom.handle, handler);
  await runHandler(database, newsroom.handle, handler);
  expect((await stored()).map(({ attempts }) => attempts)).toEqual([1, 0, 0, 1]);
});
