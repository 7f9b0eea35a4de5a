import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { Exposure } from '../../platform/config/exposure.js';
import type { Log } from '../../platform/log.js';
import { RequestError } from '../../platform/request-error.js';
import { isGraphql, refuse } from './refuse.js';

type Known = Pick<Exposure, 'operations' | 'onlyKnownOperations'>;

interface Asked {
  query?: unknown;
  readonly extensions?: { readonly persistedQuery?: { readonly sha256Hash?: unknown } } | null;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * Puts a known operation's document in the place of its hash, before anything looks at the document; where only known
 * operations run, refuses every other. What is known stands in a file of the operator's: no client adds to it.
 */
export function takeKnownOperations(fastify: FastifyInstance, known: Known, log: Log): void {
  if (!known.operations) return;
  fastify.addHook('preHandler', async (request, reply) => {
    if (!isGraphql(request)) return;
    const asked = (request.method === 'GET' ? request.query : request.body) as Asked | null;
    if (typeof asked !== 'object' || asked === null || Array.isArray(asked)) return;
    const hash = asked.extensions?.persistedQuery?.sha256Hash;
    const document = typeof hash === 'string' ? known.operations?.get(hash.toLowerCase()) : undefined;
    if (asked.query == null && typeof hash === 'string') {
      if (document === undefined) return refuse(request, reply, unknown('PersistedQueryNotFound'), log);
      asked.query = document;
    } else if (!isKnown(known, asked.query)) {
      return refuse(request, reply, unknown('Only operations that this service knows are run here'), log);
    }
  });
}

/** Whether a document may run: any, unless only known ones may. */
export const isKnown = ({ operations, onlyKnownOperations }: Known, query: unknown): boolean =>
  !onlyKnownOperations || (typeof query === 'string' && operations?.get(sha256(query)) === query);

export const unknown = (why: string): RequestError =>
  new RequestError('BAD_USER_INPUT', why, { fields: { query: why } });
