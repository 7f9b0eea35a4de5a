import * as fc from 'fast-check';
import { cutIntoSegments } from './cut-into-segments';

it('cuts where spans begin and end, and says whose each piece is', () => {
  const text = 'قال الوزير إن التعرفة لن ترتفع';
  expect(
    cutIntoSegments(text, [
      { id: 'claim', start: 14, end: 30 },
      { id: 'quote', start: 11, end: 30 },
      { id: 'other', start: 0, end: 14 },
    ]),
  ).toEqual([
    { start: 0, text: 'قال الوزير ', ids: ['other'] },
    { start: 11, text: 'إن ', ids: ['other', 'quote'] },
    { start: 14, text: 'التعرفة لن ترتفع', ids: ['quote', 'claim'] },
  ]);
});

it('names a subject once where its spans overlap', () => {
  const [, both] = cutIntoSegments('abcd', [
    { id: 'a', start: 0, end: 3 },
    { id: 'a', start: 1, end: 4 },
  ]);
  expect(both).toEqual({ start: 1, text: 'bc', ids: ['a'] });
});

it('leaves out what lies outside the text or is empty', () => {
  const spans = [
    { id: 'a', start: 2, end: 2 },
    { id: 'b', start: 2, end: 9 },
  ];
  expect(cutIntoSegments('text', spans)).toEqual([{ start: 0, text: 'text', ids: [] }]);
});

it('gives the text back whatever lies over it, each piece with those that cover it', () => {
  const span = fc.record({ id: fc.constantFrom('a', 'b', 'c'), start: fc.nat(40), end: fc.nat(40) });
  fc.assert(
    fc.property(fc.string({ maxLength: 40, unit: 'grapheme' }), fc.array(span, { maxLength: 8 }), (text, spans) => {
      const segments = cutIntoSegments(text, spans);
      expect(segments.map((segment) => segment.text).join('')).toBe(text);
      for (const { start, ids } of segments) {
        const over = spans.filter((each) => each.start <= start && start < each.end && each.end <= text.length);
        expect([...ids].sort()).toEqual([...new Set(over.map(({ id }) => id))].sort());
      }
    }),
  );
});
