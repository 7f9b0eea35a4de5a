import { pauseAfter } from './back-off.js';

it('pauses longer each time, and gives up within a day', () => {
  const pauses = Array.from({ length: 11 }, (_, i) => pauseAfter(i + 1, 1, null)!);
  expect(pauses.every((pause, i) => i === 0 || pause > pauses[i - 1]!)).toBe(true);
  const hours = pauses.reduce((sum, pause) => sum + pause, 0) / 3_600_000;
  expect(hours).toBeGreaterThan(20);
  expect(hours).toBeLessThanOrEqual(24.1);
  expect(pauseAfter(12, 0, null)).toBeNull();
});

it('spreads what failed together', () => {
  expect(pauseAfter(1, 0, null)).toBe(5_000);
  expect(pauseAfter(1, 1, null)).toBe(5_500);
});

it('waits as long as the receiver asks, where that is longer, and a day at most', () => {
  expect(pauseAfter(1, 0, 60_000)).toBe(60_000);
  expect(pauseAfter(4, 0, 60_000)).toBe(300_000);
  expect(pauseAfter(1, 0, 90 * 24 * 3_600_000)).toBe(24 * 3_600_000);
  expect(pauseAfter(12, 0, 60_000)).toBeNull();
});
