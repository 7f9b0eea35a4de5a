import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { EVENT_TYPES } from '../../src/integrations/webhooks/event-types.js';
import { DATA_SCHEMAS, type Payload, PAYLOAD_VERSION } from '../../src/integrations/webhooks/payloads.js';
import * as review from '../desk/documents.js';
import { HookedDesk } from '../integrations/hooked-desk.js';
import { until } from '../kit/until.js';
import { readExamples } from './read-examples.js';

const FILE = 'docs/webhooks.md';
const examples = readExamples(FILE);
const payloads = examples
  .filter(({ language }) => language === 'json')
  .flatMap(({ place, text }) => {
    const payload = JSON.parse(text) as Payload;
    return 'type' in payload ? [[payload.type, place, payload] as const] : [];
  });

it('names every event, and no other', () => {
  const named = [...readFileSync(FILE, 'utf8').matchAll(/^\| `([a-z]+\.[a-z]+)`/gm)].map(([, name]) => name);
  expect(named).toEqual([...EVENT_TYPES]);
});

it.each(payloads)('shows %s (%s) as it is sent', (type, _place, { data, version }) => {
  expect(version).toBe(PAYLOAD_VERSION);
  expect(DATA_SCHEMAS[type].parse(data)).toEqual(data);
});

it('shows a payload of each form', () => {
  const shown = payloads.map(([type]) => type.replace(/^factcheck\..*/, 'factcheck'));
  expect(shown).toEqual(['article.ready', 'task.changed', 'verdict.approved', 'factcheck']);
});

describe('the examples', () => {
  let hooked: HookedDesk;
  let receiver: ChildProcess | null = null;
  const printed: string[] = [];
  // Beside node_modules, where the library is found.
  const file = resolve(`receiver-${process.pid}.tmp.mjs`);
  const known: Record<string, unknown> = {};

  beforeAll(async () => {
    hooked = await HookedDesk.start(2);
    // The document's receiver takes the place of ours.
    await hooked.receiver.close();
    known.url = hooked.receiver.url;
    known.chatUrl = hooked.receivers[1]!.url;
    known.since = new Date().toISOString();
  });

  afterAll(async () => {
    receiver?.kill();
    rmSync(file, { force: true });
    await hooked.desk.close();
    await hooked.receivers[1]!.close();
  });

  async function startReceiver(): Promise<void> {
    writeFileSync(file, examples.find(({ language }) => language === 'js')!.text);
    const PORT = new URL(hooked.receiver.url).port;
    const env = { PATH: process.env.PATH, PORT, WEBHOOK_SECRET: String(known.secret) };
    receiver = spawn(process.execPath, [file], { env, stdio: ['ignore', 'pipe', 'inherit'], cwd: join(file, '..') });
    receiver.stdout!.on('data', (data: Buffer) => printed.push(...data.toString().trim().split('\n')));
    await until('it listens', () => printed.includes('listening'));
  }

  const graphql = examples.filter(({ language }) => language === 'graphql');
  it.each(graphql.map((example) => [example.place, example] as const))('%s is answered', async (_place, example) => {
    const names = [...example.text.matchAll(/\$(\w+): /g)].map(([, name]) => name!);
    const variables = Object.fromEntries(names.map((name) => [name, known[name]]));
    const data = await hooked.admin.ask(example.text, variables);
    if (example.answer) expect({ data }).toMatchObject(JSON.parse(example.answer));
    if (data.createWebhook?.secret) {
      known.webhookId = data.createWebhook.webhook.id;
      known.secret = data.createWebhook.secret;
      await startReceiver();
    }
    if (data.pingWebhook) {
      known.deliveryId = data.pingWebhook.id;
      await hooked.untilOver(String(known.webhookId));
    }
    if (data.webhook) expect(data.webhook.deliveries.nodes).toMatchObject([{ event: 'PING', attempts: 1 }]);
    if (data.replayDelivery) await hooked.untilOver(String(known.webhookId));
  });

  it('and its receiver takes each event in once, in order, whatever is sent again', async () => {
    const [, [taskId]] = await hooked.openClaims();
    await hooked.checker.ask(review.TAKE, { id: taskId });
    await hooked.checker.ask(review.RELEASE, { id: taskId });
    const id = String(known.webhookId);
    const done = await hooked.untilOver(id);
    const { since } = known;
    const all = 'mutation ($input: ReplayDeliveriesInput!) { replayDeliveries(input: $input) }';
    const { replayDeliveries } = await hooked.admin.ask(all, { input: { webhookId: id, since } });
    expect(replayDeliveries).toBe(done.length - 1);
    await until('everything was sent again', async () => {
      const [ping, ...others] = await hooked.deliveries(id);
      return ping.attempts === 2 && others.every(({ attempts }) => attempts === 2) && others;
    });
    expect(printed.filter((line) => line.includes(taskId!))).toEqual(
      ['PREPARE', 'TAKE', 'RELEASE'].map((action) => `task.changed ${taskId} ${action}`),
    );
    expect(new Set(printed).size).toBe(printed.length);
  });
});
