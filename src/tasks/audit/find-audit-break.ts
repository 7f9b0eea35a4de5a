import { createHash } from 'node:crypto';
import type { NewsroomHandle, Transaction } from '../../platform/database/database.js';
import { type Link, LINK_COLUMNS, findBreakIn } from '../event-chain.js';
import { merkleRoot } from './merkle-root.js';
import { headOf, toHex } from './seal.js';

/** What the walk over a newsroom's audit has seen. */
export interface AuditReport {
  /** The first thing that is not as it was recorded, as a sentence; null where all of it is. */
  readonly broken: string | null;
  /** The number and head of the last seal; 0 and '' where there is none. */
  readonly number: number;
  readonly head: string;
  /** How many events the seals hold. */
  readonly sealed: number;
}

/** A head that was noted down at an earlier time: the chain must still lead through it. */
export interface KnownHead {
  readonly number: number;
  /** In hexadecimal. */
  readonly head: string;
}

const TASKS_AT_ONCE = 300;
const EVENTS_AT_ONCE = 1_000;
const NIL = '00000000-0000-0000-0000-000000000000';

/**
 * Walks all that a newsroom has recorded: each task's chain, each event of the newsroom, each seal, and whether every
 * event is in a seal or waits for one. Each step reads a bounded number of rows in a statement of its own, so that memory
 * stays the same however long the history is, and a service that goes on writing meanwhile disturbs nothing.
 */
export async function findAuditBreak(
  newsroom: NewsroomHandle,
  key: string,
  known: KnownHead | null = null,
): Promise<AuditReport> {
  const earlier = (await findTaskBreak(newsroom)) ?? (await findNewsroomEventBreak(newsroom));
  if (earlier !== null) return { broken: earlier, number: 0, head: '', sealed: 0 };
  const walked = await walkSeals(newsroom, key, known);
  return walked.broken === null ? { ...walked, broken: await newsroom.transaction(findStray) } : walked;
}

async function findTaskBreak(newsroom: NewsroomHandle): Promise<string | null> {
  for (let after = NIL; ;) {
    const tasks = await newsroom.transaction((tx) => readChains(tx, newsroom.newsroomId, after));
    if (tasks.size === 0) return null;
    for (const [task, { version, links }] of tasks) {
      const broken = findBreakIn(links, version);
      if (broken !== null) return `Task ${task}: ${broken}`;
      after = task;
    }
  }
}

/** The next tasks with their chains, in one statement: a task and its events are seen as of one moment. */
async function readChains(tx: Transaction, newsroomId: string, after: string) {
  const rows = await tx.$queryRaw<(Omit<Link, 'number'> & { task: string; version: number; number: number | null })[]>`
    with batch as (select id, newsroom_id, version from review_tasks
      where newsroom_id = ${newsroomId}::uuid and id > ${after}::uuid order by id limit ${TASKS_AT_ONCE})
    select b.id as task, b.version, ${LINK_COLUMNS} from batch b
    left join task_events e on e.newsroom_id = b.newsroom_id and e.task_id = b.id order by b.id, e.number`;
  const tasks = new Map<string, { version: number; links: Link[] }>();
  for (const { task, version, number, ...link } of rows) {
    if (!tasks.has(task)) tasks.set(task, { version, links: [] });
    if (number !== null) tasks.get(task)!.links.push({ number, ...link });
  }
  return tasks;
}

async function findNewsroomEventBreak(newsroom: NewsroomHandle): Promise<string | null> {
  for (let after = NIL; ;) {
    const rows = await newsroom.transaction(
      (tx) => tx.$queryRaw<{ id: string; hash: Uint8Array; content: string }[]>`
        select id, hash, concat_ws(E'\n', newsroom_id, id, action, actor_kind, coalesce(actor_id::text, ''),
          coalesce(subject_kind, ''), coalesce(subject_id::text, ''),
          to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), data::text) as content
        from newsroom_events where newsroom_id = ${newsroom.newsroomId}::uuid and id > ${after}::uuid
        order by id limit ${EVENTS_AT_ONCE}`,
    );
    for (const { id, hash, content } of rows) {
      if (toHex(hash) !== createHash('sha256').update(content).digest('hex')) {
        return `The newsroom's event ${id} has been changed.`;
      }
      after = id;
    }
    if (rows.length < EVENTS_AT_ONCE) return null;
  }
}

