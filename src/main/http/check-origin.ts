import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Log } from '../../platform/log.js';
import { RequestError } from '../../platform/request-error.js';
import { isSocketRequest } from '../subscriptions.js';
import { isGraphql, refuse } from './refuse.js';

/** Who, apart from these pages themselves, may send requests that a browser adds a session's cookie to. */
export interface TrustedOrigins {
  readonly publicUrl: string | null;
  readonly corsOrigins: readonly string[];
}

const PROTECTED = ['/graphql', '/intake'];

/**
 * Another site's page can make a browser send requests with the cookie of a session. What a browser sent without such a
 * page's doing is told by Sec-Fetch-Site or Origin; and what is not JSON is refused, since a form can send anything
 * else without asking first. Requests with an Authorization header, which no browser adds by itself, are left alone.
 */
export function checkOrigin(fastify: FastifyInstance, trusted: TrustedOrigins, log: Log): void {
  fastify.addHook('onRequest', async (request, reply) => {
    if (!bringsOnlyCookie(request) || !PROTECTED.some((path) => request.url.startsWith(path))) return;
    const fault = faultOf(request, trusted);
    if (fault) return refuse(request, reply, new RequestError('FORBIDDEN', fault), log);
  });
}

const bringsOnlyCookie = ({ headers }: FastifyRequest): boolean =>
  headers.authorization === undefined && headers.cookie !== undefined;

function faultOf(request: FastifyRequest, trusted: TrustedOrigins): string | null {
  const { method, headers } = request;
  if (isSocketRequest(request)) {
    return isTrusted(request, trusted) ? null : 'A session opens sockets from the pages of this service alone';
  }
  // An answer to another site's plain GET stays hidden from it, but the work would be done.
  if (isGraphql(request) && method === 'GET') return 'With a session, send operations by POST';
  if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS') return null;
  if (!isTrusted(request, trusted)) return 'A session acts from the pages of this service alone';
  const type = String(headers['content-type'] ?? '')
    .split(';')[0]!
    .trim()
    .toLowerCase();
  return isGraphql(request) && type !== 'application/json' ? 'With a session, send application/json' : null;
}

/** A client that sends neither header is no browser, and no page has made it do anything. */
function isTrusted(request: FastifyRequest, { publicUrl, corsOrigins }: TrustedOrigins): boolean {
  const { origin, 'sec-fetch-site': site } = request.headers;
  if (origin === undefined) return site === undefined || site === 'same-origin' || site === 'none';
  if (corsOrigins.includes(origin) || (publicUrl !== null && origin === new URL(publicUrl).origin)) return true;
  // The page's own host and port; its scheme a proxy may have changed on the way.
  return URL.canParse(origin) && new URL(origin).host === request.host && (site ?? 'same-origin') === 'same-origin';
}
