import { type CueHit } from '../../draft.js';
import { WordClass } from '../../languages/word-class.js';
import { hasClass } from '../has-class.js';
import { type Attaching } from './attaching.js';

/** "said prices rose", "told the court he knew": past an audience, where the reported clause begins. */
export function clauseAfter(state: Attaching, cue: CueHit): number {
  const { reading, sentence } = state;
  const { tokens } = reading;
  const next = tokens[cue.to];
  if (!next || next.kind === 'punctuation' || cue.to >= sentence.to) return -1;
  if (!cue.sense.prepositions.includes('@'))
    return hasClass(next, WordClass.preposition) && !next.capital ? -1 : cue.to;
  for (let i = cue.to + 1; i < Math.min(sentence.to, cue.to + 9); i++) {
    if (hasClass(tokens[i], WordClass.pronoun) || (i > cue.to + 1 && hasClass(tokens[i], WordClass.determiner)))
      return i;
  }
  return -1;
}
