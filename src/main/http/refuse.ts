import type { FastifyReply, FastifyRequest } from 'fastify';
import { failedAnswer, statusOf, toGraphqlError } from '../../platform/graphql/graphql-errors.js';
import type { Log } from '../../platform/log.js';
import type { ErrorCode, RequestError } from '../../platform/request-error.js';

export const isGraphql = ({ url }: FastifyRequest): boolean => url.split('?')[0] === '/graphql';

const HTTP_STATUS: Partial<Record<ErrorCode, number>> = { FORBIDDEN: 403 };

/** Answers a request that gets no further: on /graphql in GraphQL's form, elsewhere as RFC 9457 says. */
export function refuse(request: FastifyRequest, reply: FastifyReply, error: RequestError, log: Log): FastifyReply {
  const { code, message } = error;
  const status = statusOf(code) === 200 ? (HTTP_STATUS[code] ?? 400) : statusOf(code);
  if (isGraphql(request)) return reply.code(status).send(failedAnswer([toGraphqlError(error, request.id, log)]));
  return reply
    .code(status)
    .type('application/problem+json')
    .send(JSON.stringify({ type: 'about:blank', title: message, status, code, requestId: request.id }));
}
