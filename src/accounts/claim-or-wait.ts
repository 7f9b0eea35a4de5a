import { setTimeout as sleep } from 'node:timers/promises';
import type { Prisma } from '../generated/prisma/client.js';
import { RequestError } from '../platform/request-error.js';
import { claimKey, type KeyedRequest } from './idempotency.store.js';
import type { Viewer } from './viewer.js';

const LONGEST_WAIT_MS = 10_000;
const LOOK_EVERY_MS = 100;

/**
 * The same request twice at once, such as a button that was pressed twice: the second waits for the answer of the first,
 * with short looks between which it holds no connection. Where the first takes longer than that it is CONFLICT.
 */
export async function claimOrWait(
  viewer: Viewer,
  keyed: KeyedRequest,
): Promise<'FIRST' | { readonly answer: Prisma.JsonValue }> {
  for (const end = Date.now() + LONGEST_WAIT_MS; ; await sleep(LOOK_EVERY_MS)) {
    const known = await viewer.newsroom.transaction((tx) => claimKey(tx, keyed));
    if (known !== 'UNDER_WAY') return known;
    if (Date.now() >= end) {
      const message = 'The first request with this Idempotency-Key is still under way: ask again soon';
      throw new RequestError('CONFLICT', message);
    }
  }
}
