import { createHash } from 'node:crypto';
import { Prisma } from '../generated/prisma/client.js';
import type { Transaction } from '../platform/database/database.js';

/** An event as a link of its task's chain. */
export interface Link {
  readonly number: number;
  readonly prev_hash: Uint8Array | null;
  readonly hash: Uint8Array;
  /** What is hashed, after the hash before it, as PostgreSQL writes it. */
  readonly content: string;
}

/** The columns of a Link, of a row of `task_events` that is called e. */
export const LINK_COLUMNS = Prisma.sql`e.number, e.prev_hash, e.hash,
  concat_ws(E'\n', e.newsroom_id, e.task_id, e.number, e.id, e.action, coalesce(e.actor_id::text, ''),
    to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), e.data::text) as content`;

/** The first break in the chain over a task's events, as a sentence; null where it is whole. */
export async function findBreak(tx: Transaction, taskId: string): Promise<string | null> {
  const links = await tx.$queryRaw<Link[]>`
    select ${LINK_COLUMNS} from task_events e where e.task_id = ${taskId}::uuid order by e.number`;
  const versions = await tx.$queryRaw<{ version: number }[]>`
    select version from review_tasks where id = ${taskId}::uuid`;
  return findBreakIn(links, versions[0]?.version ?? 0);
}

/**
 * The same for all links of a task that stands at `version`, in order. The database links each event to the one before it
 * when it is written (`chain_task_event`); the hash is worked out here anew, so that a function changed in the database
 * deceives nobody. That the last events are still there, the task's version tells.
 */
export function findBreakIn(links: readonly Link[], version: number): string | null {
  let previous = '';
  for (const [index, { number, prev_hash: before, hash, content }] of links.entries()) {
    if (number !== index + 1) return `Event ${index + 1} is missing.`;
    if (toHex(before) !== previous) return `Event ${number} does not follow the one before it.`;
    if (toHex(hash) !== sha256(`${previous}\n${content}`)) return `Event ${number} has been changed.`;
    previous = toHex(hash);
  }
  return version === links.length ? null : `The task is at version ${version}, its events end at ${links.length}.`;
}

const toHex = (bytes: Uint8Array | null): string => (bytes === null ? '' : Buffer.from(bytes).toString('hex'));

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
