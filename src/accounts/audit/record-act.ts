import type { Clock } from '../../platform/clock.js';
import type { Transaction } from '../../platform/database/database.js';
import type { Viewer } from '../viewer.js';
import { auditActor } from './audit-actor.js';
import { type AuditRecord, recordAuditEvent } from './record-audit-event.js';

/** Records what the viewer has done in their newsroom, now, in the transaction of the change. */
export const recordAct = (
  tx: Transaction,
  viewer: Viewer,
  clock: Clock,
  action: AuditRecord['action'],
  { subject, data }: Pick<AuditRecord, 'subject' | 'data'> = {},
): Promise<string> =>
  recordAuditEvent(tx, {
    ...{ newsroomId: viewer.newsroom.newsroomId, action, actor: auditActor(viewer), at: clock.now(), subject, data },
  });
