import { extract } from '../extract.js';

describe('linkAppearances', () => {
  it('links a headline to the claim of the body that it repeats', () => {
    const text =
      'Harbour bridge closed after storm damage\n\nThe harbour bridge was closed on Monday after storm damage to two of its pillars, the town said. Boats carried commuters across the water.\n';
    const { claims } = extract(text, { language: 'en' });
    const places = claims.flatMap((claim) => claim.appearances);
    expect(places.map((span) => text.slice(span.start, span.end))).toEqual([
      'Harbour bridge closed after storm damage',
    ]);
  });
});
