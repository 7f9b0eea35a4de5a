import type { Transaction } from '../../platform/database/database.js';
import { isId, newId } from '../../platform/ids.js';
import type { AuditAction } from './audit-actions.js';
import { actorColumns, type AuditActor } from './audit-actor.js';

export interface AuditRecord {
  readonly newsroomId: string;
  readonly action: AuditAction;
  readonly actor: AuditActor;
  /** UTC. */
  readonly at: Date;
  /** What it is about: the kind in CAPITALS, such as MEMBER, and its id. */
  readonly subject?: { readonly kind: string; readonly id: string };
  /**
   * Ids, codes, numbers. Never names, addresses or what somebody wrote: it is hashed for good, and what is about people
   * must stay erasable.
   */
  readonly data?: Readonly<Record<string, string | number | boolean | null>>;
  /** What somebody wrote with it; kept apart from the event and outside its hash. */
  readonly comment?: string | null;
}

/**
 * Records what happened in a newsroom, in the transaction of the change itself: both are kept, or neither. It takes no
 * lock; a job seals the event some seconds after the commit. Gives the event's id.
 */
export async function recordAuditEvent(tx: Transaction, record: AuditRecord): Promise<string> {
  const { newsroomId, action, at, subject, data = {}, comment } = record;
  const id = newId();
  const { actorKind, actorId } = actorColumns(record.actor);
  await tx.newsroomEvent.create({
    data: {
      id,
      newsroomId,
      action,
      actorKind,
      // A machine at the command line has no key of its own.
      actorId: actorId !== null && isId(actorId) ? actorId : null,
      subjectKind: subject?.kind ?? null,
      subjectId: subject?.id ?? null,
      data,
      at,
    },
  });
  if (comment) await tx.newsroomEventComment.create({ data: { newsroomId, eventId: id, text: comment } });
  return id;
}
