import type { Prisma } from '../generated/prisma/client.js';
import type { Transaction } from '../platform/database/database.js';
import { RequestError } from '../platform/request-error.js';
import type { Viewer } from './viewer.js';

/** One request under an Idempotency-Key. */
export interface KeyedRequest {
  readonly newsroomId: string;
  readonly holder: string;
  readonly key: string;
  /** SHA-256 of what was asked. */
  readonly requestHash: Uint8Array<ArrayBuffer>;
}

/** Keys belong to their holder: the member, or the machine's API key. */
export const holderOf = (viewer: Viewer): string =>
  viewer.memberId ? `member:${viewer.memberId}` : `key:${viewer.apiKeyId}`;

/** What became of a key: this is the first request with it, the first is still under way, or it has answered. */
export type Claimed = 'FIRST' | 'UNDER_WAY' | { readonly answer: Prisma.JsonValue };

/** A request that has not answered for so long is taken to have died; the next with its key does the work again. */
const ABANDONED_SECONDS = 60;

/**
 * Lets the first request with a key through and gives later ones its answer, or says that it is still under way. Throws
 * CONFLICT for another request under the same key. Of two at once the primary key lets one through. A process
 * that dies between the work and its answer leaves the key abandoned: the mutation runs again, which each is built for.
 */
export async function claimKey(tx: Transaction, request: KeyedRequest): Promise<Claimed> {
  const { newsroomId, holder, key, requestHash } = request;
  const claimed = await tx.$executeRaw`
    insert into idempotency_keys (newsroom_id, holder, key, request_hash)
    values (${newsroomId}::uuid, ${holder}, ${key}, ${requestHash})
    on conflict (newsroom_id, holder, key) do update
      set request_hash = excluded.request_hash, answer = null, created_at = now()
      where idempotency_keys.created_at < now() - interval '24 hours'
        or (idempotency_keys.answer is null and idempotency_keys.request_hash = excluded.request_hash
          and idempotency_keys.created_at < now() - make_interval(secs => ${ABANDONED_SECONDS}::float))`;
  if (claimed > 0) return 'FIRST';
  const known = await tx.idempotencyKey.findUnique({ where: { newsroomId_holder_key: { newsroomId, holder, key } } });
  if (known && Buffer.compare(known.requestHash, requestHash) !== 0) {
    throw new RequestError('CONFLICT', 'This Idempotency-Key was used for another request');
  }
  // Gone between the two statements: the first failed through no fault of the client's, and its key is free again.
  return known?.answer == null ? 'UNDER_WAY' : { answer: known.answer };
}

export const keepAnswer = (tx: Transaction, { newsroomId, holder, key }: KeyedRequest, answer: Prisma.InputJsonValue) =>
  tx.idempotencyKey.updateMany({ where: { newsroomId, holder, key }, data: { answer } });

/** Frees a key whose request failed through no fault of the client's: the same request may be sent again. */
export const freeKey = (tx: Transaction, { newsroomId, holder, key }: KeyedRequest) =>
  tx.idempotencyKey.deleteMany({ where: { newsroomId, holder, key } });
