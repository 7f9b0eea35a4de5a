import { until } from '../kit/until.js';
import { HookedDesk } from './hooked-desk.js';
import { answerWith } from './receiver.js';
import * as hooks from './webhook-documents.js';

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

describe('secrets', () => {
  it('are changed without a delivery that either of them refuses', async () => {
    const { receiver, admin } = hooked;
    const id = await hooked.hook({ events: ['TASK_CHANGED'] });
    const old = receiver.secret!;
    const { rotateWebhookSecret } = await admin.ask(hooks.ROTATE, { id, minutes: 60 });
    const fresh = rotateWebhookSecret.secret as string;
    expect(fresh).toMatch(/^whsec_[\w+/]{43}=$/);
    expect(fresh).not.toBe(old);
    expect(rotateWebhookSecret.webhook.secrets.map(({ expiresAt }: { expiresAt: string }) => expiresAt)).toEqual([
      null,
      expect.any(String),
    ]);
    await untilDone(await ping(id));
    const [during] = receiver.received;
    expect(during!.headers['webhook-signature']!.split(' ')).toHaveLength(2);
    receiver.verify(old, during!);
    receiver.verify(fresh, during!);

    hooked.moveOn(61);
    receiver.secret = fresh;
    await untilDone(await ping(id));
    const after = receiver.received[1]!;
    expect(after.headers['webhook-signature']!.split(' ')).toHaveLength(1);
    receiver.verify(fresh, after);
    expect(() => receiver.verify(old, after)).toThrow('No matching signature');
    expect(receiver.faults).toEqual([]);
    expect((await hooked.webhook(id)).secrets).toHaveLength(1);
  });

  it('and addresses are nowhere to be read: not in the database, the API or the log', async () => {
    const { receiver, admin, desk } = hooked;
    const id = await hooked.hook({ events: ['TASK_CHANGED'], kind: 'CHAT', url: `${receiver.url}/T0/credential` });
    const program = await hooked.hook({ events: ['TASK_CHANGED'], url: `${receiver.url}/T0/credential` });
    const secret = receiver.secret!;
    receiver.answer = answerWith(500);
    receiver.secret = null;
    await untilDone(await ping(id));
    await untilDone(await ping(program));
    const [stored] = await desk.database.owner<{ all: string }>(`select string_agg(t::text, '') as all from (
      select w::text as t from webhooks w union all select s::text from webhook_secrets s
      union all select j::text from jobs j union all select a::text from webhook_attempts a
      union all select e::text from newsroom_events e) t`);
    const answered = JSON.stringify(await admin.ask(hooks.WEBHOOKS)) + JSON.stringify(await hooked.deliveries(id));
    for (const place of [stored!.all, hooked.lines.join('')]) {
      expect(place).not.toContain('credential');
      expect(place).not.toContain(secret.slice(6, 30));
    }
    expect(answered).not.toContain(secret.slice(6, 30));
    expect(await hooked.webhook(id)).toMatchObject({ url: null, host: receiver.host, secrets: [], language: 'ar' });
    expect((await hooked.webhook(program)).url).toBe(`${receiver.url}/T0/credential`);
  });
});
