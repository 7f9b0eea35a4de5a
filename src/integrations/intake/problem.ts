import { STATUS_CODES } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { toGraphqlError } from '../../platform/graphql/graphql-errors.js';
import type { Log } from '../../platform/log.js';
import { type ErrorCode, RequestError } from '../../platform/request-error.js';

const STATUS: Record<ErrorCode, number> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  BAD_USER_INPUT: 422,
  CONFLICT: 409,
  INVALID_TRANSITION: 409,
  RATE_LIMITED: 429,
  PAYLOAD_TOO_LARGE: 413,
  QUERY_TOO_COMPLEX: 422,
  INTERNAL: 500,
};

/** A request whose body is of a kind that is not read here. */
export class UnsupportedMediaType extends RequestError {
  override name = 'UnsupportedMediaType';

  constructor(field: 'content-type' | 'content-encoding', fault: string) {
    super('BAD_USER_INPUT', `${field}: ${fault}`, { fields: { [field]: fault } });
  }
}

/** A failure as RFC 9457 writes it, with the API's own code beside it. */
export interface Problem {
  readonly type: 'about:blank';
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: ErrorCode;
  readonly requestId: string;
  readonly fields?: Readonly<Record<string, string>>;
}

/** Only what a client is meant to read leaves the house; the rest is logged. */
export function toProblem(error: unknown, requestId: string, log: Log): Problem {
  const { message: detail, extensions } = toGraphqlError(error, requestId, log);
  const { code, ...details } = extensions as { code: ErrorCode; requestId: string };
  const statusCode = (error as { statusCode?: number } | null)?.statusCode;
  const status = error instanceof UnsupportedMediaType || statusCode === 415 ? 415 : STATUS[code];
  return { type: 'about:blank', title: STATUS_CODES[status] ?? 'Failure', status, detail, code, ...details };
}

export function sendProblem(request: FastifyRequest, reply: FastifyReply, error: unknown, log: Log): FastifyReply {
  const problem = toProblem(error, request.id, log);
  const { retryAfter } = problem as { retryAfter?: number };
  if (retryAfter !== undefined) reply.header('retry-after', String(retryAfter));
  if (problem.status === 401) reply.header('www-authenticate', 'Bearer');
  return reply.code(problem.status).type('application/problem+json').send(JSON.stringify(problem));
}
