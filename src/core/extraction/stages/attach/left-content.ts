import { type CueHit } from '../../draft.js';
import { WordClass } from '../../languages/word-class.js';
import { type Span } from '../../model.js';
import { cutContent } from '../cut-content.js';
import { hasClass } from '../has-class.js';
import { type Attaching } from './attaching.js';

/** A content to the left: in marks, in marks never closed, after «A، وقال …» in the first person, or before a comma. */
export function leftContent(state: Attaching, cue: CueHit, clause: number, marks: boolean, plain = false): Span | null {
  const { reading, sentence, after } = state;
  const { tokens, closing } = reading;
  let end = clause;
  while (end > state.floor && tokens[end - 1]?.kind === 'punctuation') end--;
  const pair = closing.get(end - 1);
  if (pair && pair.open >= state.floor && marks) {
    const lead = tokens.slice(state.floor, pair.open).some((token) => token.kind === 'word');
    if (!lead) return cutContent(reading, pair.open + 1, pair.close);
    if (plain && !after) return cutContent(reading, state.floor, pair.close + 1);
    return pair.close - pair.open > 3 ? cutContent(reading, pair.open + 1, pair.close) : null;
  }
  const unclosed = (reading.blockPairs[sentence.block] ?? []).find(
    (other) => other.close === -1 && other.open >= state.floor && other.open < clause && other.inside.to >= clause - 1,
  );
  if (unclosed) return cutContent(reading, unclosed.open + 1, clause);
  const words = tokens.slice(state.floor, clause);
  if (
    after &&
    !plain &&
    words.length > 4 &&
    words.some((token) => hasClass(token, WordClass.firstPerson)) &&
    ((tokens[cue.from]?.conjunction ?? 0) > 0 || tokens[cue.from - 1]?.key === 'و')
  ) {
    return cutContent(reading, state.floor, clause);
  }
  if (!plain || clause <= state.floor + 1) return null;
  const comma = /^[,،]$/u.test(tokens[end]?.key ?? '') && end < cue.from;
  return comma && words.length > 3 ? cutContent(reading, state.floor, clause) : null;
}
