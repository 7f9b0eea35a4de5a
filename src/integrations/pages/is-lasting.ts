import { UnreadableDocument } from '../../platform/documents/document.js';
import { FetchRefused } from '../../platform/guarded-fetcher/fetch-refused.js';
import { RobotsRefused } from './check-robots.js';

/** Statuses that say "not now", by what they mean. */
const PASSING = new Set([408, 425, 429]);

/** Whether the same address would fail in the same way a minute later. */
export function isLasting(error: unknown): error is Error {
  if (error instanceof UnreadableDocument || error instanceof RobotsRefused) return true;
  if (!(error instanceof FetchRefused)) return false;
  if (error.reason === 'BAD_STATUS') return error.status !== null && error.status < 500 && !PASSING.has(error.status);
  return error.reason !== 'UNREACHABLE' && error.reason !== 'TOO_SLOW';
}
