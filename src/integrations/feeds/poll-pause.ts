const FIRST_MS = 5 * 60_000;
const DAY_MS = 24 * 3_600_000;

/**
 * Milliseconds until the next poll after so many failures in a row (from 1): doubled each time, up to a day, and never
 * shorter than the feed's own interval. A site that asks for a longer pause gets it, up to a day.
 */
export function pauseAfterFailures(failures: number, intervalMs: number, wishedMs: number | null): number {
  const doubled = Math.min(FIRST_MS * 2 ** Math.min(failures - 1, 20), DAY_MS);
  return Math.max(intervalMs, doubled, Math.min(wishedMs ?? 0, DAY_MS));
}
