import { slugOf } from './slug.js';

describe('slugOf', () => {
  it('keeps the letters of every script and drops the marks on them', () => {
    expect(slugOf('«الجِسْر» الجـــديد: 40 مليونًا؟')).toBe('الجسر-الجديد-40-مليونا');
    expect(slugOf('Été 2026 — l’État a-t-il payé ?')).toBe('ete-2026-l-etat-a-t-il-paye');
  });

  it('ends with a whole word, and is never empty', () => {
    expect(slugOf('word '.repeat(40))).toBe(Array(16).fill('word').join('-'));
    expect(slugOf('؟!')).toBe('fact-check');
    expect(slugOf('x'.repeat(200))).toBe('fact-check');
  });
});
