import { type Token } from '../../draft.js';
import { WordClass } from '../../languages/word-class.js';
import { hasClass } from '../has-class.js';

/** Takes punctuation, a conjunction or a preposition left hanging off the end of a phrase: «مسؤول في» becomes «مسؤول». */
export function trimEnd(tokens: readonly Token[], from: number, to: number): number {
  let end = to;
  for (; end > from; end--) {
    const last = tokens[end - 1];
    const small = hasClass(last, WordClass.preposition) && last?.article === false && last.preposition === '';
    if (last?.kind !== 'punctuation' && last?.key !== 'و' && !(small && end - 1 > from)) break;
  }
  return end;
}
