import { byId } from '../../accounts/request-context.js';
import type { Prisma, Webhook, WebhookSecret } from '../../generated/prisma/client.js';
import { camelRows, type SqlRow } from '../../platform/database/camel-rows.js';
import type { Transaction } from '../../platform/database/database.js';
import { takeTurns } from '../../platform/database/take-turns.js';
import { newId } from '../../platform/ids.js';

export type WebhookRow = Webhook;
export type WebhookSecretRow = WebhookSecret;

export const addWebhook = (tx: Transaction, webhook: Prisma.WebhookUncheckedCreateInput): Promise<WebhookRow> =>
  tx.webhook.create({ data: webhook });

/**
 * The webhook's row, locked until the transaction ends; null where there is none. Taken before anything about its
 * deliveries is decided. Events go on being written meanwhile: those who write them only refer to the row.
 */
export async function lockWebhook(tx: Transaction, id: string): Promise<WebhookRow | null> {
  const rows = await tx.$queryRaw<SqlRow[]>`select * from webhooks where id = ${id}::uuid for no key update`;
  return camelRows<WebhookRow>(rows)[0] ?? null;
}

/** Lets one webhook of a newsroom be made at a time, until the transaction ends, so that they can be counted. */
export const lockWebhookCount = (tx: Transaction, newsroomId: string) => takeTurns(tx, 'webhooks', newsroomId);

export const countWebhooks = (tx: Transaction): Promise<number> => tx.webhook.count();

export const findWebhook = (tx: Transaction, id: string) => tx.webhook.findUnique({ where: { id } });

export const readWebhooks = async (tx: Transaction, ids: readonly string[]) =>
  byId(await tx.webhook.findMany({ where: { id: { in: [...ids] } } }));

/** Newest first, before the one with id `before`. */
export const pageOfWebhooks = (tx: Transaction, limit: number, before: string | null) =>
  tx.webhook.findMany({ where: before ? { id: { lt: before } } : {}, orderBy: { id: 'desc' }, take: limit });

export const updateWebhook = (tx: Transaction, id: string, data: Prisma.WebhookUncheckedUpdateInput) =>
  tx.webhook.update({ where: { id }, data });

/** With its secrets, deliveries and log. */
export const removeWebhook = (tx: Transaction, id: string) => tx.webhook.delete({ where: { id } });

export const addSecret = (
  tx: Transaction,
  of: { newsroomId: string; webhookId: string },
  sealed: Uint8Array<ArrayBuffer>,
  createdAt: Date,
) => tx.webhookSecret.create({ data: { id: newId(), ...of, sealed, createdAt } });

/** Ends those that have no end yet, or a later one, at that time, and forgets those that ended before now. */
export async function endSecrets(tx: Transaction, webhookId: string, at: Date, now: Date): Promise<void> {
  await tx.webhookSecret.deleteMany({ where: { webhookId, expiresAt: { lte: now } } });
  await tx.webhookSecret.updateMany({
    where: { webhookId, OR: [{ expiresAt: null }, { expiresAt: { gt: at } }] },
    data: { expiresAt: at },
  });
}

/** The secrets that sign at `now`, newest first, by webhook id. */
export async function readLiveSecrets(
  tx: Transaction,
  webhookIds: readonly string[],
  now: Date,
): Promise<Map<string, WebhookSecretRow[]>> {
  const rows = await tx.webhookSecret.findMany({
    where: { webhookId: { in: [...webhookIds] }, OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] },
    orderBy: { id: 'desc' },
  });
  return new Map(webhookIds.map((id) => [id, rows.filter((row) => row.webhookId === id)]));
}
