import type { Escalation } from '../core/workflow/model.js';
import type { ReviewTask } from '../generated/prisma/client.js';

type Columns = Pick<ReviewTask, 'escalatedById' | 'escalatedAt' | 'escalationNumber'>;

/** A task's escalation as its columns keep it; all three are filled, or none. */
export function escalationOf({ escalatedById, escalatedAt, escalationNumber }: Columns): Escalation | null {
  if (escalatedById === null || escalatedAt === null || escalationNumber === null) return null;
  return { byId: escalatedById, at: escalatedAt.getTime(), version: escalationNumber };
}

export const escalationColumns = (escalation: Escalation | null): Columns => ({
  escalatedById: escalation?.byId ?? null,
  escalatedAt: escalation && new Date(escalation.at),
  escalationNumber: escalation?.version ?? null,
});
