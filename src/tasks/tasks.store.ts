import { byId } from '../accounts/request-context.js';
import type { RecordedSubject } from '../claims/record-extraction.js';
import type { TaskEvent as WorkflowEvent, TaskStatus } from '../core/workflow/model.js';
import { memberIdOf } from '../core/workflow/actor.js';
import type { Prisma, ReviewTask, TaskEvent } from '../generated/prisma/client.js';
import { announceChange } from '../platform/changes/announce-change.js';
import { camelRows, type SqlRow } from '../platform/database/camel-rows.js';
import type { Transaction } from '../platform/database/database.js';
import { newId } from '../platform/ids.js';
import type { EventData } from './task-state.js';

export type TaskRow = ReviewTask;
export type TaskEventRow = TaskEvent;

/** What comes with an event and is not the workflow's: ids of what it is about, and what was written with it. */
export interface EventDetails {
  readonly references?: Readonly<Record<string, string | number>>;
  readonly comment?: string | null;
  readonly changes?: Prisma.ReviewTaskUncheckedUpdateInput;
}

const DECIDED: readonly TaskStatus[] = ['APPROVED', 'PUBLISHED', 'DISMISSED'];

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
  const locked = await tx.$queryRaw<SqlRow[]>`select * from review_tasks where id = ${id}::uuid for update`;
  return camelRows<TaskRow>(locked)[0] ?? null;
}

/** Appends what happened and sets the task's state to what it led to. The row must be locked. */
export async function recordEvent(
  tx: Transaction,
  task: TaskRow,
  event: WorkflowEvent,
  { references = {}, comment, changes = {} }: EventDetails = {},
): Promise<TaskRow> {
  const { action, actor, at, version, ...outcome } = event;
  const { newsroomId, id: taskId, articleId } = task;
  const data: EventData = {
    ...references,
    actorKind: actor.kind,
    ...(actor.kind === 'MEMBER' ? { actorRole: actor.role } : {}),
    ...outcome,
  };
  await tx.taskEvent.create({
    data: {
      newsroomId,
      taskId,
      number: version,
      id: newId(),
      action,
      actorId: memberIdOf(actor),
      data: data as unknown as Prisma.InputJsonValue,
      at: new Date(at),
    },
  });
  if (comment) await tx.taskComment.create({ data: { newsroomId, taskId, number: version, text: comment } });
  await announceChange(tx, { kind: 'TASK', newsroomId, id: taskId, articleId });
  // The article's progress counts what is decided.
  if (DECIDED.includes(event.from) !== DECIDED.includes(event.to)) {
    await announceChange(tx, { kind: 'ARTICLE', newsroomId, id: articleId, articleId });
  }
  return tx.reviewTask.update({
    where: { id: taskId },
    data: {
      ...changes,
      status: event.to,
      version,
      assigneeId: event.lease?.holderId ?? null,
      leaseExpiresAt: event.lease ? new Date(event.lease.expiresAt) : null,
      updatedAt: new Date(at),
    },
  });
}

/**
 * The best task that anybody may take now, locked; null where there is none. One that another is just taking is passed
 * over, not waited for, so that two people who ask at the same moment get two tasks.
 */
export async function lockBestFreeTask(
  tx: Transaction,
  now: Date,
  wanted: { kind: string | null; language: string | null },
): Promise<string | null> {
  const found = await tx.$queryRaw<{ id: string }[]>`
    select id from review_tasks
    where (status = 'OPEN' or (status in ('IN_PROGRESS', 'CHANGES_REQUESTED') and lease_expires_at <= ${now.toISOString()}::timestamptz))
      and (${wanted.kind}::text is null or kind::text = ${wanted.kind})
      and (${wanted.language}::text is null or language = ${wanted.language})
    order by priority desc, id limit 1 for update skip locked`;
  return found[0]?.id ?? null;
}

/** The best task in review of which the member proposed no verdict; null where there is none. */
export async function findBestReview(
  tx: Transaction,
  memberId: string | null,
  wanted: { kind: string | null; language: string | null },
): Promise<string | null> {
  const found = await tx.$queryRaw<{ id: string }[]>`
    select id from review_tasks t
    where status = 'IN_REVIEW'
      and (${wanted.kind}::text is null or kind::text = ${wanted.kind})
      and (${wanted.language}::text is null or language = ${wanted.language})
      and not exists (select from verdicts v where v.newsroom_id = t.newsroom_id and v.task_id = t.id
        and v.proposer_id = ${memberId}::uuid)
    order by priority desc, id limit 1`;
  return found[0]?.id ?? null;
}

/** What a member holds now, locked in the order of ids; leases that have run out hold nothing. */
export const findHeldTasks = (tx: Transaction, memberId: string, now: Date) =>
  tx.$queryRaw<{ id: string; status: TaskStatus }[]>`
    select id, status::text from review_tasks
    where assignee_id = ${memberId}::uuid and lease_expires_at > ${now.toISOString()}::timestamptz
    order by id for update`;

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

/** What was written with events, by `commentKey`. */
export async function readComments(tx: Transaction, keys: readonly string[]): Promise<Map<string, string>> {
  const taskIds = [...new Set(keys.map((key) => key.split(' ')[0]!))];
  const rows = await tx.taskComment.findMany({ where: { taskId: { in: taskIds } } });
  return new Map(rows.map((row) => [commentKey(row), row.text]));
}

export const commentKey = ({ taskId, number }: { taskId: string; number: number }): string => `${taskId} ${number}`;
