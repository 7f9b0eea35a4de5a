import type { ReviewTaskStatus } from '../generated/graphql.js';
import type { TaskRow } from './tasks.store.js';

export interface Standing {
  readonly status: ReviewTaskStatus;
  readonly lease: { readonly holderId: string; readonly expiresAt: Date } | null;
}

/**
 * How a task stands at `now`. A lease that has run out is over at once, whether or not anything has recorded it: what
 * was IN_PROGRESS under it reads as OPEN. `task-list.ts` says the same in SQL.
 */
export function standingAt({ status, assigneeId, leaseExpiresAt }: TaskRow, now: Date): Standing {
  const lease =
    assigneeId !== null && leaseExpiresAt !== null && now < leaseExpiresAt
      ? { holderId: assigneeId, expiresAt: leaseExpiresAt }
      : null;
  return { status: status === 'IN_PROGRESS' && lease === null ? 'OPEN' : status, lease };
}
