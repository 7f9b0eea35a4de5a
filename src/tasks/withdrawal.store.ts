import type { Transaction } from '../platform/database/database.js';
import { camelRows, type SqlRow } from '../platform/database/camel-rows.js';
import type { TaskRow } from './tasks.store.js';

/** The tasks of an article that can be dismissed, locked, always in one order: two who lock many never wait in a ring. */
export const lockUndecided = async (tx: Transaction, articleId: string): Promise<TaskRow[]> =>
  camelRows(
    await tx.$queryRaw<SqlRow[]>`
      select * from review_tasks where article_id = ${articleId}::uuid
        and status in ('OPEN', 'IN_PROGRESS', 'IN_REVIEW', 'CHANGES_REQUESTED')
      order by id for update`,
  );

/** The tasks of an article that stand as its withdrawal has left them, locked. */
export const findDismissedByWithdrawal = async (tx: Transaction, articleId: string): Promise<TaskRow[]> =>
  camelRows(
    await tx.$queryRaw<SqlRow[]>`
      select t.* from review_tasks t
      join task_events e on e.newsroom_id = t.newsroom_id and e.task_id = t.id and e.number = t.version
      where t.article_id = ${articleId}::uuid and t.status = 'DISMISSED' and e.data ->> 'mark' = 'withdrawal'
      order by t.id for update of t`,
  );

/** The ids of an article's tasks that the queue has not prepared. */
export const findPending = async (tx: Transaction, articleId: string): Promise<string[]> =>
  (await tx.reviewTask.findMany({ where: { articleId, status: 'PENDING' }, select: { id: true } })).map(({ id }) => id);
