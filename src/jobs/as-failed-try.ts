import { FetchRefused } from '../platform/guarded-fetcher/fetch-refused.js';

/**
 * What a handler throws on. A foreign server that refuses a connection must count as a failed try, not as trouble with our
 * own database, whose words are the same: the job would be tried for ever.
 */
export const asFailedTry = (error: unknown): unknown =>
  error instanceof FetchRefused ? new Error(error.message.replace(/ \([A-Z_]+\)$/, '')) : error;
