import { WordClass } from '../../languages/word-class.js';
import { hasClass } from '../has-class.js';
import { type Attaching } from './attaching.js';
import { concedes } from './concedes.js';

/** Where the reporting clause begins: before its subject, and before «لكن», "but" or a comma in front of that. */
export function clauseStart(state: Attaching, from: number, least: number): number {
  const { reading } = state;
  const { tokens } = reading;
  let at = from;
  while (
    at > least &&
    hasClass(tokens[at - 1], WordClass.contrast | WordClass.conjunction | WordClass.auxiliary | WordClass.adverb) &&
    tokens[at - 1]?.kind === 'word'
  )
    at--;
  // «a-t-il assuré»: the auxiliary hangs before the pronoun.
  while (at - 2 > least && tokens[at - 1]?.key === '-' && tokens[at - 1]?.end === tokens[at]?.start) at -= 2;
  if (concedes(state, at) > least) at = concedes(state, at);
  while (at > least && hasClass(tokens[at - 1], WordClass.relative)) at--;
  while (at > least && /^[,،؛;–—-]$/u.test(tokens[at - 1]?.key ?? '')) at--;
  return at;
}
