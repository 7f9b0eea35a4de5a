import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { NewsroomHandle } from '../../src/platform/database/database.js';
import type { Crowd } from '../integrations/large-exports.js';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Five events for each task of a crowd, which the database chains, and as many of the newsroom, which it hashes. */
export async function addHistory({ database, newsroom }: Crowd): Promise<void> {
  // Task by task within a number: an event follows one that an earlier statement wrote.
  for (const number of [1, 2, 3, 4, 5]) {
    await database.owner(
      `insert into task_events (newsroom_id, task_id, number, id, action, data, at)
       select newsroom_id, id, $2::int, gen_random_uuid(), 'NOTE', '{"why":"long"}', now() from review_tasks
       where newsroom_id = $1`,
      [newsroom.id, number],
    );
    await database.owner(
      `insert into newsroom_events (id, newsroom_id, action, actor_kind, data, at)
       select gen_random_uuid(), newsroom_id, 'SETTINGS_CHANGED', 'SYSTEM', '{"why":"long"}', now() from review_tasks
       where newsroom_id = $1`,
      [newsroom.id],
    );
  }
  await database.owner('update review_tasks set version = 5 where newsroom_id = $1', [newsroom.id]);
  await database.owner('vacuum analyze');
}

/** A handle that looks, every so many transactions, at how much its process holds in memory. */
export function watchMemory(handle: NewsroomHandle, every: number): { watched: NewsroomHandle; held: number[] } {
  const held: number[] = [];
  let transactions = 0;
  const watched: NewsroomHandle = {
    newsroomId: handle.newsroomId,
    transaction: (work) => {
      if (++transactions % every === 0) {
        collect();
        held.push(process.memoryUsage().heapUsed);
      }
      return handle.transaction(work);
    },
  };
  return { watched, held };
}
