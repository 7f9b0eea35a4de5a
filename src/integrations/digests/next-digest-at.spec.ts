import { nextDigestAt } from './next-digest-at.js';

const daily = (hour: number, zone: string, now: string) =>
  nextDigestAt({ frequency: 'DAILY', hour }, zone, new Date(now)).toISOString();

it.each([
  ['Asia/Riyadh', 8, '2026-11-23T04:59:59Z', '2026-11-23T05:00:00.000Z'],
  ['Asia/Riyadh', 8, '2026-11-23T05:00:00Z', '2026-11-24T05:00:00.000Z'],
  ['Pacific/Kiritimati', 0, '2026-11-23T09:00:00Z', '2026-11-23T10:00:00.000Z'],
  ['America/New_York', 23, '2026-11-23T04:30:00Z', '2026-11-24T04:00:00.000Z'],
  ['Asia/Kolkata', 8, '2026-11-23T00:00:00Z', '2026-11-23T02:30:00.000Z'],
  // Summer begins and ends.
  ['Europe/Paris', 8, '2026-03-28T12:00:00Z', '2026-03-29T06:00:00.000Z'],
  ['Europe/Paris', 8, '2026-10-24T12:00:00Z', '2026-10-25T07:00:00.000Z'],
  // An hour that is left out, and one that comes twice.
  ['Europe/Paris', 2, '2026-03-28T12:00:00Z', '2026-03-29T01:00:00.000Z'],
  ['Europe/Paris', 2, '2026-10-24T12:00:00Z', '2026-10-25T00:00:00.000Z'],
])('in %s at %i, after %s, is at %s', (zone, hour, now, expected) => {
  expect(daily(hour, zone, now)).toBe(expected);
});

it('comes once on each day of a year, in every zone that moves its clocks', () => {
  for (const zone of ['Europe/Paris', 'Africa/Cairo', 'America/Santiago', 'Australia/Lord_Howe', 'UTC']) {
    for (const hour of [0, 2, 8, 23]) {
      let at = new Date('2026-01-01T00:00:00Z');
      let days = 0;
      while (at < new Date('2027-01-01T00:00:00Z')) {
        const next = nextDigestAt({ frequency: 'DAILY', hour }, zone, at);
        expect(next > at).toBe(true);
        at = next;
        days++;
      }
      expect(Math.abs(days - 365.5)).toBeLessThan(1.1);
    }
  }
});

it('comes at the next full hour', () => {
  const at = nextDigestAt({ frequency: 'HOURLY', hour: 0 }, 'Asia/Kolkata', new Date('2026-11-23T04:00:00.000Z'));
  expect(at.toISOString()).toBe('2026-11-23T05:00:00.000Z');
});
