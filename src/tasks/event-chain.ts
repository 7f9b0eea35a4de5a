import { createHash } from 'node:crypto';
import type { Transaction } from '../platform/database/database.js';

interface Link {
  readonly number: number;
  readonly prev_hash: Uint8Array | null;
  readonly hash: Uint8Array;
  /** What is hashed, after the hash before it, as PostgreSQL writes it. */
  readonly content: string;
}

/**
 * The first break in the chain over a task's events, as a sentence; null where it is whole. The database links each
 * event to the one before it when it is written (`chain_task_event`); the hash is worked out here anew, so that a
 * function changed in the database deceives nobody. That the last events are still there, the task's version tells.
 */
export async function findBreak(tx: Transaction, taskId: string): Promise<string | null> {
  const links = await tx.$queryRaw<Link[]>`
    select number, prev_hash, hash, concat_ws(E'\n', newsroom_id, task_id, number, id, action,
      coalesce(actor_id::text, ''), to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), data::text) as content
    from task_events where task_id = ${taskId}::uuid order by number`;
  const versions = await tx.$queryRaw<{ version: number }[]>`
    select version from review_tasks where id = ${taskId}::uuid`;
  let previous = '';
  for (const [index, { number, prev_hash: before, hash, content }] of links.entries()) {
    if (number !== index + 1) return `Event ${index + 1} is missing.`;
    if (toHex(before) !== previous) return `Event ${number} does not follow the one before it.`;
    if (toHex(hash) !== sha256(`${previous}\n${content}`)) return `Event ${number} has been changed.`;
    previous = toHex(hash);
  }
  const version = versions[0]?.version ?? 0;
  return version === links.length ? null : `The task is at version ${version}, its events end at ${links.length}.`;
}

const toHex = (bytes: Uint8Array | null): string => (bytes === null ? '' : Buffer.from(bytes).toString('hex'));

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
