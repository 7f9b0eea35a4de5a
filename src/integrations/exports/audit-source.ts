import { readMembers } from '../../accounts/accounts.store.js';
import { readNewsroomEventComments } from '../../accounts/audit/newsroom-events.store.js';
import type { AuditEventFilter } from '../../generated/graphql.js';
import type { Transaction } from '../../platform/database/database.js';
import { type AuditEventRow, countAudit, pageOfAudit } from '../../tasks/audit/audit-list.js';
import { commentKey, readComments } from '../../tasks/tasks.store.js';
import type { ExportSource } from './export-source.js';

const COLUMNS = [
  ...['type', 'id', 'at', 'action', 'actorKind', 'actorId', 'actorName', 'subjectKind', 'subjectId', 'number'],
  ...['comment', 'data', 'hash', 'previousHash'],
] as const;

type AuditRecord = Record<(typeof COLUMNS)[number], unknown> & { readonly at: Date; readonly action: string };

/** Newest first, as the list has it: what is added meanwhile comes before where an export began. */
export function auditSource(filter: AuditEventFilter): ExportSource {
  return {
    columns: COLUMNS,
    count: (tx) => countAudit(tx, filter),
    async read(tx, after, limit) {
      const events = await pageOfAudit(tx, filter, { first: limit - 1, after, list: '' });
      const records = await recordsOf(tx, events);
      return records.map((record, i) => ({
        record,
        feedItem: feedItemOf(record),
        place: [events[i]!.at.toISOString(), events[i]!.id],
      }));
    },
  };
}

async function recordsOf(tx: Transaction, events: readonly AuditEventRow[]): Promise<AuditRecord[]> {
  const ofTasks = events.flatMap((event) => ('taskId' in event ? [event] : []));
  const comments = await readComments(tx, ofTasks.map(commentKey));
  const others = events.filter((event) => !('taskId' in event));
  const otherComments = await readNewsroomEventComments(
    tx,
    others.map(({ id }) => id),
  );
  const members = await readMembers(tx, [...new Set(events.flatMap(({ actorId }) => actorId ?? []))]);
  return events.map((event) => {
    const common = {
      id: event.id,
      at: event.at,
      action: event.action,
      actorId: event.actorId,
      actorName: (event.actorId && members.get(event.actorId)?.name) ?? null,
      data: event.data,
      hash: hex(event.hash),
    };
    if ('taskId' in event) {
      return {
        type: 'TaskEvent',
        ...common,
        actorKind: (event.data as { actorKind?: string }).actorKind ?? null,
        subjectKind: 'TASK',
        subjectId: event.taskId,
        number: event.number,
        comment: comments.get(commentKey(event)) ?? null,
        previousHash: event.prevHash && hex(event.prevHash),
      };
    }
    return {
      type: 'NewsroomEvent',
      ...common,
      actorKind: event.actorKind,
      subjectKind: event.subjectKind,
      subjectId: event.subjectId,
      number: null,
      comment: otherComments.get(event.id) ?? null,
      previousHash: null,
    };
  });
}

/** As schema.org tells of something done. */
function feedItemOf({ id, at, action, actorId, actorName, subjectId }: AuditRecord): object {
  const named = actorName === null ? {} : { name: actorName };
  return {
    '@type': 'DataFeedItem',
    dateCreated: at.toISOString(),
    item: [
      {
        '@type': 'Action',
        '@id': `urn:uuid:${String(id)}`,
        name: action,
        endTime: at.toISOString(),
        ...(actorId === null ? {} : { agent: { '@type': 'Person', '@id': `urn:uuid:${String(actorId)}`, ...named } }),
        ...(subjectId === null ? {} : { object: { '@type': 'Thing', '@id': `urn:uuid:${String(subjectId)}` } }),
      },
    ],
  };
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
