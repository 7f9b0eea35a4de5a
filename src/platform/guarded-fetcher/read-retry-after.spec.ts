import { readRetryAfter } from './read-retry-after.js';

it.each([
  ['120', 120_000],
  ['Mon, 23 Nov 2026 10:00:30 GMT', 30_000],
  ['Mon, 23 Nov 2026 09:00:00 GMT', 0],
  ['soon', null],
  [null, null],
])('reads Retry-After: %s', (header, expected) => {
  expect(readRetryAfter(header, new Date('2026-11-23T10:00:00Z'))).toBe(expected);
});
