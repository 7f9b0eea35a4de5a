import { Injectable } from '@nestjs/common';
import type { Viewer } from '../accounts/viewer.js';
import { decide } from '../core/workflow/decide.js';
import type { Transaction } from '../platform/database/database.js';
import { readRules } from './newsroom-rules.js';
import { readTaskStates } from './task-state.js';
import { type DecidedTask, recordEvents, type TaskRow } from './tasks.store.js';
import { actorOf, refusalError } from './workflow.js';

/** One decision of a person about many tasks. */
@Injectable()
export class MassAction {
  /**
   * Does what ends each verdict, DISMISS or REOPEN, to every one of these tasks, in a handful of statements however many
   * they are. The rows must be locked. `mark` is kept in each event, so that what was done by this can be found again.
   * Throws what `decide` refuses with, for any of them.
   */
  async act(
    tx: Transaction,
    viewer: Viewer,
    tasks: readonly TaskRow[],
    action: 'DISMISS' | 'REOPEN',
    { comment, mark, at }: { comment: string | null; mark: string; at: Date },
  ): Promise<void> {
    if (tasks.length === 0) return;
    const { newsroomId } = viewer.newsroom;
    const ids = tasks.map(({ id }) => id);
    const states = await readTaskStates(tx, ids);
    const { policy } = (await readRules(tx, [newsroomId])).get(newsroomId)!;
    const decided = tasks.map((task): DecidedTask => {
      const state = states.get(task.id)!;
      const facts = { now: at.getTime(), policy, reason: comment ?? mark };
      const decision = decide(state, action, actorOf(viewer), facts);
      if (decision.refusal) throw refusalError(decision.refusal);
      return { task, event: decision.event };
    });
    await tx.verdict.updateMany({
      where: { taskId: { in: ids }, status: { in: ['PROPOSED', 'APPROVED'] } },
      data: { status: 'WITHDRAWN' },
    });
    await recordEvents(tx, decided, { references: { mark }, comment });
  }
}
