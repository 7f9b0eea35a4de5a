import { CombinedError } from '@urql/core';

/** The codes of docs/schema.graphql's failures, and two that the service cannot give itself. */
export const FAILURE_CODES = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'BAD_USER_INPUT',
  'CONFLICT',
  'INVALID_TRANSITION',
  'RATE_LIMITED',
  'PAYLOAD_TOO_LARGE',
  'QUERY_TOO_COMPLEX',
  'INTERNAL',
  'UNREACHABLE',
] as const;
export type FailureCode = (typeof FAILURE_CODES)[number];

export interface Failure {
  readonly code: FailureCode;
  /** The service's own words, in English; null where it said nothing. */
  readonly message: string | null;
  /** Field by field, what is wrong with an input. */
  readonly fields: Readonly<Record<string, string>>;
}

/** What went wrong, from what the client throws together. */
export function readFailure(error: CombinedError): Failure {
  const first = error.graphQLErrors[0];
  if (!first) return { code: 'UNREACHABLE', message: null, fields: {} };
  const { code, fields } = first.extensions as { code?: string; fields?: Record<string, string> };
  return {
    code: FAILURE_CODES.find((known) => known === code) ?? 'INTERNAL',
    message: first.message,
    fields: fields ?? {},
  };
}

/** Whatever was thrown while asking, in the form that screens show. */
export const asCombined = (error: unknown): CombinedError =>
  error instanceof CombinedError ? error : new CombinedError({ networkError: error as Error });
