import { foldForSearch } from './fold-for-search.js';

it.each([
  ['Élise Œuvré', 'elise œuvre'],
  ['E\u0301lise', 'elise'],
  ['İstanbul Żółw', 'istanbul zołw'],
  ['الأسلحة', 'الاسلحه'],
  ['رئيس مسؤول', 'رئيس مسؤول'],
])('folds %j to %j', (text, folded) => {
  expect(foldForSearch(text)).toBe(folded);
});

it('folds what is folded to itself', () => {
  for (const text of ['Élise dit: «où?»', 'قال الوزير إنّ الأسلحة', 'Ångström ﷺ ﬁn']) {
    expect(foldForSearch(foldForSearch(text))).toBe(foldForSearch(text));
  }
});
