import type { Transaction } from '../../src/platform/database/database.js';
import { newId } from '../../src/platform/ids.js';

/** One row in every table of the notices, of an event that is past keeping. */
export async function addNoticeRows(tx: Transaction, newsroomId: string, memberId: string): Promise<void> {
  const [webhookId, eventId, deliveryId, subjectId] = [newId(), newId(), newId(), newId()];
  const at = new Date(0);
  const sealed = new Uint8Array([0]);
  await tx.webhook.create({
    data: { id: webhookId, newsroomId, kind: 'WEBHOOK', sealedUrl: sealed, host: 'x', events: [], createdAt: at },
  });
  await tx.webhookSecret.create({ data: { id: newId(), newsroomId, webhookId, sealed, createdAt: at } });
  const { sequence } = await tx.outgoingEvent.create({
    data: { id: eventId, newsroomId, type: 'ping', subjectId, facts: {}, at },
  });
  await tx.webhookDelivery.create({ data: { id: deliveryId, newsroomId, webhookId, eventId, subjectId, sequence } });
  await tx.webhookAttempt.create({ data: { newsroomId, deliveryId, number: 1, at, durationMs: 1 } });
  await tx.digestSubscription.create({
    data: { newsroomId, memberId, frequency: 'DAILY', hour: 8, language: 'ar', nextAt: at },
  });
  await tx.digestItem.create({ data: { newsroomId, memberId, eventId } });
}
