import { visibleLength } from './visible-length.js';

describe('visibleLength', () => {
  it.each([
    ['', 0],
    [' \n\t ', 0],
    ['\u200f\u200b\u2060', 0],
    ['abc', 3],
    ['  a \n\n b  ', 3],
    ['\u200fمرحبا\u200f', 5],
    ['مُحَرَّف', 4],
    ['e\u0301té', 3],
    ['😀😀', 2],
  ])('of %j is %i', (text, length) => {
    expect(visibleLength(text)).toBe(length);
  });
});
