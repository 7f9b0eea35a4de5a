import type { NewsroomHandle, Transaction } from '../../platform/database/database.js';
import { type Leaf, merkleRoot } from './merkle-root.js';
import { headOf, toHex } from './seal.js';

/** So many events at most in one seal. */
const BATCH = 1_000;
const NIL = '00000000-0000-0000-0000-000000000000';

/** Seals all events of a newsroom that wait, and gives their number. */
export async function sealEvents(newsroom: NewsroomHandle, key: string, now: () => Date): Promise<number> {
  let sealed = 0;
  for (let after: string | null = NIL; after !== null;) {
    const from: string = after;
    const batch = await newsroom.transaction((tx) => sealBatch(tx, newsroom.newsroomId, key, now(), from));
    sealed += batch.sealed;
    after = batch.last;
  }
  return sealed;
}

/**
 * Seals the next batch of those that wait after an event; `last` is null where there are no more. Two processes may try at
 * once: the lock lets one seal and the other find nothing to do; and if it did not, two seals of one number break the
 * primary key. Who dies before the commit leaves the events waiting. An event that was taken away while it waited is
 * passed over and stays in the list: `isnad audit verify` names it.
 */
async function sealBatch(
  tx: Transaction,
  newsroomId: string,
  key: string,
  sealedAt: Date,
  after: string,
): Promise<{ sealed: number; last: string | null }> {
  const [lock] = await tx.$queryRaw<{ free: boolean }[]>`
    select pg_try_advisory_xact_lock(hashtextextended('audit seal ' || ${newsroomId}, 0)) as free`;
  if (!lock?.free) return { sealed: 0, last: null };
  // A batch is cut off first and then looked up, event by event: joined whole, the tables would be read whole each time.
  const waiting = await tx.$queryRaw<{ id: string; hash: Uint8Array | null }[]>`
    select u.event_id as id, e.hash from (
      select event_id from unsealed_events where newsroom_id = ${newsroomId}::uuid and event_id > ${after}::uuid
      order by event_id limit ${BATCH}) u
    left join lateral (select hash from task_events where id = u.event_id
      union all select hash from newsroom_events where id = u.event_id) e on true
    order by u.event_id`;
  const last = waiting.length < BATCH ? null : waiting.at(-1)!.id;
  const leaves = waiting.filter((event): event is Leaf => event.hash !== null);
  if (leaves.length === 0) return { sealed: 0, last };
  const before = await findHead(tx, newsroomId);
  const eventIds = leaves.map((leaf) => leaf.id);
  const content = {
    newsroomId,
    number: (before?.number ?? 0) + 1,
    prevHead: before?.head ?? null,
    root: merkleRoot(leaves),
    sealedAt,
  };
  const { number, prevHead, root } = content;
  const head = headOf(key, { ...content, eventCount: leaves.length });
  const hashes = leaves.map((leaf) => toHex(leaf.hash));
  // Not by the client's own create, which keeps a plan of its own of every list that it was ever given.
  await tx.$executeRaw`
    insert into audit_seals (newsroom_id, number, event_ids, event_hashes, root, prev_head, head, sealed_at)
    select ${newsroomId}::uuid, ${number}::int, ${eventIds}::uuid[],
      (select array_agg(decode(hash, 'hex') order by place) from unnest(${hashes}::text[]) with ordinality as t (hash, place)),
      ${root}::bytea, ${prevHead}::bytea, ${head}::bytea, ${sealedAt}::timestamptz`;
  await tx.unsealedEvent.deleteMany({ where: { newsroomId, eventId: { in: eventIds } } });
  return { sealed: leaves.length, last };
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
