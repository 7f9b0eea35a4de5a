import { decide } from '../core/workflow/decide.js';
import type { Task } from '../core/workflow/model.js';
import { DEFAULT_POLICY } from '../core/workflow/policy.js';
import { taskPriority } from '../core/workflow/task-priority.js';
import type { Transaction } from '../platform/database/database.js';
import { camelRows, type SqlRow } from '../platform/database/camel-rows.js';
import { readTaskStates } from './task-state.js';
import { recordEvent, type TaskRow } from './tasks.store.js';

/** Every task of an article, locked in the order of ids. */
export const lockTasksOfArticle = async (tx: Transaction, articleId: string): Promise<TaskRow[]> =>
  camelRows<TaskRow>(
    await tx.$queryRaw<SqlRow[]>`
      select * from review_tasks where article_id = ${articleId}::uuid order by id for update`,
  );

/**
 * Marks locked tasks whose words a version of the article has no more, with an event each, by which everybody who follows
 * the task is told. One that still waits to be prepared is opened first: it is dismissed or confirmed by a person like any
 * other. What is marked already, or is no quote or claim any more, stays as it is.
 */
export async function markStale(
  tx: Transaction,
  tasks: readonly TaskRow[],
  articleVersion: number,
  at: Date,
): Promise<void> {
  const states = await readTaskStates(
    tx,
    tasks.map(({ id }) => id),
  );
  for (const task of tasks) {
    let state = states.get(task.id)!;
    let row = task;
    const act = async (action: 'PREPARE' | 'MARK_STALE', changes: object) => {
      const decision = decide(state, action, { kind: 'SYSTEM' }, { now: at.getTime(), policy: DEFAULT_POLICY });
      if (decision.refusal) throw new Error(decision.refusal.message);
      const references: Record<string, number> = action === 'MARK_STALE' ? { articleVersion } : {};
      row = await recordEvent(tx, row, decision.event, { references, changes });
      state = decision.next;
    };
    if (state.status === 'PENDING') {
      await act('PREPARE', { priority: taskPriority({ ...task, anonymousSpeaker: task.anonymous }) });
    }
    if (isUnmarked(state)) await act('MARK_STALE', { staleSince: articleVersion });
  }
}

const isUnmarked = ({ stale, subject }: Task): boolean => !stale && subject === 'STANDING';
