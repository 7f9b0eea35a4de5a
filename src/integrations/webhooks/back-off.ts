/** Seconds before the second, third, … try: 12 tries within 22 hours. */
const PAUSES = [5, 30, 120, 300, 900, 1_800, 3_600, 7_200, 14_400, 21_600, 28_800] as const;
/** The pauses of many deliveries that failed together are spread by up to so much of themselves. */
const SPREAD = 0.1;
const LONGEST_WISH_MS = 24 * 3_600_000;

/**
 * Milliseconds until the next try after so many failures (from 1), or null where it was the last one. `spread`, 0 to 1,
 * differs between deliveries. A receiver that asks for a longer pause gets it, up to a day.
 */
export function pauseAfter(failures: number, spread: number, wishedMs: number | null): number | null {
  const seconds = PAUSES[failures - 1];
  if (seconds === undefined) return null;
  const own = Math.round(seconds * 1_000 * (1 + SPREAD * spread));
  return Math.max(own, Math.min(wishedMs ?? 0, LONGEST_WISH_MS));
}
