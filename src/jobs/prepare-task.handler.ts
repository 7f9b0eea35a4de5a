import { Inject, Injectable } from '@nestjs/common';
import { decide } from '../core/workflow/decide.js';
import { taskPriority } from '../core/workflow/task-priority.js';
import { DEFAULT_POLICY } from '../core/workflow/policy.js';
import { NEW_TASK } from '../core/workflow/model.js';
import { completeOneTask, failArticle } from '../articles/articles.store.js';
import { CLOCK, type Clock } from '../platform/clock.js';
import type { Transaction } from '../platform/database/database.js';
import { prepareTaskJob } from '../tasks/prepare-task.job.js';
import { lockTask, recordEvent, type TaskRow } from '../tasks/tasks.store.js';
import type { JobHandler, JobRun } from './job-handler.js';

type Payload = ReturnType<(typeof prepareTaskJob)['payload']['parse']>;

/** Gives a task its priority, opens it, and counts it off on its article; the last one makes the article READY. */
@Injectable()
export class PrepareTaskHandler implements JobHandler<Payload> {
  readonly definition = prepareTaskJob;

  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  /**
   * Safe to run twice: only the run that finds the locked row PENDING opens it and counts it off, in one transaction.
   * Of a withdrawn article it opens nothing: restoring the article asks for the task anew.
   */
  async run({ taskId, articleId }: Payload, { newsroom, finish }: JobRun): Promise<void> {
    await newsroom.transaction(async (tx) => {
      const task = await lockTask(tx, taskId);
      if (task?.status === 'PENDING' && (await completeOneTask(tx, articleId)) > 0) await this.open(tx, task);
      await finish(tx);
    });
  }

  async giveUp(tx: Transaction, { articleId }: Payload, _newsroomId: string, error: Error): Promise<void> {
    await failArticle(tx, articleId, `A review task could not be prepared (${error.message}). Retry the article.`);
  }

  private async open(tx: Transaction, task: TaskRow): Promise<void> {
    const now = this.clock.now().getTime();
    const decision = decide(NEW_TASK, 'PREPARE', { kind: 'SYSTEM' }, { now, policy: DEFAULT_POLICY });
    if (decision.refusal) throw new Error(decision.refusal.message);
    await recordEvent(tx, task, decision.event, {
      changes: {
        priority: taskPriority({ ...task, anonymousSpeaker: task.anonymous }),
      },
    });
  }
}
