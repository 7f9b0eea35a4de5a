import { foldForSearch } from '../core/extraction/fold-for-search.js';
import type {
  ReviewTaskFilter,
  ReviewTaskOrder,
  ReviewTaskOrderField,
  ReviewTaskStatus,
} from '../generated/graphql.js';
import { Prisma } from '../generated/prisma/client.js';
import type { Transaction } from '../platform/database/database.js';
import { camelRows, type SqlRow } from '../platform/database/camel-rows.js';
import { Conditions } from '../platform/database/conditions.js';
import { likePattern } from '../platform/database/like-pattern.js';
import type { CursorForm, PageRequest } from '../platform/graphql/connection.js';
import { isId } from '../platform/ids.js';
import type { TaskRow } from './tasks.store.js';

export const DEFAULT_ORDER: ReviewTaskOrder = { field: 'PRIORITY', direction: 'DESC' };

interface Column {
  readonly sql: Prisma.Sql;
  readonly keyForm: 'integer' | 'number' | 'time';
  readonly keyOf: (task: TaskRow) => number | string;
  /** The column's own type, as which a cursor's key is read: compared with another, its index would be of no use. */
  readonly type: Prisma.Sql;
}

/** What a list may be ordered by. Each has an index that begins with the newsroom and ends with the id. */
const COLUMNS: Readonly<Record<ReviewTaskOrderField, Column>> = {
  PRIORITY: integerColumn(Prisma.sql`priority`, (task) => task.priority),
  TEXT_POSITION: integerColumn(Prisma.sql`text_position`, (task) => task.textPosition),
  CHECK_WORTHINESS: {
    sql: Prisma.sql`check_worthiness`,
    keyForm: 'number',
    keyOf: (task) => task.checkWorthiness,
    type: Prisma.sql`double precision`,
  },
  CREATED_AT: timeColumn(Prisma.sql`created_at`, (task) => task.createdAt),
  UPDATED_AT: timeColumn(Prisma.sql`updated_at`, (task) => task.updatedAt),
};

function integerColumn(sql: Prisma.Sql, keyOf: (task: TaskRow) => number): Column {
  return { sql, keyForm: 'integer', keyOf, type: Prisma.sql`integer` };
}

/** The columns keep milliseconds, as a JavaScript date does: a cursor made from one finds its row again. */
function timeColumn(sql: Prisma.Sql, timeOf: (task: TaskRow) => Date): Column {
  return { sql, keyForm: 'time', keyOf: (task) => timeOf(task).toISOString(), type: Prisma.sql`timestamptz` };
}

/** What the cursors of a list of this order look like. */
export const cursorForm = (order: ReviewTaskOrder): CursorForm => ({
  list: `tasks ${order.field} ${order.direction}`,
  parts: [COLUMNS[order.field].keyForm, 'id'],
});

export const cursorOf = (order: ReviewTaskOrder, task: TaskRow): (string | number)[] => [
  COLUMNS[order.field].keyOf(task),
  task.id,
];

/** Whose `mine` it is, and when: leases that have run out by then are over. */
export interface Asker {
  readonly memberId: string | null;
  readonly now: Date;
  /** The least check-worthiness of what the newsroom works on, 0 to 1; needed where the filter asks for the inbox. */
  readonly worthAtLeast: number;
}

/** One page, with one row more than asked for where there are more. */
export async function pageOfTasks(
  tx: Transaction,
  filter: ReviewTaskFilter,
  order: ReviewTaskOrder,
  page: PageRequest,
  asker: Asker,
): Promise<TaskRow[]> {
  const conditions = conditionsOf(filter, asker);
  const { sql: column, type } = COLUMNS[order.field];
  const [direction, beyond] =
    order.direction === 'ASC' ? [Prisma.sql`asc`, Prisma.sql`>`] : [Prisma.sql`desc`, Prisma.sql`<`];
  if (page.after) {
    const [key, id] = page.after;
    // Written so that an index on (…, column) starts at the key; the second part only skips the rows that share it.
    conditions.add(
      page.after,
      () => Prisma.sql`${column} ${beyond}= ${key}::${type}
        and (${column} ${beyond} ${key}::${type} or id > ${id}::uuid)`,
    );
  }
  return camelRows(
    await tx.$queryRaw<SqlRow[]>`
      select * from review_tasks ${conditions.where()} order by ${column} ${direction}, id limit ${page.first + 1}`,
  );
}

