import { byId } from '../../accounts/request-context.js';
import {
  type OutgoingEvent,
  Prisma,
  type WebhookAttempt,
  type WebhookDelivery,
  type WebhookDeliveryStatus,
} from '../../generated/prisma/client.js';
import type { Transaction } from '../../platform/database/database.js';
import { newId } from '../../platform/ids.js';
import { enqueue } from '../../platform/queue/enqueue.js';
import { deliverWebhookJob } from './deliver-webhook.job.js';
import { PING } from './event-types.js';
import type { WebhookRow } from './webhooks.store.js';

/** A delivery with what happened. */
export type DeliveryRow = WebhookDelivery & { readonly event: OutgoingEvent };
export type AttemptRow = WebhookAttempt;

/** So many requests to one webhook are under way at most: a slow receiver must not hold every worker. */
const MOST_AT_ONCE = 3;

const WITH_EVENT = { include: { event: true } } as const;

export const findDelivery = (tx: Transaction, id: string): Promise<DeliveryRow | null> =>
  tx.webhookDelivery.findUnique({ where: { id }, ...WITH_EVENT });

export const readDeliveries = async (tx: Transaction, ids: readonly string[]) =>
  byId<DeliveryRow>(await tx.webhookDelivery.findMany({ where: { id: { in: [...ids] } }, ...WITH_EVENT }));

/** Of a webhook, newest event first, after the one with sequence `before`. */
export const pageOfDeliveries = (
  tx: Transaction,
  { webhookId, status }: { webhookId: string; status: readonly WebhookDeliveryStatus[] | null },
  limit: number,
  before: number | null,
): Promise<DeliveryRow[]> =>
  tx.webhookDelivery.findMany({
    where: { ...whichOf(webhookId, status), ...(before === null ? {} : { sequence: { lt: before } }) },
    orderBy: { sequence: 'desc' },
    take: limit,
    ...WITH_EVENT,
  });

export const countDeliveries = (tx: Transaction, webhookId: string, status: readonly WebhookDeliveryStatus[] | null) =>
  tx.webhookDelivery.count({ where: whichOf(webhookId, status) });

const whichOf = (webhookId: string, status: readonly WebhookDeliveryStatus[] | null) => ({
  webhookId,
  ...(status ? { status: { in: [...status] } } : {}),
});

/** The last try at first, before the one with number `before`. */
export const pageOfAttempts = (tx: Transaction, deliveryId: string, limit: number, before: number | null) =>
  tx.webhookAttempt.findMany({
    where: { deliveryId, ...(before === null ? {} : { number: { lt: before } }) },
    orderBy: { number: 'desc' },
    take: limit,
  });

export const countAttempts = (tx: Transaction, deliveryId: string) =>
  tx.webhookAttempt.count({ where: { deliveryId } });

export const addAttempt = (tx: Transaction, attempt: AttemptRow) => tx.webhookAttempt.create({ data: attempt });

export const updateDelivery = (tx: Transaction, id: string, data: Prisma.WebhookDeliveryUncheckedUpdateInput) =>
  tx.webhookDelivery.update({ where: { id }, data });

/**
 * Hands the webhook's due deliveries to the queue, as many as may be under way. Of each subject the earliest goes, and
 * the next only when that one is delivered or given up. The webhook's row must be locked: they are counted.
 */
export async function dispatchDue(tx: Transaction, webhook: WebhookRow, now: Date): Promise<void> {
  const { id: webhookId, newsroomId } = webhook;
  if (webhook.disabledAt) return void (await pauseDeliveries(tx, webhookId));
  const underWay = await tx.webhookDelivery.count({ where: { webhookId, status: 'SENDING' } });
  if (underWay >= MOST_AT_ONCE) return;
  const due = await tx.$queryRaw<{ id: string }[]>`
    update webhook_deliveries set status = 'SENDING', due_at = null where id in (
      select d.id from webhook_deliveries d
      where d.newsroom_id = ${newsroomId}::uuid and d.webhook_id = ${webhookId}::uuid and d.status = 'PENDING'
        and d.due_at <= ${now.toISOString()}::timestamptz
        and not exists (select from webhook_deliveries e where e.newsroom_id = d.newsroom_id
          and e.webhook_id = d.webhook_id and e.subject_id = d.subject_id and e.sequence < d.sequence
          and e.status in ('PENDING', 'SENDING'))
      order by d.due_at, d.sequence limit ${MOST_AT_ONCE - underWay})
    returning id`;
  const payloads = due.map((row) => ({ deliveryId: row.id }));
  await enqueue(tx, newsroomId, deliverWebhookJob, payloads);
}

/** What follows a delivery that failed waits with it, and is not looked at until then. */
export const holdFollowers = (tx: Transaction, { webhookId, subjectId, sequence }: WebhookDelivery, until: Date) =>
  tx.webhookDelivery.updateMany({
    where: { webhookId, subjectId, sequence: { gt: sequence }, status: 'PENDING', dueAt: { lt: until } },
    data: { dueAt: until },
  });

/** What follows a delivery that is over waits for it no longer. */
export const releaseFollowers = (tx: Transaction, { webhookId, subjectId, sequence }: WebhookDelivery, now: Date) =>
  tx.webhookDelivery.updateMany({
    where: { webhookId, subjectId, sequence: { gt: sequence }, status: 'PENDING', dueAt: { gt: now } },
    data: { dueAt: now },
  });

/** Nothing of a disabled webhook is due; it waits. */
export const pauseDeliveries = (tx: Transaction, webhookId: string) =>
  tx.webhookDelivery.updateMany({
    where: { webhookId, status: 'PENDING', dueAt: { not: null } },
    data: { dueAt: null },
  });

/** What waited is due, as if it had never been tried. */
export const resumeDeliveries = (tx: Transaction, webhookId: string, now: Date) =>
  tx.webhookDelivery.updateMany({
    where: { webhookId, status: 'PENDING' },
    data: { dueAt: now, failures: 0 },
  });

/** Makes deliveries due anew, under the ids that they had; those that are under way are left alone. Gives how many. */
export async function replayDeliveries(
  tx: Transaction,
  { id: webhookId, disabledAt }: WebhookRow,
  which: { id: string } | { since: Date; undeliveredOnly: boolean },
  now: Date,
): Promise<number> {
  const chosen =
    'id' in which
      ? { id: which.id, status: { not: 'SENDING' as const } }
      : {
          event: { at: { gte: which.since }, type: { not: PING } },
          status: { in: which.undeliveredOnly ? ['PENDING', 'FAILED'] : ['PENDING', 'FAILED', 'DELIVERED'] },
        };
  const { count } = await tx.webhookDelivery.updateMany({
    where: { webhookId, ...chosen } as Prisma.WebhookDeliveryWhereInput,
    data: { status: 'PENDING', dueAt: disabledAt ? null : now, failures: 0 },
  });
  return count;
}

/** Writes an event that only this webhook is told of, due now. */
export async function addPing(tx: Transaction, { id: webhookId, newsroomId }: WebhookRow, now: Date): Promise<string> {
  const event = await tx.outgoingEvent.create({
    data: { id: newId(), newsroomId, type: PING, subjectId: webhookId, facts: { webhookId }, at: now },
  });
  const { id: eventId, subjectId, sequence } = event;
  const of = { newsroomId, webhookId, eventId, subjectId, sequence };
  return (await tx.webhookDelivery.create({ data: { id: newId(), ...of, dueAt: now } })).id;
}
