import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '../accounts/viewer.js';
import type { Actor } from '../core/workflow/actor.js';
import { decide } from '../core/workflow/decide.js';
import type { Facts, Refusal, Task, TaskAction, TaskEvent } from '../core/workflow/model.js';
import { CLOCK, type Clock } from '../platform/clock.js';
import type { Transaction } from '../platform/database/database.js';
import { isId } from '../platform/ids.js';
import { notFound, RequestError } from '../platform/request-error.js';
import { type NewsroomRules, readRules } from './newsroom-rules.js';
import { readTaskStates } from './task-state.js';
import { type EventDetails, lockTask, recordEvent, type TaskRow } from './tasks.store.js';
import { settleVerdict } from './verdicts.store.js';

/** A locked task with all that is known of it. */
export interface TaskAtHand {
  readonly tx: Transaction;
  readonly task: TaskRow;
  readonly state: Task;
  readonly rules: NewsroomRules;
  readonly now: Date;
}

/** What an action brings beside itself. */
export interface Step {
  /** The facts that its input gives `decide`. Read before the decision: nothing may be written here. */
  readonly facts?: (at: TaskAtHand) => Partial<Facts> | Promise<Partial<Facts>>;
  /** Writes what comes with the event, once it is decided. */
  readonly record?: (at: TaskAtHand & { event: TaskEvent; memberId: string }) => Promise<EventDetails>;
}

/** The one way in which a person moves a task: every mutation of a task, its verdict, evidence or fact-check goes through here. */
@Injectable()
export class Workflow {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  now(): Date {
    return this.clock.now();
  }

  /** Does `action` in a transaction of its own. Throws NOT_FOUND, or what `decide` refuses with. */
  async act(viewer: Viewer, taskId: string, action: TaskAction, step: Step = {}): Promise<TaskRow> {
    return viewer.newsroom.transaction((tx) => this.actWithin(tx, viewer, taskId, action, step));
  }

  /**
   * Does `action` in the caller's transaction. The row is locked before anything about the task is read and until the
   * event is written: of two people at one button the second waits here, and then meets what the first has made of it.
   */
  async actWithin(
    tx: Transaction,
    viewer: Viewer,
    taskId: string,
    action: TaskAction,
    { facts, record }: Step = {},
  ): Promise<TaskRow> {
    const task = isId(taskId) ? await lockTask(tx, taskId) : null;
    if (!task) throw notFound('The task');
    const { newsroomId } = viewer.newsroom;
    const state = (await readTaskStates(tx, [task.id])).get(task.id)!;
    const rules = (await readRules(tx, [newsroomId])).get(newsroomId)!;
    const at: TaskAtHand = { tx, task, state, rules, now: this.now() };
    const actor = actorOf(viewer);
    const decision = decide(state, action, actor, {
      ...(await facts?.(at)),
      now: at.now.getTime(),
      policy: rules.policy,
    });
    if (decision.refusal) throw refusalError(decision.refusal);
    const { event, next } = decision;
    await settleVerdict(tx, task.id, state, next, event);
    const details = record && actor.kind === 'MEMBER' ? await record({ ...at, event, memberId: actor.memberId }) : {};
    return recordEvent(tx, task, event, details);
  }
}

/** Who acts, as the workflow sees them: a member with the role that their credentials allow, or a machine. */
export const actorOf = ({ memberId, role }: Viewer): Actor =>
  memberId === null || role === 'INTEGRATION' ? { kind: 'INTEGRATION' } : { kind: 'MEMBER', memberId, role };

/** A refusal as the API answers it. */
export function refusalError({ code, message, holder, fields }: Refusal): RequestError {
  return new RequestError(code, message, {
    ...(holder === undefined ? {} : { holder }),
    ...(fields === undefined
      ? {}
      : { fields: Object.fromEntries(fields.map((fault) => [fault.field, fault.message])) }),
  });
}