async function walkSeals(newsroom: NewsroomHandle, key: string, known: KnownHead | null): Promise<AuditReport> {
  let number = 0;
  let sealed = 0;
  let prevHead: Uint8Array | null = null;
  const report = (broken: string | null): AuditReport => ({ broken, number, head: toHex(prevHead), sealed });
  for (;;) {
    const step = await newsroom.transaction((tx) => checkNextSeal(tx, newsroom.newsroomId, key, { number, prevHead }));
    if (step === null) break;
    if (typeof step === 'string') return report(step);
    number += 1;
    sealed += step.events;
    prevHead = step.head;
    if (known?.number === number && known.head !== toHex(prevHead)) {
      return report(`Seal ${number} has another head than the one that was noted down.`);
    }
  }
  if (known && known.number > number) return report(`Seal ${number + 1} is missing: ${known.number} were noted down.`);
  return report(null);
}

/** The seal after the one that is given, held against its events; a sentence where it is broken, null after the last. */
async function checkNextSeal(
  tx: Transaction,
  newsroomId: string,
  key: string,
  before: { number: number; prevHead: Uint8Array | null },
): Promise<{ head: Uint8Array; events: number } | string | null> {
  const seal = await tx.auditSeal.findFirst({
    where: { newsroomId, number: { gt: before.number } },
    orderBy: { number: 'asc' },
  });
  if (!seal) return null;
  const name = `Seal ${before.number + 1}`;
  if (seal.number !== before.number + 1) return `${name} is missing.`;
  if (toHex(seal.prevHead) !== toHex(before.prevHead)) return `${name} does not follow the one before it.`;
  const { eventIds, eventHashes } = seal;
  const leaves = eventIds.map((id, i) => ({ id, hash: eventHashes[i] ?? new Uint8Array() }));
  const head = headOf(key, { ...seal, eventCount: eventIds.length });
  if (eventIds.length !== eventHashes.length || toHex(merkleRoot(leaves)) !== toHex(seal.root)) {
    return `${name} has been changed: its events do not make its root.`;
  }
  if (toHex(head) !== toHex(seal.head)) return `${name} has been changed, or was made with another ISNAD_SECRET.`;
  const found = await tx.$queryRaw<{ id: string; hash: Uint8Array; task: string | null; number: number | null }[]>`
    select id, hash, task_id as task, number from task_events where id = any(${eventIds}::uuid[])
    union all select id, hash, null, null from newsroom_events where id = any(${eventIds}::uuid[])`;
  const byId = new Map(found.map((event) => [event.id, event]));
  const missing = leaves.find(({ id }) => !byId.has(id));
  if (missing) return `Event ${missing.id} is missing: ${name.toLowerCase()} holds it.`;
  const changed = leaves.flatMap(({ id, hash }) => {
    const event = byId.get(id)!;
    return toHex(event.hash) === toHex(hash) ? [] : [event];
  });
  const [first] = changed;
  if (first) {
    // Whoever mends a task's chain after a change changes every later event too; ids of one millisecond tell no order.
    const numbers = changed.filter(({ task }) => task === first.task).map(({ number }) => number ?? 0);
    const which =
      first.task === null ? `The newsroom's event ${first.id}` : `Task ${first.task}: Event ${Math.min(...numbers)}`;
    return `${which} has been changed since ${name.toLowerCase()}.`;
  }
  return { head: seal.head, events: leaves.length };
}

/** An event that no seal holds and none will, or one that is gone although it waits; null where there is neither. */
async function findStray(tx: Transaction): Promise<string | null> {
  // One statement each: an event comes together with its place in the list, and leaves it together with its seal. Sets are
  // compared whole, by sorting: looked up one by one, a million events take hours.
  const [loose] = await tx.$queryRaw<{ id: string }[]>`
    (select id from task_events union all select id from newsroom_events)
    except (select event_id from unsealed_events union all select unnest(event_ids) from audit_seals) limit 1`;
  if (loose) return `Event ${loose.id} is in no seal and waits for none: seals at the end are missing.`;
  const [gone] = await tx.$queryRaw<{ id: string }[]>`
    select event_id as id from unsealed_events
    except (select id from task_events union all select id from newsroom_events) limit 1`;
  return gone ? `Event ${gone.id} is missing: it was taken away before it was sealed.` : null;
}
