import { checkSpans, overlaps } from './check-spans.js';

// The face takes two code units.
const TEXT = 'قالت 😀 نعم';
const spans = (...pairs: [number, number][]) => pairs.map(([start, end]) => ({ start, end }));

it.each([
  [[[0, 4]], null],
  [[[5, 7]], null],
  [
    [
      [0, 4],
      [8, 11],
    ],
    null,
  ],
  [[], 'at least one'],
  [[[0, 12]], 'within'],
  [[[-1, 3]], 'within'],
  [[[3, 3]], 'within'],
  [[[4, 2]], 'within'],
  [[[0, 6]], 'cut a character'],
  [[[6, 8]], 'cut a character'],
  [[[4, 5]], 'blank'],
  [
    [
      [8, 11],
      [0, 4],
    ],
    'text order',
  ],
  [
    [
      [0, 4],
      [3, 8],
    ],
    'not overlap',
  ],
] as [[number, number][], string | null][])('%j: %s', (pairs, fault) => {
  const found = checkSpans(TEXT, spans(...pairs));
  if (fault === null) expect(found).toBeNull();
  else expect(found).toContain(fault);
});

it('takes no more spans than anybody would mark', () => {
  const text = 'a '.repeat(60);
  expect(
    checkSpans(text, spans(...Array.from({ length: 51 }, (_, i): [number, number] => [2 * i, 2 * i + 1]))),
  ).toContain('at most 50');
});

it('tells what overlaps from what only touches', () => {
  expect(overlaps(spans([0, 4]), { start: 4, end: 6 })).toBe(false);
  expect(overlaps(spans([0, 4], [8, 11]), { start: 3, end: 5 })).toBe(true);
});
