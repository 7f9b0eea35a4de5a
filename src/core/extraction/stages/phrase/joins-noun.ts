import { type Token } from '../../draft.js';
import { WordClass } from '../../languages/word-class.js';
import { hasClass } from '../has-class.js';
import { NOUNS, STOPS } from './phrase-classes.js';

/** Whether the conjunction at token `at`, alone or fused, joins a further noun to a phrase rather than a clause. */
export function joinsNoun(tokens: readonly Token[], at: number): boolean {
  const joined = tokens[at]?.key === 'و' ? tokens[at + 1] : tokens[at];
  if (joined?.kind !== 'word' || hasClass(joined, STOPS)) return false;
  if (hasClass(joined, WordClass.verb) && !hasClass(joined, NOUNS | WordClass.modifier) && !joined.article)
    return false;
  return joined.article || hasClass(joined, NOUNS | WordClass.modifier | WordClass.place);
}
