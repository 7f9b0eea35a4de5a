import type { Transaction } from '../../platform/database/database.js';
import { isId } from '../../platform/ids.js';
import type { TaskRow } from '../tasks.store.js';

/** The tasks of the standing claims that a quote states, by the quote's task; none where it is no quote's. */
export async function findClaimTasks(tx: Transaction, taskId: string): Promise<string[]> {
  if (!isId(taskId)) return [];
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select t.id from review_tasks q
    join claims c on c.newsroom_id = q.newsroom_id and c.quote_id = q.quote_id and c.state = 'STANDING'
    join review_tasks t on t.newsroom_id = c.newsroom_id and t.claim_id = c.id
    where q.id = ${taskId}::uuid order by t.id`;
  return rows.map((row) => row.id);
}

/** What stands in the place of each task: its parts, or the one that it went into. By task id. */
export async function readReplacedBy(tx: Transaction, ids: readonly string[]): Promise<Map<string, TaskRow[]>> {
  const parts = await tx.reviewTask.findMany({
    where: { splitFromId: { in: [...ids] } },
    orderBy: [{ textPosition: 'asc' }, { id: 'asc' }],
  });
  const merged = await tx.reviewTask.findMany({ where: { merged: { some: { id: { in: [...ids] } } } } });
  const into = await tx.reviewTask.findMany({
    where: { id: { in: [...ids] }, mergedIntoId: { not: null } },
    select: { id: true, mergedIntoId: true },
  });
  return new Map(
    ids.map((id) => {
      const target = into.find((row) => row.id === id)?.mergedIntoId;
      return [id, [...parts.filter((row) => row.splitFromId === id), ...merged.filter((row) => row.id === target)]];
    }),
  );
}

/** What each task stands in the place of: what it was split from, and what went into it. By task id. */
export async function readReplaces(tx: Transaction, ids: readonly string[]): Promise<Map<string, TaskRow[]>> {
  const merged = await tx.reviewTask.findMany({ where: { mergedIntoId: { in: [...ids] } }, orderBy: { id: 'asc' } });
  const wholes = await tx.reviewTask.findMany({ where: { parts: { some: { id: { in: [...ids] } } } } });
  const from = await tx.reviewTask.findMany({
    where: { id: { in: [...ids] }, splitFromId: { not: null } },
    select: { id: true, splitFromId: true },
  });
  return new Map(
    ids.map((id) => {
      const whole = from.find((row) => row.id === id)?.splitFromId;
      return [id, [...wholes.filter((row) => row.id === whole), ...merged.filter((row) => row.mergedIntoId === id)]];
    }),
  );
}

/** The evidence of some tasks, removed pieces too, goes to another with its history. */
export const moveEvidence = (tx: Transaction, fromTaskIds: readonly string[], toTaskId: string) =>
  tx.evidence.updateMany({ where: { taskId: { in: [...fromTaskIds] } }, data: { taskId: toTaskId } });
