import type { JobHandler } from '../../src/jobs/job-handler.js';
import type { NewsroomHandle } from '../../src/platform/database/database.js';
import { createLog } from '../../src/platform/log.js';
import type { FreshDatabase } from './fresh-database.js';

/** Runs the jobs of one kind that are not over by hand, each as often as said and all at the same moment. */
export async function runHandler<Payload>(
  database: FreshDatabase,
  newsroom: NewsroomHandle,
  handler: JobHandler<Payload>,
  times = 1,
): Promise<number> {
  const rows = await database.owner<{ id: string; payload: unknown }>(
    `select id, payload from jobs where name = $1 and state in ('WAITING', 'RELAYED') order by created_at, id`,
    [handler.definition.name],
  );
  await Promise.all(
    rows.flatMap(({ id, payload }) =>
      Array.from({ length: times }, () =>
        handler.run(handler.definition.payload.parse(payload), {
          newsroom,
          log: createLog('silent'),
          finish: async (tx) => {
            await tx.$executeRaw`update jobs set state = 'DONE', ended_at = now() where id = ${id}::uuid`;
          },
        }),
      ),
    ),
  );
  return rows.length;
}
