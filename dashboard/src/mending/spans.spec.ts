import * as fc from 'fast-check';
import { findNearest, fromField, splitAt, toField, trimPlace, unitePlaces } from './spans';

const text = 'قال الوزير: "لن ترتفع التعرفة"، وقال المدير إن الفاقد انخفض.\r\n😀 قال آخر.';
const place = (words: string, from = 0) => {
  const start = text.indexOf(words, from);
  return { start, end: start + words.length };
};
const wordsOf = ({ start, end }: { start: number; end: number }) => text.slice(start, end);

it('leaves out the blanks around what was selected, whichever way it was', () => {
  const { start, end } = place(' لن'.trim());
  expect(trimPlace(text, { start: end, end: start })).toEqual({ start, end });
  expect(trimPlace(text, place('\r\n'))).toBeNull();
  expect(trimPlace(text, { start: 5, end: 5 })).toBeNull();
});

it('takes a character whole', () => {
  const smile = text.indexOf('😀');
  expect(wordsOf(trimPlace(text, { start: smile + 1, end: smile + 6 })!)).toBe('😀 قال');
});

it('makes one of places with nothing but blanks between them', () => {
  const [a, b] = [place('لن'), place('ترتفع')];
  expect(unitePlaces(text, [b, a])).toEqual([{ start: a.start, end: b.end }]);
  expect(unitePlaces(text, [place('لن'), place('التعرفة')])).toHaveLength(2);
});

it('splits a place before, within and after what is selected', () => {
  const whole = place('لن ترتفع التعرفة"، وقال المدير');
  const parts = splitAt(text, [whole], place('وقال المدير'));
  expect(parts.map((part) => part.map(wordsOf))).toEqual([['لن ترتفع التعرفة"،'], ['وقال المدير']]);
  expect(splitAt(text, [whole], place('ترتفع')).map((part) => part.map(wordsOf))).toEqual([
    ['لن'],
    ['ترتفع'],
    ['التعرفة"، وقال المدير'],
  ]);
});

it('finds words where they stand nearest, whole rather than part of another', () => {
  const quote = place('لن ترتفع التعرفة');
  expect(findNearest(text, ' قال ', [quote])).toEqual(place('قال'));
  expect(findNearest(text, 'وقال', [quote])).toEqual(place('وقال'));
  expect(findNearest(text, 'ترتفع', [quote])).toBeNull();
  expect(findNearest(text, '', [quote])).toBeNull();
});

it('keeps offsets true over the line ends of a field', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', '\r\n', '\n', 'ب')), fc.nat(30), (pieces, at) => {
      const original = pieces.join('');
      const shown = original.replaceAll('\r\n', '\n');
      const offset = Math.min(at, shown.length);
      const back = fromField(original, offset);
      expect(original.slice(0, back).replaceAll('\r\n', '\n')).toBe(shown.slice(0, offset));
      expect(toField(original, back)).toBe(offset);
    }),
  );
});
