import { createHash } from 'node:crypto';
import { claimOrWait } from '../../accounts/claim-or-wait.js';
import { freeKey, holderOf, keepAnswer, type KeyedRequest } from '../../accounts/idempotency.store.js';
import type { Viewer } from '../../accounts/viewer.js';
import { badInput } from '../../platform/request-error.js';
import type { IntakeRequest } from './read-intake.js';

const LONGEST_KEY = 200;

export interface IntakeAnswer {
  readonly status: number;
  readonly body: object;
}

/**
 * Does the work of a request with an Idempotency-Key once, and answers each repetition within 24 hours with the first one's
 * answer. A failure of our own frees the key, so that the same request may be sent again. Throws CONFLICT for another body
 * under the same key, and where the first is under way for too long.
 */
export async function answerKeyed(
  viewer: Viewer,
  key: string,
  request: IntakeRequest,
  work: () => Promise<IntakeAnswer>,
): Promise<IntakeAnswer & { replayed: boolean }> {
  if (key.length === 0 || key.length > LONGEST_KEY) {
    throw badInput({ 'Idempotency-Key': `must have 1 to ${LONGEST_KEY} characters` });
  }
  const { newsroom } = viewer;
  const keyed: KeyedRequest = {
    newsroomId: newsroom.newsroomId,
    holder: holderOf(viewer),
    key,
    requestHash: hashOf(request),
  };
  const known = await claimOrWait(viewer, keyed);
  if (known !== 'FIRST') return { ...(known.answer as unknown as IntakeAnswer), replayed: true };
  const answer = await work();
  await newsroom.transaction((tx) =>
    answer.status >= 500 ? freeKey(tx, keyed) : keepAnswer(tx, keyed, { status: answer.status, body: answer.body }),
  );
  return { ...answer, replayed: false };
}

/** Named apart from what GraphQL hashes: one key never answers both. */
const hashOf = ({ contentType, query, body }: IntakeRequest): Uint8Array<ArrayBuffer> =>
  new Uint8Array(
    createHash('sha256')
      .update(`intake\0${contentType}\0${JSON.stringify(query)}\0`)
      .update(body)
      .digest(),
  );
