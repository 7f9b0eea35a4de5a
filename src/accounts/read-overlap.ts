import { badInput } from '../platform/request-error.js';

const DEFAULT_MINUTES = 24 * 60;
const LONGEST_MINUTES = 30 * 24 * 60;

/**
 * Milliseconds for which an old key or secret works beside the new one: a day where nothing is said. Throws BAD_USER_INPUT
 * for less than nothing or more than thirty days.
 */
export function readOverlap(minutes: number | null): number {
  const given = minutes ?? DEFAULT_MINUTES;
  if (given < 0 || given > LONGEST_MINUTES) throw badInput({ overlapMinutes: `must be 0 to ${LONGEST_MINUTES}` });
  return given * 60_000;
}
