import { GraphQLError, type ExecutionResult } from 'graphql';
import { isBadValue } from '../database/is-bad-value.js';
import { isPassingTrouble } from '../database/is-passing-trouble.js';
import type { Log } from '../log.js';
import { type ErrorCode, RequestError, tookTooLong } from '../request-error.js';
import { isOverdue } from '../request-trace.js';

/** HTTP statuses of failures that concern the request as a whole; what happens inside an operation is answered with 200. */
const STATUS: Partial<Record<ErrorCode, number>> = {
  UNAUTHENTICATED: 401,
  PAYLOAD_TOO_LARGE: 413,
  RATE_LIMITED: 429,
};

export const statusOf = (code: ErrorCode): number => STATUS[code] ?? 200;

/** A failure in GraphQL's form. Only a RequestError's own words leave the house; the rest is logged and told as INTERNAL. */
export function toGraphqlError(error: unknown, requestId: string, log: Log): GraphQLError {
  const graphqlError = error instanceof GraphQLError ? error : null;
  const cause = graphqlError?.originalError ?? error;
  const { nodes, source, positions, path } = graphqlError ?? {};
  const as = (code: ErrorCode, message: string, details: object = {}) =>
    new GraphQLError(message, { nodes, source, positions, path, extensions: { code, ...details, requestId } });

  if (cause instanceof RequestError) return as(cause.code, cause.message, cause.details);
  const refusal = httpRefusal(cause);
  if (refusal) return as(refusal.code, refusal.message, refusal.details);
  if (isBadValue(cause)) {
    return as('BAD_USER_INPUT', 'A value holds something that no text, number or time can', { fields: {} });
  }
  if (isCutOff(cause)) {
    const { code, message, details } = tookTooLong();
    return as(code, message, details);
  }
  if (isLost(cause)) return as('CONFLICT', 'Somebody else changed this at the same moment: read it again and retry');
  // GraphQL's own findings: syntax, unknown fields, variables that do not fit.
  if (graphqlError && !graphqlError.originalError) {
    const known = graphqlError.extensions.code;
    if (known === 'QUERY_TOO_COMPLEX') return as('QUERY_TOO_COMPLEX', graphqlError.message);
    return as('BAD_USER_INPUT', graphqlError.message, { fields: fieldsOf(graphqlError.message) });
  }
  if (graphqlError && isGraphqlFinding(graphqlError)) {
    return as('BAD_USER_INPUT', graphqlError.message, { fields: fieldsOf(graphqlError.message) });
  }
  log.error({ err: cause, requestId }, 'request failed');
  return as('INTERNAL', `Something went wrong here; the log has it under request ${requestId}`);
}

/** The whole answer for a request that failed before or outside its operation. */
export const failedAnswer = (errors: readonly GraphQLError[]): ExecutionResult => ({
  data: null,
  errors: errors.map((error) => error.toJSON() as GraphQLError),
});

/** What the HTTP server refused before the operation began: a body that is too large, or no JSON. */
function httpRefusal(cause: unknown): RequestError | null {
  const { statusCode, message } = (cause ?? {}) as { statusCode?: number; message?: string };
  if (statusCode === 413) return new RequestError('PAYLOAD_TOO_LARGE', 'The request is larger than is accepted');
  if (statusCode === 400 || statusCode === 415)
    return new RequestError('BAD_USER_INPUT', message ?? '', { fields: {} });
  return null;
}

/** A lock that was not granted or a serialisation failure: safe to try again, so it is the client's CONFLICT. */
const isLost = (cause: unknown): boolean =>
  (cause instanceof Error && /\b55P03\b/.test(cause.message)) ||
  (isPassingTrouble(cause) &&
    /40001|40P01|P2034/.test(`${(cause as Error).message} ${(cause as { code?: string }).code}`));

/** The database stopped a statement at the end of the request's time, or whatever failed did so after that. */
const isCutOff = (cause: unknown): boolean =>
  cause instanceof Error && (/\b57014\b/.test(cause.message) || (isOverdue() && !(cause instanceof GraphQLError)));

/** A scalar that refuses a value throws a GraphQLError of its own, which GraphQL wraps. */
const isGraphqlFinding = (error: GraphQLError): boolean => error.originalError instanceof GraphQLError;

/** The input field that a message about a variable names: `… at "input.publishedAt"; …`. */
function fieldsOf(message: string): Record<string, string> {
  const named = /\bat "(?:\w+\.)?([\w.]+)"/.exec(message)?.[1] ?? /Variable "\$(\w+)"/.exec(message)?.[1];
  return named ? { [named]: message } : {};
}
