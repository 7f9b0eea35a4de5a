import { WordClass } from '../../languages/word-class.js';
import { type Reading } from '../../reading.js';
import { hasClass } from '../has-class.js';
import { isFinite } from './is-finite.js';
import { isReportVerb } from './is-report-verb.js';

/** Whether a finite verb stands between two tokens. */
export function holdsVerb(reading: Reading, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const token = reading.tokens[i];
    if (token?.key === "'s" && hasClass(reading.tokens[i - 1], WordClass.pronoun)) return true;
    if (isFinite(token) || isReportVerb(reading, i)) return true;
  }
  return false;
}
