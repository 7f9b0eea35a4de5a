/** The codes by which a client tells failures apart; the API promises them. */
export type ErrorCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'BAD_USER_INPUT'
  | 'CONFLICT'
  | 'INVALID_TRANSITION'
  | 'RATE_LIMITED'
  | 'PAYLOAD_TOO_LARGE'
  | 'QUERY_TOO_COMPLEX'
  | 'INTERNAL';

/** A failure that the client is meant to read. Anything else that is thrown reaches it as INTERNAL without its words. */
export class RequestError extends Error {
  override name = 'RequestError';

  constructor(
    readonly code: ErrorCode,
    message: string,
    /** What a client may act on, beside the code: `fields`, `holder`. */
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
  }
}

export const notFound = (what: string): RequestError => new RequestError('NOT_FOUND', `${what} was not found`);

/** `fields` says for each wrong input field, by its path, what is wrong with it. */
export function badInput(fields: Readonly<Record<string, string>>): RequestError {
  const first = Object.entries(fields).map(([field, fault]) => `${field}: ${fault}`);
  return new RequestError('BAD_USER_INPUT', first.join('; '), { fields });
}

/** A request whose time is over; `timedOut` tells it from one that was refused before it began. */
export const tookTooLong = (): RequestError =>
  new RequestError('QUERY_TOO_COMPLEX', 'This took too long and was stopped: ask for less at once', { timedOut: true });
