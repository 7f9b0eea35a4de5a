import { WordClass } from '../../languages/word-class.js';
import { type Reading } from '../../reading.js';
import { hasClass } from '../has-class.js';
import { isGivenName } from './is-given-name.js';

const ENDS =
  WordClass.complementiser |
  WordClass.relative |
  WordClass.negation |
  WordClass.contrast |
  WordClass.auxiliary |
  WordClass.pronoun |
  WordClass.verb;

/**
 * The last token of a punctuation that a phrase runs on over, or -1: a hyphen inside a name, the stop of «د.», and,
 * where `bracket` allows, a bracket in the middle («مسؤول المكتب (التابع للحزب) في لندن»).
 */
export function passPunctuation(reading: Reading, from: number, at: number, limit: number, bracket: boolean): number {
  const { tokens, language } = reading;
  const token = tokens[at];
  const before = tokens[at - 1];
  if (!token) return -1;
  if (token.key === '-' && before?.end === token.start && tokens[at + 1]?.start === token.end) return at;
  if (token.key === '.' && at > from && language.abbreviationSet.has(before?.key ?? '')) return at;
  if (token.key !== '(' || !bracket) return -1;
  for (let close = at + 1; close < Math.min(limit - 1, at + 10); close++) {
    if (tokens[close]?.key !== ')') continue;
    const next = tokens[close + 1];
    if (next?.kind !== 'word' || (hasClass(next, ENDS) && !isGivenName(reading, next))) return -1;
    return close;
  }
  return -1;
}