export async function countTasks(tx: Transaction, filter: ReviewTaskFilter, asker: Asker): Promise<number> {
  const rows = await tx.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from review_tasks ${conditionsOf(filter, asker).where()}`;
  return rows[0]?.count ?? 0;
}

function conditionsOf(filter: ReviewTaskFilter, { memberId, now: time, worthAtLeast }: Asker): Conditions {
  const conditions = new Conditions();
  const now = Prisma.sql`${time.toISOString()}::timestamptz`;
  const heldBy = (id: string | null) => Prisma.sql`(assignee_id = ${id}::uuid and lease_expires_at > ${now})`;
  // An id that cannot be one matches nothing, like an unknown one.
  conditions.add(filter.articleId, (id) => Prisma.sql`article_id = ${isId(id) ? id : null}::uuid`);
  conditions.add(filter.assigneeId, (id) => heldBy(isId(id) ? id : null));
  conditions.add(filter.mine, (mine) => (mine ? heldBy(memberId) : Prisma.sql`${heldBy(memberId)} is not true`));
  conditions.add(filter.unassigned, (free) =>
    free ? Prisma.sql`(lease_expires_at > ${now}) is not true` : Prisma.sql`lease_expires_at > ${now}`,
  );
  conditions.add(filter.status, (statuses) => hasStatus(statuses, now));
  conditions.add(filter.kind, (kind) => Prisma.sql`kind = ${kind}::"ReviewTaskKind"`);
  conditions.add(filter.stance, (stance) => Prisma.sql`stance = ${stance}::"ClaimStance"`);
  conditions.add(filter.anonymousSpeaker, (anonymous) => Prisma.sql`anonymous = ${anonymous}`);
  conditions.add(filter.language, (language) => Prisma.sql`language = ${language}`);
  conditions.add(filter.priorityAtLeast, (priority) => Prisma.sql`priority >= ${priority}`);
  conditions.add(filter.updatedAfter, (time) => Prisma.sql`updated_at > ${time.toISOString()}::timestamptz`);
  conditions.add(filter.escalated, (escalated) =>
    escalated ? Prisma.sql`escalated_at is not null` : Prisma.sql`escalated_at is null`,
  );
  conditions.add(filter.stale, (stale) =>
    stale ? Prisma.sql`stale_since is not null` : Prisma.sql`stale_since is null`,
  );
  conditions.add(filter.inbox, (inbox) =>
    inbox
      ? Prisma.sql`check_worthiness >= ${worthAtLeast}::float`
      : Prisma.sql`check_worthiness < ${worthAtLeast}::float`,
  );
  conditions.add(filter.speaker, (name) => Prisma.sql`speaker_folded like ${likePattern(foldForSearch(name))}`);
  conditions.add(filter.text, (text) => Prisma.sql`text_folded like ${likePattern(foldForSearch(text))}`);
  return conditions;
}

/** As `standingAt` reads a row: what is IN_PROGRESS under a lease that has run out counts as OPEN. */
function hasStatus(statuses: readonly ReviewTaskStatus[], now: Prisma.Sql): Prisma.Sql {
  const stored = Prisma.sql`status = any(${statuses}::"ReviewTaskStatus"[])`;
  const isOpen = statuses.includes('OPEN');
  if (isOpen === statuses.includes('IN_PROGRESS')) return stored;
  const runOut = Prisma.sql`(status = 'IN_PROGRESS' and lease_expires_at <= ${now})`;
  return isOpen ? Prisma.sql`(${stored} or ${runOut})` : Prisma.sql`(${stored} and not ${runOut})`;
}
