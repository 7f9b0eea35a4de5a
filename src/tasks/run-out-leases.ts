import { decide } from '../core/workflow/decide.js';
import { DEFAULT_POLICY } from '../core/workflow/policy.js';
import type { Database, Transaction } from '../platform/database/database.js';
import { readTaskStates } from './task-state.js';
import { lockTask, recordEvent } from './tasks.store.js';

const BATCH = 200;

interface Found {
  readonly id: string;
  readonly newsroomId: string;
}

/**
 * Records LEASE_RUNS_OUT for every task whose lease has run out by `now`; gives how many it recorded. The task counted as
 * free at once: this tells those who follow it, and leaves the end of the lease in its history. Safe to run twice and by
 * several processes at once: only who finds the locked task still IN_PROGRESS under a lease that is over records it.
 */
export async function runOutLeases(database: Database, now: Date): Promise<number> {
  let recorded = 0;
  for (let after: string | null = null; ;) {
    const found = await database.forSystem('leases').transaction((tx) => findRunOut(tx, now, after));
    for (const { id, newsroomId } of found) {
      recorded += await database.forNewsroom(newsroomId).transaction((tx) => runOut(tx, id, now));
    }
    if (found.length < BATCH) return recorded;
    after = found.at(-1)!.id;
  }
}

const findRunOut = (tx: Transaction, now: Date, after: string | null) => tx.$queryRaw<Found[]>`
  select id, newsroom_id as "newsroomId" from review_tasks
  where status = 'IN_PROGRESS' and lease_expires_at <= ${now.toISOString()}::timestamptz
    and (${after}::uuid is null or id > ${after}::uuid)
  order by id limit ${BATCH}`;

async function runOut(tx: Transaction, id: string, now: Date): Promise<0 | 1> {
  const task = await lockTask(tx, id);
  const state = task && (await readTaskStates(tx, [id])).get(id);
  if (!state) return 0;
  const facts = { now: now.getTime(), policy: DEFAULT_POLICY };
  const decision = decide(state, 'LEASE_RUNS_OUT', { kind: 'SYSTEM' }, facts);
  // Taken, renewed or recorded since it was found.
  if (decision.refusal) return 0;
  await recordEvent(tx, task, decision.event);
  return 1;
}
