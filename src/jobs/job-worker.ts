import type { Database, Transaction } from '../platform/database/database.js';
import { isPassingTrouble } from '../platform/database/is-passing-trouble.js';
import type { Log } from '../platform/log.js';
import type { JobDefinition } from '../platform/queue/job-definition.js';
import type { JobQueue, QueuedJob } from '../platform/queue/job-queue.js';
import type { JobHandler } from './job-handler.js';

/** A job kind without a handler, or with two: the process must not start. */
export class HandlerGapError extends Error {
  override name = 'HandlerGapError';
}

/**
 * Runs jobs and keeps their account in the jobs table. An error of the job's own counts as a failed try; after the last
 * one the job is given up. A crash, a lost database or a lost queue counts as nothing: the job simply runs again.
 */
export class JobWorker {
  private readonly handlers: ReadonlyMap<string, JobHandler<unknown>>;

  constructor(
    private readonly database: Database,
    private readonly queue: JobQueue,
    private readonly log: Log,
    definitions: readonly Pick<JobDefinition<unknown>, 'name'>[],
    handlers: readonly JobHandler<unknown>[],
  ) {
    this.handlers = matchHandlers(definitions, handlers);
  }

  start(): void {
    this.queue.work((job) => this.run(job));
  }

  private async run(job: { id: string; name: string; data: QueuedJob }): Promise<void> {
    const handler = this.handlers.get(job.name);
    // A newer release may have queued it: it waits for a worker of that release.
    if (!handler) throw new HandlerGapError(`No handler here for the job ${job.name}`);
    const { newsroomId } = job.data;
    const newsroom = this.database.forNewsroom(newsroomId);
    const log = this.log.child({ job: job.name, jobId: job.id, newsroomId });
    const { payload: payloadOf, maxFailures } = handler.definition;
    const read = payloadOf.safeParse(job.data.payload);
    try {
      if (!read.success) throw new Error(`Its payload cannot be read: ${read.error.message}`);
      await handler.run(read.data, { newsroom, log, finish: (tx) => markDone(tx, job.id) });
    } catch (error) {
      if (isPassingTrouble(error)) throw error;
      const given = error instanceof Error ? error : new Error(String(error));
      log.error({ err: given }, 'job failed');
      const outcome = await newsroom.transaction(async (tx) => {
        const counted = await countFailure(tx, job.id, maxFailures, given.message);
        if (counted === 'LAST' && read.success) await handler.giveUp(tx, read.data, newsroomId, given);
        return counted;
      });
      // Otherwise it ends well for the queue, which has nothing more to do; the table says what became of it.
      if (outcome === 'AGAIN') throw given;
    }
  }
}

function matchHandlers(
  definitions: readonly Pick<JobDefinition<unknown>, 'name'>[],
  handlers: readonly JobHandler<unknown>[],
): ReadonlyMap<string, JobHandler<unknown>> {
  for (const { name } of definitions) {
    const found = handlers.filter((handler) => handler.definition.name === name).length;
    if (found !== 1) throw new HandlerGapError(`The job ${name} has ${found} handlers; it needs exactly one`);
  }
  const stray = handlers.find((handler) => !definitions.some(({ name }) => name === handler.definition.name));
  if (stray) throw new HandlerGapError(`A handler stands for ${stray.definition.name}, which is no job`);
  return new Map(handlers.map((handler) => [handler.definition.name, handler]));
}

/** Done once is done: a second run of the job changes nothing here. */
const markDone = async (tx: Transaction, id: string): Promise<void> => {
  await tx.$executeRaw`
    update jobs set state = 'DONE', ended_at = now() where id = ${id}::uuid and state <> 'DONE'`;
};

/**
 * Counts a failed try, and gives the job up when it was the last one allowed. OVER: another run of the same job ended it
 * before, well or not, and what that run did stands.
 */
async function countFailure(
  tx: Transaction,
  id: string,
  most: number,
  message: string,
): Promise<'AGAIN' | 'LAST' | 'OVER'> {
  const rows = await tx.$queryRaw<{ state: string }[]>`
    update jobs set failures = failures + 1, last_error = ${message.slice(0, 1_000)},
      state = case when failures + 1 >= ${most} then 'FAILED'::"JobState" else state end,
      ended_at = case when failures + 1 >= ${most} then now() end
    where id = ${id}::uuid and state in ('WAITING', 'RELAYED') returning state::text`;
  if (rows.length === 0) return 'OVER';
  return rows[0]!.state === 'FAILED' ? 'LAST' : 'AGAIN';
}
