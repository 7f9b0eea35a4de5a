import type { Task, TaskEvent as WorkflowEvent } from '../core/workflow/model.js';
import type { Actor } from '../core/workflow/actor.js';
import type { Transaction } from '../platform/database/database.js';
import { escalationOf } from './escalation.js';
import type { TaskEventRow } from './tasks.store.js';

const STANDING = ['PROPOSED', 'APPROVED'];

/**
 * What `decide` rests on, as it is stored, by task id: four short queries however many tasks. The fact-check's own rows
 * are written by the room after this one; of them only what the workflow rests on is read here.
 */
export async function readTaskStates(tx: Transaction, ids: readonly string[]): Promise<Map<string, Task>> {
  const taskIds = [...ids];
  const of = { where: { taskId: { in: taskIds } } };
  const tasks = await tx.reviewTask.findMany({
    where: { id: { in: taskIds } },
    omit: { textFolded: true, speakerFolded: true },
  });
  const evidence = await tx.evidence.groupBy({
    by: ['taskId'],
    where: { taskId: { in: taskIds }, removedAt: null },
    _count: true,
  });
  const verdicts = await tx.verdict.findMany({ ...of, orderBy: { number: 'asc' }, omit: { rationale: true } });
  const factChecks = await tx.factCheck.findMany({
    ...of,
    include: { corrections: { where: { status: 'PENDING' } } },
  });
  return new Map(
    tasks.map(({ id, status, version, assigneeId, leaseExpiresAt, subjectState, ...columns }) => {
      const proposed = verdicts.filter((verdict) => verdict.taskId === id);
      const standing = proposed.findLast((verdict) => STANDING.includes(verdict.status));
      const factCheck = factChecks.find((row) => row.taskId === id);
      const pending = factCheck?.corrections[0];
      return [
        id,
        {
          status,
          version,
          lease:
            assigneeId === null || leaseExpiresAt === null
              ? null
              : { holderId: assigneeId, expiresAt: leaseExpiresAt.getTime() },
          escalation: escalationOf(columns),
          evidenceCount: evidence.find((row) => row.taskId === id)?._count ?? 0,
          proposerIds: [...new Set(proposed.map((verdict) => verdict.proposerId))],
          verdict: standing
            ? {
                rating: { code: standing.rating, needsEvidence: standing.needsEvidence },
                proposerId: standing.proposerId,
                approverId: standing.approverId,
              }
            : null,
          factCheck: factCheck
            ? {
                status: factCheck.status,
                version: factCheck.version,
                rating: { code: factCheck.rating, needsEvidence: factCheck.needsEvidence },
                pendingCorrection: pending
                  ? {
                      authorId: pending.authorId,
                      class: pending.class,
                      rating:
                        pending.rating === null
                          ? null
                          : { code: pending.rating, needsEvidence: pending.needsEvidence ?? true },
                    }
                  : null,
              }
            : null,
          subject: subjectState,
          stale: columns.staleSince !== null,
        },
      ];
    }),
  );
}

/** What `recordEvent` keeps beside an event's own columns. */
export type EventData = Omit<WorkflowEvent, 'action' | 'actor' | 'at' | 'version'> & {
  readonly actorKind: Actor['kind'];
  readonly actorRole?: string;
};

/** A recorded event as core/workflow replays it. */
export function toWorkflowEvent(row: TaskEventRow): WorkflowEvent {
  const { actorKind, actorRole, ...data } = row.data as unknown as EventData;
  const actor =
    actorKind === 'MEMBER' ? { kind: actorKind, memberId: row.actorId, role: actorRole } : { kind: actorKind };
  return {
    ...data,
    action: row.action as WorkflowEvent['action'],
    actor: actor as Actor,
    at: row.at.getTime(),
    version: row.number,
  };
}
