import { findActiveAdmins } from '../../accounts/accounts.store.js';
import { recordAuditEvent } from '../../accounts/audit/record-audit-event.js';
import type { WebhookDisabledReason } from '../../generated/prisma/client.js';
import type { Transaction } from '../../platform/database/database.js';
import { enqueue } from '../../platform/queue/enqueue.js';
import { pauseAfter } from './back-off.js';
import {
  addAttempt,
  type DeliveryRow,
  dispatchDue,
  holdFollowers,
  pauseDeliveries,
  releaseFollowers,
  updateDelivery,
} from './deliveries.store.js';
import { tellOfDisabledWebhookJob } from './tell-of-disabled-webhook.job.js';
import { updateWebhook, type WebhookRow } from './webhooks.store.js';

/** What came of one try. */
export interface Outcome {
  /** Null where nothing answered. */
  readonly status: number | null;
  /** Null where it was delivered. */
  readonly failure: string | null;
  readonly response: string | null;
  readonly retryAfterMs: number | null;
  readonly durationMs: number;
}

/** A receiver to which nothing could be delivered for so long is left in peace until an ADMIN has looked. */
const LONG_FAILURE_MS = 3 * 24 * 3_600_000;
const GONE = 410;
/** Kept of what other systems say, which may be anything. */
const LONGEST_FAILURE = 500;

/**
 * Keeps what came of a try, and what follows from it: the next try, or the next deliveries. The webhook's row must be
 * locked, and the delivery be under way.
 */
export async function recordOutcome(
  tx: Transaction,
  webhook: WebhookRow,
  delivery: DeliveryRow,
  outcome: Outcome,
  now: Date,
): Promise<void> {
  const { status, failure, response, durationMs } = outcome;
  const number = delivery.attempts + 1;
  await addAttempt(tx, {
    ...{ newsroomId: delivery.newsroomId, deliveryId: delivery.id, number, at: now, durationMs },
    ...{ status, failure: failure?.slice(0, LONGEST_FAILURE) ?? null, response },
  });
  const after =
    failure === null
      ? await recordDelivered(tx, webhook, delivery, number, now)
      : await recordFailed(tx, webhook, delivery, number, outcome, now);
  await dispatchDue(tx, after, now);
}

async function recordDelivered(
  tx: Transaction,
  webhook: WebhookRow,
  delivery: DeliveryRow,
  attempts: number,
  now: Date,
): Promise<WebhookRow> {
  await updateDelivery(tx, delivery.id, { status: 'DELIVERED', attempts, failures: 0, deliveredAt: now });
  await releaseFollowers(tx, delivery, now);
  return updateWebhook(tx, webhook.id, { failingSince: null, lastDeliveredAt: now });
}

async function recordFailed(
  tx: Transaction,
  webhook: WebhookRow,
  delivery: DeliveryRow,
  attempts: number,
  { status, retryAfterMs }: Outcome,
  now: Date,
): Promise<WebhookRow> {
  const failures = delivery.failures + 1;
  const pause = pauseAfter(failures, spreadOf(delivery.id), retryAfterMs);
  const counted = { attempts, failures };
  if (pause === null) {
    await updateDelivery(tx, delivery.id, { ...counted, status: 'FAILED' });
    await releaseFollowers(tx, delivery, now);
  } else {
    const dueAt = new Date(now.getTime() + pause);
    await updateDelivery(tx, delivery.id, { ...counted, status: 'PENDING', dueAt });
    await holdFollowers(tx, delivery, dueAt);
  }
  const failingSince = webhook.failingSince ?? now;
  if (webhook.disabledAt) return webhook;
  if (status === GONE) return disable(tx, webhook, { failingSince, disabledReason: 'GONE' }, now);
  if (now.getTime() - failingSince.getTime() >= LONG_FAILURE_MS) {
    return disable(tx, webhook, { failingSince, disabledReason: 'FAILING' }, now);
  }
  return updateWebhook(tx, webhook.id, { failingSince });
}

/** What waits for it goes on waiting, and its ADMINs are told. */
async function disable(
  tx: Transaction,
  { id, newsroomId }: WebhookRow,
  why: { failingSince: Date; disabledReason: WebhookDisabledReason },
  at: Date,
): Promise<WebhookRow> {
  await pauseDeliveries(tx, id);
  const data = { reason: why.disabledReason };
  const record = { newsroomId, action: 'WEBHOOK_DISABLED', actor: { kind: 'SYSTEM' }, at, data } as const;
  await recordAuditEvent(tx, { ...record, subject: { kind: 'WEBHOOK', id } });
  const admins = await findActiveAdmins(tx);
  const payloads = admins.map((admin) => ({ webhookId: id, memberId: admin.id }));
  await enqueue(tx, newsroomId, tellOfDisabledWebhookJob, payloads);
  return updateWebhook(tx, id, { ...why, disabledAt: at });
}

/** 0 to 1, differing between deliveries and the same for each of them: the end of an id is random. */
const spreadOf = (id: string): number => parseInt(id.slice(-4), 16) / 0xffff;
