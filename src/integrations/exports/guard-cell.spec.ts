import fc from 'fast-check';
import { guardCell, unguardCell } from './guard-cell.js';

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.constantFrom(...`='+-@\t\r\n a＝"`)).map((signs) => signs.join('')),
);

it('never begins like a formula', () => {
  fc.assert(fc.property(text, (given) => !/^[=+\-@\t\r＝＋－＠]/.test(guardCell(given))));
});

it('leads back to what it was made from', () => {
  fc.assert(fc.property(text, (given) => unguardCell(guardCell(given)) === given));
});

it.each([
  ['=1+1', "'=1+1"],
  ["'=1+1", "''=1+1"],
  ["'tis", "'tis"],
  ['a=b', 'a=b'],
  ['', ''],
])('writes %s as %s', (given, cell) => {
  expect(guardCell(given)).toBe(cell);
  expect(unguardCell(cell)).toBe(given);
});
