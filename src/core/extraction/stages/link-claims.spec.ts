import { extract } from '../extract.js';

describe('linkClaims', () => {
  it('links a denial to what it denies and says what is under discussion', () => {
    const text = [
      'Harbour news of the week in short for all readers',
      'The company reportedly sold the old pier to a foreign bank.',
      'Asked about the reports, manager Ann Lowell said: "The company never sold the old pier to a foreign bank."',
    ].join('\n\n');
    const { claims } = extract(text, { language: 'en' });
    const denial = claims.find((claim) => claim.stance === 'DENIED');
    expect(denial?.speaker?.name).toBe('Ann Lowell');
    expect(denial?.proposition).not.toMatch(/never/u);
    expect(claims[denial?.denies ?? -1]?.stance).toBe('REPORTED');
  });

  it('gives a claim of a quote its speaker, its cue and the quote', () => {
    const { claims, quotes } = extract('Ann Lowell said that the pier opened in 1907.', { language: 'en' });
    expect(claims[0]?.quote).toBe(0);
    expect(claims[0]?.speaker).toEqual(quotes[0]?.speaker);
    expect(claims[0]?.cue?.text).toBe('said');
  });
});
