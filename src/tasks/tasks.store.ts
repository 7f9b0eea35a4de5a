import { byId } from '../accounts/request-context.js';
import type { RecordedSubject } from '../claims/record-extraction.js';
import type { TaskEvent as WorkflowEvent } from '../core/workflow/model.js';
import { memberIdOf } from '../core/workflow/actor.js';
import type { Prisma, ReviewTask, TaskEvent } from '../generated/prisma/client.js';
import { camelRows, type SqlRow } from '../platform/database/camel-rows.js';
import type { Transaction } from '../platform/database/database.js';
import { newId } from '../platform/ids.js';

export type TaskRow = ReviewTask;
export type TaskEventRow = TaskEvent;

/** Writes one PENDING task for each subject and gives their ids, in the subjects' order. */
export async function addTasks(
  tx: Transaction,
  place: { newsroomId: string; articleId: string; language: string },
  subjects: readonly RecordedSubject[],
): Promise<string[]> {
  const rows = subjects.map(({ id: subjectId, kind, ...listed }) => ({
    id: newId(),
    ...place,
    kind,
    quoteId: kind === 'QUOTE' ? subjectId : null,
    claimId: kind === 'CLAIM' ? subjectId : null,
    ...listed,
  }));
  await tx.reviewTask.createMany({ data: rows });
  return rows.map((row) => row.id);
}

/** The task's row, locked until the transaction ends; null where there is none. */
export async function lockTask(tx: Transaction, id: string): Promise<TaskRow | null> {
  const locked = await tx.$queryRaw<{ id: string }[]>`select id from review_tasks where id = ${id}::uuid for update`;
  return locked.length === 0 ? null : tx.reviewTask.findUnique({ where: { id } });
}

/** Appends what happened and sets the task's state to what it led to. The row must be locked. */
export async function recordEvent(
  tx: Transaction,
  task: TaskRow,
  event: WorkflowEvent,
  changes: Prisma.ReviewTaskUncheckedUpdateInput = {},
): Promise<TaskRow> {
  const { action, actor, at, version, ...data } = event;
  await tx.taskEvent.create({
    data: {
      newsroomId: task.newsroomId,
      taskId: task.id,
      number: version,
      id: newId(),
      action,
      actorId: memberIdOf(actor),
      data: { actorKind: actor.kind, ...data } as unknown as Prisma.InputJsonValue,
      at: new Date(at),
    },
  });
  return tx.reviewTask.update({
    where: { id: task.id },
    data: { ...changes, status: event.to, version, updatedAt: new Date(at) },
  });
}

export const readTasks = async (tx: Transaction, ids: readonly string[]) =>
  byId(
    camelRows<TaskRow>(await tx.$queryRaw<SqlRow[]>`select * from review_tasks where id = any(${[...ids]}::uuid[])`),
  );

export const pageOfEvents = (tx: Transaction, taskId: string, afterNumber: number, limit: number) =>
  tx.taskEvent.findMany({
    where: { taskId, number: { gt: afterNumber } },
    orderBy: { number: 'asc' },
    take: limit,
  });

export const countEvents = (tx: Transaction, taskId: string) => tx.taskEvent.count({ where: { taskId } });

export const readEvents = async (tx: Transaction, ids: readonly string[]) =>
  byId(await tx.taskEvent.findMany({ where: { id: { in: [...ids] } } }));
