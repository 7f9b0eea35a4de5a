import { type Range, type Token } from '../draft.js';
import { WordClass } from '../languages/word-class.js';
import { hasClass } from './has-class.js';

const FURTHEST = 14;
const ENDS =
  WordClass.verb |
  WordClass.complementiser |
  WordClass.relative |
  WordClass.preposition |
  WordClass.role |
  WordClass.negation |
  WordClass.pronoun;

/**
 * Where a paragraph begins after the place, date and agency before its first sentence: «بغداد 15-7 (ا ف ب) - [أعلن …]»,
 * «القاهرة 3 مايو [أكد …]». The paragraph's start where there is no dateline.
 */
export function pastDateline(tokens: readonly Token[], block: Range): number {
  const place = hasClass(tokens[block.from], WordClass.place);
  let agency = false;
  let dated = false;
  let end = block.from;
  let depth = 0;
  for (let i = block.from; i < Math.min(block.to, block.from + FURTHEST); i++) {
    const token = tokens[i];
    if (!token) break;
    const { key } = token;
    if (key === '(') depth++;
    else if (key === ')') depth--;
    else if (depth === 0 && i > block.from && (key === '' || /^[-–—ـ]$/u.test(key)) && isSpaced(i)) end = i + 1;
    else if (token.kind === 'number') dated = true;
    else if (token.kind === 'mark' || (token.kind === 'punctuation' && !/^[-–—/،,.:]$/u.test(key))) break;
    else if (token.kind === 'word') {
      if (depth > 0 || hasClass(token, WordClass.media)) agency = true;
      // «غزة 3 مايو كشفت»: the month ends it.
      if (dated && place && depth === 0 && hasClass(token, WordClass.time)) end = Math.max(end, i + 1);
      else if (depth === 0 && hasClass(token, ENDS) && !hasClass(token, WordClass.media | WordClass.place)) break;
    }
  }
  return end > block.from && end < block.to - 3 && (place || agency) && (agency || dated) ? end : block.from;

  /** No hyphen inside a word or a date. */
  function isSpaced(at: number): boolean {
    const token = tokens[at];
    return tokens[at - 1]?.key === ')' || (tokens[at - 1]?.end ?? 0) < (token?.start ?? 0);
  }
}
