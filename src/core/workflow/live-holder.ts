import { type Task } from './model.js';

/** Who holds the task at `now` (UTC epoch ms); null where nobody does. At `expiresAt` itself the task is free. */
export function liveHolder(task: Task, now: number): string | null {
  return task.lease !== null && now < task.lease.expiresAt ? task.lease.holderId : null;
}
