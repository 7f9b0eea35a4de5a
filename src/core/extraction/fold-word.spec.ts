import { foldText } from './fold-text.js';
import { foldWord } from './fold-word.js';

describe('foldWord', () => {
  it.each([
    ['الأسلحة', 'الاسلحه'],
    ['قَـــالَ', 'قال'],
    ['ﻻ', 'لا'],
    ['Élysée', 'élysée'],
    ['٢٠٢١', '2021'],
    ['على', 'على'],
    ['علي', 'علي'],
  ])('folds %s', (word, folded) => expect(foldWord(word)).toBe(folded));
});

describe('foldText', () => {
  it('maps every folded code unit back to the original', () => {
    const folded = foldText('قَال');
    expect(folded.text).toBe('قال');
    expect(folded.map).toEqual([0, 2, 3, 4]);
  });
});
