import type { Transaction } from '../database/database.js';
import { newId } from '../ids.js';
import type { JobDefinition } from './job-definition.js';

/** The channel on which a committed transaction tells the relays that jobs are waiting. */
export const JOBS_CHANNEL = 'isnad_jobs';

/**
 * Writes jobs in the caller's transaction: they exist if and only if what asked for them was committed. The relay brings
 * them to the queue afterwards, under the id written here. Throws ZodError for a payload that does not fit.
 */
export async function enqueue<Payload>(
  tx: Transaction,
  newsroomId: string,
  definition: JobDefinition<Payload>,
  payloads: readonly Payload[],
): Promise<void> {
  if (payloads.length === 0) return;
  await tx.job.createMany({
    data: payloads.map((payload) => ({
      id: newId(),
      newsroomId,
      name: definition.name,
      payload: definition.payload.parse(payload) as object,
    })),
  });
  // Delivered at commit, and to nobody after a rollback.
  await tx.$executeRaw`select pg_notify(${JOBS_CHANNEL}, '')`;
}
