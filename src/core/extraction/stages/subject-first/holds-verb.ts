import { WordClass } from '../../languages/word-class.js';
import { type Reading } from '../../reading.js';
import { hasClass } from '../has-class.js';
import { isFinite } from './is-finite.js';

/** Whether a finite verb stands between two tokens. */
export function holdsVerb(reading: Reading, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const token = reading.tokens[i];
    if (token?.key === "'s" && hasClass(reading.tokens[i - 1], WordClass.pronoun)) return true;
    if (isFinite(token) || (token && reading.language.cuesOf.get(token.key)?.[0]?.sense.form === 'verb')) return true;
  }
  return false;
}
