import { type CueHit } from '../../draft.js';
import { WordClass } from '../../languages/word-class.js';
import { hasClass } from '../has-class.js';
import { readSubjectAfter } from '../phrase/read-subject-after.js';
import { typeQuote } from '../type-quote.js';
import { type Attaching } from './attaching.js';
import { clauseStart } from './clause-start.js';
import { contentSpan } from './content-span.js';
import { finishQuote } from './finish-quote.js';
import { goOn } from './go-on.js';
import { startDraft } from './start-draft.js';

/** Gives a source phrase («وفقا لـ», "according to") the content before or after it. */
export function attachAccording(state: Attaching, cue: CueHit, next: CueHit | undefined, index: number): void {
  const { reading, sentence, after } = state;
  const { tokens, opening } = reading;
  const fused = next && !next.quoted && next.from <= cue.to + 1 && next.sense.form === 'verb' && after ? next : null;
  let from = fused ? fused.to : cue.to;
  const clause = after && /ما$/u.test(tokens[cue.to - 1]?.key ?? '') && !fused;
  if (after && (clause || hasClass(tokens[from], WordClass.verb)) && tokens[from]?.article === false) from++;
  const mention = readSubjectAfter(reading, from, sentence.to, false, fused ? 0 : cue.lead, !fused && !clause);
  if (!mention) {
    if (state.open) finishQuote(state, state.open, cue.from);
    return;
  }
  const hit: CueHit = fused ? { ...fused, sense: cue.sense } : cue;
  const last = state.drafts.at(-1);
  if (state.open) {
    state.open.draft.links.push({ mention, cue: hit });
    finishQuote(state, state.open, cue.from);
    state.floor = mention.to;
    return;
  }
  const start = clauseStart(state, cue.from, state.floor);
  if (start > sentence.from + 2 && start > state.floor) {
    const span = contentSpan(state, state.floor, start, 0);
    if (!span) return;
    const draft = startDraft(state, hit, mention, 'content-before-source', 0.85);
    draft.contents = [span];
    draft.type = typeQuote(reading, draft);
    state.drafts.push(draft);
    state.floor = mention.to;
    goOn(state, draft, index);
  } else if (last && last.sentence === hit.sentence) {
    last.links.push({ mention, cue: hit });
    state.floor = mention.to;
  } else {
    const begin = contentAfterSource(state, mention.to);
    if (begin === -1) return;
    state.open = {
      draft: startDraft(state, hit, mention, 'content-after-source', 0.85),
      from: begin,
      skip: 0,
      direct: opening.has(begin - 1),
      left: null,
    };
  }
}

/** «وفقا لزيد سالم، مدير المركز، فإن [...]»: after «فإن» where there is one, else after the first comma. */
function contentAfterSource(state: Attaching, from: number): number {
  const { reading, sentence, after } = state;
  const { tokens, opening } = reading;
  let comma = -1;
  for (let i = from; i < Math.min(sentence.to, from + 30); i++) {
    const token = tokens[i];
    if (token && /^[,،:]$/u.test(token.key) && comma === -1) comma = i + 1;
    if (
      after &&
      token &&
      hasClass(token, WordClass.complementiser) &&
      /^(?:فان|ان)/u.test(token.key) &&
      (token.key.startsWith('فان') || i <= from + 1)
    )
      return i + 1;
    if (token && token.conjunction > 0 && token.key === 'فقد') return i + 1;
    if (comma !== -1 && i - comma > 14) break;
  }
  if (comma !== -1) return opening.has(comma) ? comma + 1 : comma;
  return from + 1 < sentence.to && after ? from : -1;
}
