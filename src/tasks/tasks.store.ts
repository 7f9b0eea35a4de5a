import { byId } from '../accounts/request-context.js';
import type { RecordedSubject } from '../claims/record-extraction.js';
import { escalationAfter } from '../core/workflow/escalation.js';
import type { TaskEvent as WorkflowEvent, TaskStatus } from '../core/workflow/model.js';
import { memberIdOf } from '../core/workflow/actor.js';
import { Prisma, type ReviewTask, type TaskEvent } from '../generated/prisma/client.js';
import { announceChange, announceChanges, type Change } from '../platform/changes/announce-change.js';
import { camelRows, type SqlRow } from '../platform/database/camel-rows.js';
import type { Transaction } from '../platform/database/database.js';
import { isId, newId } from '../platform/ids.js';
import { escalationColumns, escalationOf } from './escalation.js';
import type { EventData } from './task-state.js';

export type TaskRow = ReviewTask;
export type TaskEventRow = TaskEvent;

/** What comes with an event and is not the workflow's: ids of what it is about, and what was written with it. */
export interface EventDetails {
  readonly references?: Readonly<Record<string, string | number>>;
  readonly comment?: string | null;
  readonly changes?: Prisma.ReviewTaskUncheckedUpdateInput;
}

/** What kind of task somebody asks for. Of two who disagree, neither is handed the task: an EDITOR is. */
export interface Wanted {
  readonly kind: string | null;
  readonly language: string | null;
  /** 0 to 1, of check-worthiness. */
  readonly worthAtLeast: number;
  readonly isEditor: boolean;
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

/** Those of the tasks that there are, locked in one order, so that two who want the same never wait for each other. */
export async function lockTasks(tx: Transaction, ids: readonly string[]): Promise<TaskRow[]> {
  const rows = await tx.$queryRaw<SqlRow[]>`
    select * from review_tasks where id = any(${ids.filter(isId)}::uuid[]) order by id for update`;
  return camelRows<TaskRow>(rows);
}

/** Appends what happened and sets the task's state to what it led to. The row must be locked. */
export async function recordEvent(
  tx: Transaction,
  task: TaskRow,
  event: WorkflowEvent,
  { changes = {}, ...details }: EventDetails = {},
): Promise<TaskRow> {
  await keepEvents(tx, [{ task, event }], details);
  return tx.reviewTask.update({ where: { id: task.id }, data: { ...changes, ...columnsAfter(task, event) } });
}

/** A locked task, and what was decided about it. */
export interface DecidedTask {
  readonly task: TaskRow;
  readonly event: WorkflowEvent;
}

/** The same for many tasks that come to stand alike, all of them unheld, in a handful of statements. */
export async function recordEvents(
  tx: Transaction,
  decided: readonly DecidedTask[],
  details: Omit<EventDetails, 'changes'>,
): Promise<void> {
  await keepEvents(tx, decided, details);
  const [{ task, event }] = decided as [DecidedTask];
  const { version: _version, ...columns } = columnsAfter(task, event);
  await tx.reviewTask.updateMany({
    where: { id: { in: decided.map((each) => each.task.id) } },
    data: { ...columns, version: { increment: 1 } },
  });
}

const columnsAfter = (task: TaskRow, { to, version, lease, at, ...event }: WorkflowEvent) => ({
  status: to,
  version,
  assigneeId: lease?.holderId ?? null,
  leaseExpiresAt: lease ? new Date(lease.expiresAt) : null,
  ...escalationColumns(escalationAfter(escalationOf(task), { to, version, lease, at, ...event })),
  updatedAt: new Date(at),
});

async function keepEvents(
  tx: Transaction,
  decided: readonly DecidedTask[],
  { references = {}, comment }: Omit<EventDetails, 'changes'>,
): Promise<void> {
  await tx.taskEvent.createMany({ data: decided.map((each) => eventRow(each, references)) });
  if (comment) {
    await tx.taskComment.createMany({
      data: decided.map(({ task, event }) => ({
        ...{ newsroomId: task.newsroomId, taskId: task.id, number: event.version, text: comment },
      })),
    });
  }
  const changes = decided.flatMap(({ task: { id, newsroomId, articleId }, event }): Change[] => [
    { kind: 'TASK', newsroomId, id, articleId },
    // The article's progress counts what is decided.
    ...(DECIDED.includes(event.from) === DECIDED.includes(event.to)
      ? []
      : [{ kind: 'ARTICLE' as const, newsroomId, id: articleId, articleId }]),
  ]);
  await announceChanges(tx, changes);
}

function eventRow({ task, event }: DecidedTask, references: object): Prisma.TaskEventCreateManyInput {
  const { action, actor, at, version, ...outcome } = event;
  const data: EventData = {
    ...references,
    actorKind: actor.kind,
    ...(actor.kind === 'MEMBER' ? { actorRole: actor.role } : {}),
    ...outcome,
  };
  return {
    newsroomId: task.newsroomId,
    taskId: task.id,
    number: version,
    id: newId(),
    action,
    actorId: memberIdOf(actor),
    data: data as unknown as Prisma.InputJsonValue,
    at: new Date(at),
  };
}

/** Tells that something about a task has changed which is no event of it and leaves its version as it is. */
export async function touchTask(
  tx: Transaction,
  { newsroomId, taskId, articleId }: { newsroomId: string; taskId: string; articleId: string },
  at: Date,
): Promise<void> {
  await tx.reviewTask.update({ where: { id: taskId }, data: { updatedAt: at } });
  await announceChange(tx, { kind: 'TASK', newsroomId, id: taskId, articleId });
}

/**
 * The best task that anybody may take now, locked; null where there is none. One that another is just taking is passed
 * over, not waited for, so that two people who ask at the same moment get two tasks.
 */
export async function lockBestFreeTask(
  tx: Transaction,
  now: Date,
  { kind, language, worthAtLeast, isEditor }: Wanted,
): Promise<string | null> {
  const found = await tx.$queryRaw<{ id: string }[]>`
    select id from review_tasks
    where (status = 'OPEN' or (status in ('IN_PROGRESS', 'CHANGES_REQUESTED') and lease_expires_at <= ${now.toISOString()}::timestamptz))
      and (${kind}::text is null or kind::text = ${kind})
      and (${language}::text is null or language = ${language})
      and check_worthiness >= ${worthAtLeast}::float and (escalated_at is null or ${isEditor})
    order by priority desc, id limit 1 for update skip locked`;
  return found[0]?.id ?? null;
}

/** The best task in review of which the member proposed no verdict; null where there is none. */
export async function findBestReview(
  tx: Transaction,
  memberId: string | null,
  { kind, language, isEditor }: Omit<Wanted, 'worthAtLeast'>,
): Promise<string | null> {
  const found = await tx.$queryRaw<{ id: string }[]>`
    select id from review_tasks t
    where status = 'IN_REVIEW'
      and (${kind}::text is null or kind::text = ${kind})
      and (${language}::text is null or language = ${language})
      and (escalated_at is null or ${isEditor})
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

/** The tasks that changed after that time and id, oldest change first (`changedRows`). */
export const selectChangedTasks = ({ at, id }: { at: Date; id: string }, limit: number): Prisma.Sql => Prisma.sql`
  select id, article_id as "articleId", updated_at as "updatedAt" from review_tasks
  where (updated_at, id) > (${at.toISOString()}::timestamptz, ${id}::uuid) order by updated_at, id limit ${limit}`;

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
