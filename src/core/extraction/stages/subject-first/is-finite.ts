import { type Token } from '../../draft.js';
import { WordClass } from '../../languages/word-class.js';
import { hasClass } from '../has-class.js';

const NOUNS =
  WordClass.determiner |
  WordClass.noun |
  WordClass.role |
  WordClass.organization |
  WordClass.document |
  WordClass.group;

/** Whether a word is, as far as the lexicon can tell, a finite verb. */
export function isFinite(token: Token | undefined): boolean {
  return hasClass(token, WordClass.verb | WordClass.auxiliary) && !hasClass(token, NOUNS | WordClass.preposition);
}
