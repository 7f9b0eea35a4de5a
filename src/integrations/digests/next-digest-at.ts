const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** When the next digest is due after `now`: at the next full hour, or when it is next that hour in the zone. */
export function nextDigestAt(
  { frequency, hour }: { readonly frequency: 'HOURLY' | 'DAILY'; readonly hour: number },
  timeZone: string,
  now: Date,
): Date {
  if (frequency === 'HOURLY') return new Date((Math.floor(now.getTime() / HOUR_MS) + 1) * HOUR_MS);
  const clock = wallClock(timeZone);
  const today = Math.floor(clock(now.getTime()) / DAY_MS) * DAY_MS;
  for (const days of [-1, 0, 1, 2]) {
    const at = instantOf(today + days * DAY_MS + hour * HOUR_MS, clock);
    if (at > now.getTime()) return new Date(at);
  }
  throw new Error('No hour follows');
}

/** What the zone's clocks show at an instant, as if it were UTC. */
function wallClock(timeZone: string): (instant: number) => number {
  const format = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric' },
    ...{ hour: 'numeric', minute: 'numeric', second: 'numeric' },
  });
  return (instant) => {
    const parts = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
    const { year, month, day, hour, minute, second } = parts as Record<string, number>;
    return Date.UTC(year!, month! - 1, day, hour, minute, second);
  };
}

/** When the clocks show that; an hour that the summer leaves out comes an hour later, one that comes twice the first time. */
function instantOf(shown: number, clock: (instant: number) => number): number {
  const before = shown - (clock(shown - DAY_MS) - (shown - DAY_MS));
  if (clock(before) === shown) return before;
  const after = shown - (clock(shown + DAY_MS) - (shown + DAY_MS));
  return clock(after) === shown ? after : before;
}
