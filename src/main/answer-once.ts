import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { claimOrWait } from '../accounts/claim-or-wait.js';
import { freeKey, holderOf, keepAnswer, type KeyedRequest } from '../accounts/idempotency.store.js';
import { asksToWrite } from '../platform/graphql/operation-kind.js';
import { failedAnswer, toGraphqlError } from '../platform/graphql/graphql-errors.js';
import type { Log } from '../platform/log.js';
import { badInput } from '../platform/request-error.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set while this request does the work that its Idempotency-Key stands for. */
    keyedRequest?: KeyedRequest;
  }
}

const LONGEST_KEY = 200;
const SHOWN_ONCE = /\b(createApiKey|rotateApiKey)\b/;

/** Answers a mutation with an Idempotency-Key once, and every repetition within 24 hours with the same answer. */
export function answerOnce(fastify: FastifyInstance, log: Log): void {
  fastify.addHook('preHandler', async (request, reply) => {
    const key = request.headers['idempotency-key'];
    if (key === undefined || !request.viewer || !asksToWrite(request.body)) return;
    try {
      const known = await claim(request, String(key));
      if (known) return reply.header('idempotency-replayed', 'true').send(known.answer);
    } catch (error) {
      return refuse(request, reply, error, log);
    }
  });
  fastify.addHook('onSend', async (request, _reply, payload) => {
    const keyed = request.keyedRequest;
    if (keyed) await settle(request, keyed, payload);
    return payload;
  });
}

async function claim(request: FastifyRequest, key: string) {
  if (key.length === 0 || key.length > LONGEST_KEY) {
    throw badInput({ 'Idempotency-Key': `must have 1 to ${LONGEST_KEY} characters` });
  }
  // Its answer would be kept, and with it a key that is shown once and kept nowhere.
  if (SHOWN_ONCE.test(String((request.body as { query?: unknown } | null)?.query))) {
    throw badInput({ 'Idempotency-Key': 'cannot be used where a key is made: its answer is not kept' });
  }
  const viewer = request.viewer!;
  const { newsroomId } = viewer.newsroom;
  const requestHash = new Uint8Array(createHash('sha256').update(JSON.stringify(request.body)).digest());
  const keyed: KeyedRequest = { newsroomId, holder: holderOf(viewer), key, requestHash };
  const known = await claimOrWait(viewer, keyed);
  if (known === 'FIRST') request.keyedRequest = keyed;
  return known === 'FIRST' ? null : known;
}

/** Keeps the answer before the client gets it; an INTERNAL failure is no answer, and frees the key. */
async function settle(request: FastifyRequest, keyed: KeyedRequest, payload: unknown): Promise<void> {
  const answer = typeof payload === 'string' ? (JSON.parse(payload) as Answer) : null;
  const failed = !answer || answer.errors?.some(({ extensions }) => extensions?.code === 'INTERNAL');
  await request.viewer!.newsroom.transaction((tx) =>
    failed ? freeKey(tx, keyed) : keepAnswer(tx, keyed, answer as object),
  );
}

interface Answer {
  readonly errors?: readonly { readonly extensions?: { readonly code?: string } }[];
}

const refuse = (request: FastifyRequest, reply: FastifyReply, error: unknown, log: Log) =>
  reply.send(failedAnswer([toGraphqlError(error, request.id, log)]));
