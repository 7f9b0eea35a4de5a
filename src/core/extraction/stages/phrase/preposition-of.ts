import { type Token } from '../../draft.js';
import { WordClass } from '../../languages/word-class.js';
import { type Reading } from '../../reading.js';
import { hasClass } from '../has-class.js';

/** The preposition that a word is or begins with, or the empty string; «ك» and the initials of names are none. */
export function prepositionOf(reading: Reading, token: Token): string {
  const single = token.key.length === 1;
  if (single && reading.language.abbreviationSet.has(token.key)) return '';
  const alone = (hasClass(token, WordClass.preposition) && !token.article) || single;
  const preposition = token.preposition !== '' ? token.preposition : alone ? token.core : '';
  return preposition === 'ك' || preposition === 'و' ? '' : preposition;
}
