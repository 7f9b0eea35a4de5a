import { type Token } from '../../draft.js';
import { WordClass } from '../../languages/word-class.js';
import { type Reading } from '../../reading.js';
import { hasClass } from '../has-class.js';

/** Whether a word is a given name. «آن» and «أن» fold alike: only the one with madda is a name. */
export function isGivenName(reading: Reading, token: Token): boolean {
  if (token.article || token.preposition !== '' || !reading.language.givenNameSet.has(token.core)) return false;
  // «على» folds like «علي»: the preposition ends in an undotted letter.
  if (hasClass(token, WordClass.preposition) && reading.text[token.end - 1] === 'ى') return false;
  // «وطالب» reports.
  if (token.conjunction > 0 && reading.language.cuesOf.has(token.core)) return false;
  return !hasClass(token, WordClass.complementiser | WordClass.pronoun) || reading.text[token.start] === 'آ';
}
