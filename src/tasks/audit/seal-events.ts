import type { NewsroomHandle, Transaction } from '../../platform/database/database.js';
import { type Leaf, merkleRoot } from './merkle-root.js';
import { headOf } from './seal.js';

/** So many events at most in one seal. */
const BATCH = 1_000;

/** Seals all events of a newsroom that wait, and gives their number. */
export async function sealEvents(newsroom: NewsroomHandle, key: string, now: () => Date): Promise<number> {
  for (let sealed = 0; ;) {
    const batch = await newsroom.transaction((tx) => sealBatch(tx, newsroom.newsroomId, key, now()));
    sealed += batch;
    if (batch < BATCH) return sealed;
  }
}

/**
 * Seals the next batch. Two processes may try at once: the lock lets one seal and the other find nothing to do; and if it
 * did not, two seals of one number break the primary key. Who dies before the commit leaves the events waiting. An event
 * that was taken away while it waited is passed over and stays in the list: `isnad audit verify` names it.
 */
async function sealBatch(tx: Transaction, newsroomId: string, key: string, sealedAt: Date): Promise<number> {
  const [lock] = await tx.$queryRaw<{ free: boolean }[]>`
    select pg_try_advisory_xact_lock(hashtextextended('audit seal ' || ${newsroomId}, 0)) as free`;
  if (!lock?.free) return 0;
  const leaves = await tx.$queryRaw<Leaf[]>`
    select u.event_id as id, coalesce(t.hash, n.hash) as hash from unsealed_events u
    left join task_events t on t.id = u.event_id left join newsroom_events n on n.id = u.event_id
    where u.newsroom_id = ${newsroomId}::uuid and coalesce(t.hash, n.hash) is not null
    order by u.event_id limit ${BATCH}`;
  if (leaves.length === 0) return 0;
  const last = await findHead(tx, newsroomId);
  const eventIds = leaves.map((leaf) => leaf.id);
  const content = {
    newsroomId,
    number: (last?.number ?? 0) + 1,
    prevHead: last?.head ?? null,
    root: merkleRoot(leaves),
    sealedAt,
  };
  await tx.auditSeal.create({
    data: {
      ...content,
      eventIds,
      eventHashes: leaves.map((leaf) => new Uint8Array(leaf.hash)),
      head: headOf(key, { ...content, eventCount: leaves.length }),
    },
  });
  await tx.unsealedEvent.deleteMany({ where: { newsroomId, eventId: { in: eventIds } } });
  return leaves.length;
}

/** The last seal of a newsroom; null where there is none yet. */
export const findHead = (tx: Transaction, newsroomId: string) =>
  tx.auditSeal.findFirst({
    where: { newsroomId },
    orderBy: { number: 'desc' },
    omit: { eventIds: true, eventHashes: true },
  });

/** Some of the newsrooms that have events to seal. */
export async function findUnsealedNewsrooms(tx: Transaction, limit: number): Promise<string[]> {
  // Jumps from newsroom to newsroom through the index: a newsroom may have a million events waiting.
  const rows = await tx.$queryRaw<{ id: string }[]>`
    with recursive waiting as (
      (select newsroom_id as id from unsealed_events order by newsroom_id limit 1)
      union all
      select (select u.newsroom_id from unsealed_events u where u.newsroom_id > w.id order by u.newsroom_id limit 1)
      from waiting w where w.id is not null
    ) select id from waiting where id is not null limit ${limit}`;
  return rows.map((row) => row.id);
}
