import { until } from '../../kit/until.js';
import { type Home, WORD } from './seed.js';

/** Before anything happens, so that there is something to tell: a webhook that nobody answers, a chat, and a digest. */
export async function seedNotices({ admin }: Home): Promise<void> {
  const create = 'mutation ($input: CreateWebhookInput!) { createWebhook(input: $input) { webhook { id } } }';
  const events = ['ARTICLE_READY', 'VERDICT_APPROVED', 'FACTCHECK_PUBLISHED'];
  const url = 'https://localhost:1/';
  const { createWebhook } = await admin.ask(create, {
    input: { url: `${url}${WORD}`, description: WORD, events },
  });
  await admin.ask('mutation ($id: ID!) { rotateWebhookSecret(id: $id) { webhook { id } } }', {
    id: createWebhook.webhook.id,
  });
  const chat = { kind: 'CHAT', url: `${url}${WORD}/chat`, language: 'en', events: ['FACTCHECK_CORRECTED'] };
  await admin.ask(create, { input: chat });
  await admin.ask('mutation { updateDigest(input: { frequency: DAILY }) { nextAt } }');
}

/** One delivery as it stands once a receiver has answered, and one that failed; nobody does in a test. */
export async function awaitDelivery({ desk: { database, newsroom } }: Home): Promise<void> {
  await until('a delivery was tried', async () => {
    const [row] = await database.owner<{ some: boolean }>(
      'select exists (select from webhook_attempts where newsroom_id = $1) as some',
      [newsroom.id],
    );
    return row!.some;
  });
  // Nothing moves on while the walk looks.
  await database.owner(`update webhooks set disabled_at = now(), disabled_reason = 'FAILING', failing_since = now(),
    last_delivered_at = now()`);
  await until('nothing is under way', async () => {
    const [row] = await database.owner<{ none: boolean }>(
      `select not exists (select from webhook_deliveries where status = 'SENDING') as none`,
    );
    return row!.none;
  });
  await database.owner(
    `update webhook_deliveries set status = 'DELIVERED', delivered_at = now(), due_at = null
     where id = (select delivery_id from webhook_attempts order by delivery_id limit 1)`,
  );
  await database.owner(`update webhook_deliveries set due_at = '2099-01-01T00:00:00Z' where status = 'PENDING'`);
  await database.owner(`update webhook_attempts set status = 500, failure = 'It answered 500', response = '${WORD}'`);
}
