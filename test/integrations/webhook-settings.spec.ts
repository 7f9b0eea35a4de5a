import * as review from '../desk/documents.js';
import { until } from '../kit/until.js';
import { HookedDesk } from './hooked-desk.js';
import { answerWith } from './receiver.js';
import * as hooks from './webhook-documents.js';

interface Page {
  readonly totalCount: number;
  readonly nodes: { readonly id: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

let hooked: HookedDesk;

beforeEach(async () => {
  hooked = await HookedDesk.start();
});

afterEach(() => hooked.close());

const ping = async (id: string) => (await hooked.admin.ask(hooks.PING, { id })).pingWebhook.id as string;
const untilDone = (id: string) =>
  until('the delivery is over', async () => {
    const { webhookDelivery } = await hooked.admin.ask(hooks.DELIVERY_BY_ID, { id });
    return (webhookDelivery.status === 'DELIVERED' || webhookDelivery.attempts > 0) && webhookDelivery;
  });
const untilDisabled = (id: string) =>
  until('it is disabled', async () => {
    const webhook = await hooked.webhook(id);
    return !webhook.enabled && webhook;
  });

describe('a receiver that is no longer there', () => {
  it('is told nothing more after 410, its ADMINs hear of it, and what waited comes when it is enabled', async () => {
    const { receiver, admin } = hooked;
    const [, [taskId]] = await hooked.openClaims();
    const id = await hooked.hook({ events: ['TASK_CHANGED'] });
    receiver.answer = answerWith(410);
    await hooked.checker.ask(review.TAKE, { id: taskId });
    const disabled = await untilDisabled(id);
    expect(disabled).toMatchObject({ disabledReason: 'GONE', disabledAt: expect.any(String) });
    await hooked.checker.ask(review.RELEASE, { id: taskId });
    const email = await hooked.emailOf(admin);
    await until('the ADMIN is told', () => hooked.mailsTo(email).length > 0);
    expect(hooked.mailsTo(email)).toMatchObject([
      { subject: expect.stringContaining(receiver.host), text: expect.stringContaining('410') },
    ]);
    const asked = receiver.received.length;
    hooked.moveOn(60);
    await hooked.checker.ask(review.TAKE, { id: taskId });
    expect((await hooked.deliveries(id)).map(({ status, nextAttemptAt }) => [status, nextAttemptAt])).toEqual([
      ...Array.from({ length: 3 }, () => ['PENDING', null]),
    ]);
    expect(receiver.received).toHaveLength(asked);

    receiver.answer = answerWith(200);
    receiver.received.length = 0;
    expect((await admin.ask(hooks.ENABLE, { id })).enableWebhook).toMatchObject({
      enabled: true,
      disabledReason: null,
    });
    await hooked.untilOver(id);
    expect(receiver.payloads.map(({ data }) => 'action' in data && data.action)).toEqual(['TAKE', 'RELEASE', 'TAKE']);
    const actions = await hooked.desk.database.owner(
      `select action, actor_kind from newsroom_events where action like 'WEBHOOK_%' order by at, id`,
    );
    expect(actions).toEqual([
      { action: 'WEBHOOK_MADE', actor_kind: 'MEMBER' },
      { action: 'WEBHOOK_DISABLED', actor_kind: 'SYSTEM' },
      { action: 'WEBHOOK_ENABLED', actor_kind: 'MEMBER' },
    ]);
  });

  it('is told nothing more after three days of failure', async () => {
    const { receiver } = hooked;
    const id = await hooked.hook({ events: ['TASK_CHANGED'] });
    receiver.answer = answerWith(500);
    await untilDone(await ping(id));
    expect(await hooked.webhook(id)).toMatchObject({ enabled: true, failingSince: expect.any(String) });
    hooked.moveOn(2 * 24 * 60);
    await hooked.untilTried(id, 2);
    expect(await hooked.webhook(id)).toMatchObject({ enabled: true });
    hooked.moveOn(25 * 60);
    expect(await untilDisabled(id)).toMatchObject({ disabledReason: 'FAILING' });
    const email = await hooked.emailOf(hooked.admin);
    await until('the ADMIN is told', () => hooked.mailsTo(email).length === 1);
    expect((await hooked.admin.failure(hooks.PING, { id })).extensions.code).toBe('INVALID_TRANSITION');
  });

  it('is forgiven what it failed before by one delivery', async () => {
    const { receiver } = hooked;
    const id = await hooked.hook({ events: ['TASK_CHANGED'] });
    receiver.answer = answerWith(500);
    await untilDone(await ping(id));
    receiver.answer = answerWith(200);
    await untilDone(await ping(id));
    await until('it is forgiven', async () => (await hooked.webhook(id)).failingSince === null);
  });
});

describe('what was sent', () => {
  it('is sent again under the id that it had, one or all since a time', async () => {
    const { receiver, admin } = hooked;
    const [, [taskId]] = await hooked.openClaims();
    const id = await hooked.hook({ events: ['TASK_CHANGED'] });
    await hooked.checker.ask(review.TAKE, { id: taskId });
    const [first] = await hooked.untilOver(id);
    hooked.moveOn(10);
    await hooked.checker.ask(review.RELEASE, { id: taskId });
    await hooked.untilOver(id);
    const since = first.occurredAt;
    const later = new Date(Date.parse(since) + 5 * 60_000).toISOString();

    await admin.ask(hooks.REPLAY, { id: first.id });
    await until('it came again', () => receiver.received.length === 3);
    await hooked.untilOver(id);
    const replay = async (input: object) =>
      (await admin.ask(hooks.REPLAY_ALL, { input: { webhookId: id, ...input } })).replayDeliveries;
    expect(await replay({ since, undeliveredOnly: true })).toBe(0);
    expect(await replay({ since: later })).toBe(1);
    await until('the later one came again', () => receiver.received.length === 4);
    await hooked.untilOver(id);
    expect(await replay({ since })).toBe(2);
    await until('both came again', () => receiver.received.length === 6);
    await hooked.untilOver(id);
    const [a, b] = receiver.received;
    expect(receiver.received.map((each) => each.id)).toEqual([a, b, a, b, a, b].map((each) => each!.id));
    expect(new Set(receiver.received.map(({ body }) => body)).size).toBe(2);
    expect((await hooked.deliveries(id)).map(({ attempts }) => attempts)).toEqual([3, 3]);
  });

  it('is listed page by page, the newest first, and by status', async () => {
    const id = await hooked.hook({ events: ['TASK_CHANGED'] });
    const sent: string[] = [];
    for (let i = 0; i < 5; i++) {
      sent.unshift(await ping(id));
      await untilDone(sent[0]!);
    }
    const read: string[] = [];
    for (let after: string | null = null; ;) {
      const { webhook } = await hooked.admin.ask(hooks.DELIVERIES, { id, first: 2, after });
      const page: Page = webhook.deliveries;
      expect(page.totalCount).toBe(5);
      read.push(...page.nodes.map((node) => node.id));
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
    expect(read).toEqual(sent);
    const failed = await hooked.admin.ask(hooks.DELIVERIES, { id, status: ['FAILED'] });
    expect(failed.webhook.deliveries.nodes).toEqual([]);
  });
});

describe('refuses', () => {
  const create = (input: object) =>
    hooked.admin.failure(hooks.CREATE, { input: { events: ['TASK_CHANGED'], ...input } });

  it('addresses that are no public ones of a server with TLS', async () => {
    for (const url of [
      ...['http://example.org/hook', 'https://127.0.0.1/hook', 'https://[::ffff:10.0.0.1]/hook', ''],
      ...['https://169.254.169.254/hook', 'https://user:password@example.org/', 'file:///etc/passwd'],
    ]) {
      const { extensions } = await create({ url });
      expect([url, extensions]).toMatchObject([url, { code: 'BAD_USER_INPUT', fields: { url: expect.any(String) } }]);
    }
  });

  it('no event, one that is none of theirs, one twice, and a language of a program', async () => {
    const { url } = hooked.receiver;
    for (const [field, input] of [
      ['events', { events: [] }],
      ['events', { events: ['PING'] }],
      ['events', { events: ['TASK_CHANGED', 'TASK_CHANGED'] }],
      ['language', { language: 'ar' }],
      ['language', { kind: 'CHAT', language: 'xx' }],
    ] as const) {
      expect((await create({ url, ...input })).extensions.fields).toHaveProperty(field);
    }
  });

  it('a name that leads inside, each time that it is asked, and a redirect', async () => {
    const { createWebhook } = await hooked.admin.ask(hooks.CREATE, {
      input: { url: 'https://localhost:1/hook', events: ['TASK_CHANGED'] },
    });
    const { log } = await untilDone(await ping(createWebhook.webhook.id));
    expect(log.nodes).toMatchObject([{ status: null, failure: 'localhost is not a public address' }]);

    const id = await hooked.hook({ events: ['TASK_CHANGED'] });
    hooked.receiver.answer = answerWith(307, { location: 'http://169.254.169.254/latest' });
    const redirected = await untilDone(await ping(id));
    expect(redirected.log.nodes).toMatchObject([{ status: 307, failure: 'It redirects, which is not followed' }]);
    expect(redirected.status).toBe('PENDING');
  });

  it('everybody but an ADMIN, a machine among them, and one webhook too many', async () => {
    const id = await hooked.hook({ events: ['TASK_CHANGED'] });
    const delivery = await ping(id);
    const input = { url: hooked.receiver.url, events: ['TASK_CHANGED'] };
    for (const person of [hooked.editor, await hooked.desk.machine()]) {
      for (const [document, variables] of [
        [hooks.CREATE, { input }],
        [hooks.UPDATE, { input: { id, description: 'x' } }],
        [hooks.ROTATE, { id }],
        [hooks.ENABLE, { id }],
        [hooks.DISABLE, { id }],
        [hooks.DELETE, { id }],
        [hooks.PING, { id }],
        [hooks.REPLAY, { id: delivery }],
        [hooks.REPLAY_ALL, { input: { webhookId: id, since: '2026-01-01T00:00:00Z' } }],
        [hooks.WEBHOOKS, {}],
        [hooks.ONE, { id }],
        [hooks.DELIVERIES, { id }],
        [hooks.DELIVERY_BY_ID, { id: delivery }],
      ] as const) {
        expect((await person.failure(document, variables)).extensions.code).toBe('FORBIDDEN');
      }
      for (const node of [id, delivery]) {
        expect((await person.ask('query ($id: ID!) { node(id: $id) { id } }', { id: node })).node).toBeNull();
      }
    }
    const made = await Promise.all(Array.from({ length: 25 }, () => hooked.admin.send(hooks.CREATE, { input })));
    const codes = made.map(({ body }) => body.errors?.[0]?.extensions.code ?? 'made');
    expect(codes.filter((code) => code === 'made')).toHaveLength(19);
    expect(codes.filter((code) => code === 'CONFLICT')).toHaveLength(6);
  });
});

it('is changed, disabled and deleted by an ADMIN', async () => {
  const { receiver, admin } = hooked;
  const [, [taskId]] = await hooked.openClaims();
  const id = await hooked.hook({ events: ['VERDICT_APPROVED'], description: ' CMS ' });
  expect(await hooked.webhook(id)).toMatchObject({ description: 'CMS', events: ['VERDICT_APPROVED'], kind: 'WEBHOOK' });
  const input = { id, events: ['TASK_CHANGED'], description: null };
  expect((await admin.ask(hooks.UPDATE, { input })).updateWebhook).toMatchObject({
    ...{ description: null, events: ['TASK_CHANGED'], url: receiver.url },
  });
  await admin.ask(hooks.DISABLE, { id });
  expect((await admin.ask(hooks.DISABLE, { id })).disableWebhook).toMatchObject({ disabledReason: 'BY_ADMIN' });
  await hooked.checker.ask(review.TAKE, { id: taskId });
  expect((await hooked.deliveries(id))[0]).toMatchObject({ status: 'PENDING', nextAttemptAt: null });
  expect((await admin.ask(hooks.DELETE, { id })).deleteWebhook).toBe(id);
  expect(await hooked.webhook(id)).toBeNull();
  expect((await admin.failure(hooks.DELETE, { id })).extensions.code).toBe('NOT_FOUND');
  const left = await hooked.desk.database.owner(
    'select 1 from webhook_deliveries union all select 1 from webhook_secrets',
  );
  expect(left).toEqual([]);
  await hooked.checker.ask(review.RELEASE, { id: taskId });
  expect(receiver.received).toEqual([]);
});

it('tells a chat in its language, and escapes what a title holds', async () => {
  const { receiver } = hooked;
  const id = await hooked.hook({ kind: 'CHAT', language: 'fr', events: ['FACTCHECK_PUBLISHED', 'VERDICT_APPROVED'] });
  const [, [taskId]] = await hooked.openClaims();
  const factCheck = await hooked.publish(taskId!, { title: 'Grain <!channel> & co' });
  await hooked.untilOver(id);
  const texts = receiver.payloads.map((payload) => (payload as unknown as { text: string }).text);
  expect(texts).toEqual([
    expect.stringMatching(/^Verdict approuvé, Tâche d’affirmation : \u2068Faux\u2069\n<http.*\/tasks\/.*>$/),
    `Vérification publiée : « \u2068Grain &lt;!channel&gt; &amp; co\u2069 », évaluation : \u2068Faux\u2069\n<${factCheck.url}>`,
  ]);
  expect(receiver.received[0]!.headers).not.toHaveProperty('webhook-signature');
});
