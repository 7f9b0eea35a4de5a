import type { AuditEventFilter } from '../../generated/graphql.js';
import { Prisma } from '../../generated/prisma/client.js';
import { type NewsroomEventRow, readNewsroomEvents } from '../../accounts/audit/newsroom-events.store.js';
import { Conditions } from '../../platform/database/conditions.js';
import type { Transaction } from '../../platform/database/database.js';
import type { CursorForm, PageRequest } from '../../platform/graphql/connection.js';
import { isId } from '../../platform/ids.js';
import { readEvents, type TaskEventRow } from '../tasks.store.js';

export type AuditEventRow = TaskEventRow | NewsroomEventRow;

export const AUDIT_CURSOR: CursorForm = { list: 'audit', parts: ['time', 'id'] };

/** One page, newest first, with one row more than asked for where there are more. */
export async function pageOfAudit(
  tx: Transaction,
  filter: AuditEventFilter,
  page: PageRequest,
): Promise<AuditEventRow[]> {
  const last = Prisma.sql`order by at desc, id desc limit ${page.first + 1}`;
  // Each of the two gives its own newest through its own index; the newest of both are among them.
  const keys = await tx.$queryRaw<{ id: string }[]>`
    select id from (
      (select id, at from task_events ${onTasks(filter, page)} ${last})
      union all
      (select id, at from newsroom_events ${onNewsroom(filter, page)} ${last})
    ) e ${last}`;
  const ids = keys.map((row) => row.id);
  const [tasks, newsroom] = [await readEvents(tx, ids), await readNewsroomEvents(tx, ids)];
  return ids.map((id) => tasks.get(id) ?? newsroom.get(id)!);
}

export async function countAudit(tx: Transaction, filter: AuditEventFilter): Promise<number> {
  const rows = await tx.$queryRaw<{ count: number }[]>`
    select ((select count(*) from task_events ${onTasks(filter)})
      + (select count(*) from newsroom_events ${onNewsroom(filter)}))::int as count`;
  return rows[0]?.count ?? 0;
}

// An id that cannot be one matches nothing, like an unknown one.
const idOrNone = (id: string) => Prisma.sql`${isId(id) ? id : null}::uuid`;

const onTasks = (filter: AuditEventFilter, page?: PageRequest): Prisma.Sql =>
  onBoth(filter, page)
    .add(filter.taskId, (id) => Prisma.sql`task_id = ${idOrNone(id)}`)
    .add(
      filter.articleId,
      (id) => Prisma.sql`task_id in (select id from review_tasks where article_id = ${idOrNone(id)})`,
    )
    .add(filter.memberId, (id) => Prisma.sql`actor_id = ${idOrNone(id)}`)
    .where();

const onNewsroom = (filter: AuditEventFilter, page?: PageRequest): Prisma.Sql =>
  onBoth(filter, page)
    .add(filter.taskId, () => Prisma.sql`false`)
    .add(filter.articleId, (id) => about('ARTICLE', id))
    .add(
      filter.memberId,
      (id) => Prisma.sql`((actor_kind = 'MEMBER' and actor_id = ${idOrNone(id)}) or ${about('MEMBER', id)})`,
    )
    .where();

const about = (kind: string, id: string) => Prisma.sql`(subject_kind = ${kind} and subject_id = ${idOrNone(id)})`;

const onBoth = (filter: AuditEventFilter, page?: PageRequest): Conditions =>
  new Conditions()
    .add(
      filter.action,
      (actions) => Prisma.sql`action = any(${actions.filter((each) => !each.includes('\0'))}::text[])`,
    )
    .add(filter.since, (time) => Prisma.sql`at >= ${time.toISOString()}::timestamptz`)
    .add(filter.until, (time) => Prisma.sql`at < ${time.toISOString()}::timestamptz`)
    .add(page?.after, ([at, id]) => Prisma.sql`(at, id) < (${at}::timestamptz, ${id}::uuid)`);
