import type { NewsroomEvent } from '../../generated/prisma/client.js';
import type { Transaction } from '../../platform/database/database.js';
import { byId } from '../request-context.js';

export type NewsroomEventRow = NewsroomEvent;

export const readNewsroomEvents = async (tx: Transaction, ids: readonly string[]) =>
  byId(await tx.newsroomEvent.findMany({ where: { id: { in: [...ids] } } }));

/** What was written with newsroom events, by event id. */
export async function readNewsroomEventComments(tx: Transaction, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.newsroomEventComment.findMany({ where: { eventId: { in: [...ids] } } });
  return new Map(rows.map((row) => [row.eventId, row.text]));
}

/** Whether a seal holds each event, of whatever kind, by event id. */
export async function readSealed(tx: Transaction, ids: readonly string[]): Promise<Map<string, boolean>> {
  const waiting = await tx.unsealedEvent.findMany({ where: { eventId: { in: [...ids] } } });
  const unsealed = new Set(waiting.map((row) => row.eventId));
  return new Map(ids.map((id) => [id, !unsealed.has(id)]));
}
