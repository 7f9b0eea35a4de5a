import fc from 'fast-check';
import { compareTexts } from './compare-texts.js';

describe('compareTexts', () => {
  it('gives both texts back', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), fc.string({ maxLength: 80 }), (before, after) => {
        const parts = compareTexts(before, after)!;
        const without = (kind: string) => parts.filter((part) => part.kind !== kind).map(({ text }) => text);
        expect([without('ADDED').join(''), without('REMOVED').join('')]).toEqual([before, after]);
      }),
    );
  });

  it('gives up on texts that are too long or too unlike', () => {
    expect(compareTexts('a'.repeat(200_001), 'b'.repeat(200_000))).toBeNull();
    const words = (letter: string) => Array.from({ length: 5_000 }, (_, i) => `${letter}${i}`).join(' ');
    expect(compareTexts(words('a'), words('b'))).toBeNull();
  });
});
