import { pauseAfterFailures } from './poll-pause.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

it.each([
  ['doubles', [1, 5 * MINUTE, null], 5 * MINUTE],
  ['doubles again', [4, 5 * MINUTE, null], 40 * MINUTE],
  ['ends at a day', [40, 5 * MINUTE, null], DAY],
  ['keeps to the interval', [1, 7 * DAY, null], 7 * DAY],
  ['gives what was asked for', [1, 5 * MINUTE, 3 * 60 * MINUTE], 180 * MINUTE],
  ['but no more than a day', [1, 5 * MINUTE, 400 * DAY], DAY],
] as const)('%s', (_what, [failures, interval, wished], pause) => {
  expect(pauseAfterFailures(failures, interval, wished)).toBe(pause);
});
