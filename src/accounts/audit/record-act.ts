import type { Transaction } from '../../platform/database/database.js';
import type { Viewer } from '../viewer.js';
import { auditActor } from './audit-actor.js';
import { type AuditRecord, recordAuditEvent } from './record-audit-event.js';

/** Records what the viewer has done in their newsroom, in the transaction of the change. Gives the event's id. */
export const recordAct = (
  tx: Transaction,
  viewer: Viewer,
  act: Omit<AuditRecord, 'newsroomId' | 'actor'>,
): Promise<string> =>
  recordAuditEvent(tx, { ...act, newsroomId: viewer.newsroom.newsroomId, actor: auditActor(viewer) });
