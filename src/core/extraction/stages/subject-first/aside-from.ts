import { WordClass } from '../../languages/word-class.js';
import { type Attaching } from '../attach/attaching.js';
import { hasClass } from '../has-class.js';
import { holdsVerb } from './holds-verb.js';

/** Where a reported clause ends before its sentence: "said the dam would hold, [as crowds gathered outside]". */
export function asideFrom(state: Attaching, from: number, to: number): number {
  const { tokens, language, pairOf } = state.reading;
  for (let i = from + 4; i < to - 3; i++) {
    if (tokens[i]?.key !== ',' || pairOf[i] !== -1) continue;
    const next = tokens[i + 1];
    if (!next || !holdsVerb(state.reading, i + 2, to)) continue;
    if (state.cues.some((cue) => cue.from > i)) return to;
    if (language.order.asides.has(next.key) && startsSubject(i + 2)) return i;
  }
  return to;

  function startsSubject(at: number): boolean {
    const token = tokens[at];
    if (token?.kind !== 'word') return false;
    return (
      token.capital || hasClass(token, WordClass.determiner | WordClass.group | WordClass.modifier | WordClass.pronoun)
    );
  }
}
