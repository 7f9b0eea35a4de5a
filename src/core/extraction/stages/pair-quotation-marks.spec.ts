import { compileLanguage } from '../languages/compile-language.js';
import { arabic } from '../languages/ar/language.js';
import { pairQuotationMarks } from './pair-quotation-marks.js';
import { tokenize } from './tokenize.js';

function pairs(text: string): (string | null)[] {
  const tokens = tokenize(text, compileLanguage(arabic));
  return pairQuotationMarks(text, tokens, { from: 0, to: tokens.length }).map((pair) =>
    pair.open === -1 || pair.close === -1 ? null : text.slice(tokens[pair.open]?.end, tokens[pair.close]?.start),
  );
}

describe('pairQuotationMarks', () => {
  it.each([
    ['قال «نعم لا» ثم مضى', ['نعم لا']],
    ['قال "نعم" و"لا"', ['نعم', 'لا']],
    ['said “yes” and ”no“', ['yes', 'no']],
    ['»أهلا بكم« قال المضيف', ['أهلا بكم']],
    ["she said 'it's done' today", ["it's done"]],
  ])('pairs %s', (text, expected) => {
    expect(pairs(text).filter((pair) => pair !== null)).toEqual(expected);
  });

  it('leaves a mark that is never closed open to the end of its paragraph', () => {
    expect(pairs('قال "لن نعود إلى ذلك')).toEqual([null]);
  });
});
