/** Why an address was not fetched or its answer not kept. */
export type RefusalReason =
  | 'INVALID_ADDRESS'
  | 'NOT_PUBLIC'
  | 'UNREACHABLE'
  | 'TOO_MANY_REDIRECTS'
  | 'TOO_LARGE'
  | 'TOO_SLOW'
  | 'BAD_STATUS'
  | 'WRONG_TYPE';

/** An outside address that was not fetched; the message can be shown to the person who gave it. */
export class FetchRefused extends Error {
  override name = 'FetchRefused';

  constructor(
    readonly reason: RefusalReason,
    message: string,
    /** The answer's, where it was the reason. */
    readonly status: number | null = null,
    /** The answer's Retry-After header. */
    readonly retryAfter: string | null = null,
  ) {
    super(message);
  }
}
