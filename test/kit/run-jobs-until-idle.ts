import type { FreshDatabase } from './fresh-database.js';
import { until } from './until.js';

/** Waits until the running service has nothing left to do: no job of any newsroom is waiting or under way. */
export const runJobsUntilIdle = (database: Pick<FreshDatabase, 'owner'>, within = 30_000): Promise<true> =>
  until(
    'all jobs are done',
    async () => {
      const [row] = await database.owner<{ left: number }>(
        `select count(*)::int as left from jobs where state in ('WAITING', 'RELAYED')`,
      );
      return row?.left === 0;
    },
    { within },
  );
