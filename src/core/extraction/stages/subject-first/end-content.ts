import { WordClass } from '../../languages/word-class.js';
import { type Attaching } from '../attach/attaching.js';
import { cutContent } from '../cut-content.js';
import { hasClass } from '../has-class.js';
import { asideFrom } from './aside-from.js';
import { typeQuote } from '../type-quote.js';

/** Ends the open content at token `stop`, or at its closing mark where the sentence does not run on with it. */
export function endContent(state: Attaching, stop: number): void {
  const { open, reading } = state;
  if (!open) return;
  const { tokens, opening } = reading;
  let to = Math.max(stop, open.from);
  const pair = opening.get(open.from - 1);
  if (open.direct && pair && pair.close !== -1 && pair.close <= to) {
    const next = tokens[pair.close + 1];
    const ends =
      pair.close + 1 >= to ||
      next === undefined ||
      (next.kind === 'punctuation' && !opening.has(pair.close + 2)) ||
      (hasClass(next, WordClass.conjunction)
        ? !continues(pair.close + 2)
        : hasClass(
            next,
            WordClass.contrast |
              WordClass.time |
              WordClass.relative |
              WordClass.preposition |
              WordClass.determiner |
              WordClass.pronoun,
          ));
    if (ends || pair.close - pair.open > 25) to = pair.close;
  } else if (open.direct && pair && pair.close === -1) to = Math.min(to, pair.inside.to);
  if (open.draft.rule === 'denied-object' || open.draft.rule === 'object-after-cue') to = Math.min(to, objectEnd());
  // «…, et [a ajouté]», "… but [he denied]": the joint belongs to neither content.
  while (
    to > open.from + 1 &&
    to < state.sentence.to &&
    hasClass(tokens[to - 1], WordClass.conjunction | WordClass.contrast)
  )
    to--;
  const main = cutContent(reading, open.from, open.direct ? to : asideFrom(state, open.from, to));
  open.draft.contents = [open.left, main].filter((span) => span !== null);
  state.floor = to;
  state.open = null;
  if (open.draft.contents.length === 0) return;
  // Two spans are one verbatim utterance only where marks enclose them.
  open.draft.type = typeQuote(reading, open.direct || !main ? open.draft : { ...open.draft, contents: [main] });
  state.drafts.push(open.draft);

  /** A noun phrase ends before a colon, a relative clause set off by a comma, or a participle that goes on with the subject. */
  function objectEnd(): number {
    const from = open?.from ?? 0;
    for (let i = from + 1; i < to - 1; i++) {
      const token = tokens[i];
      if (reading.pairOf[i] !== -1) continue;
      if (token?.key === ':' || token?.key === ';') return i;
      const next = tokens[i + 1];
      const participle = reading.language.order.participles.test(next?.key ?? '') && next?.capital === false;
      if (token?.key === ',' && (participle || hasClass(next, WordClass.relative))) return i;
      if (participle && hasClass(token, WordClass.conjunction) && reading.language.cuesOf.has(next?.key ?? ''))
        return i;
    }
    return to;
  }

  /** «"A" et que B», «"A" et "B"». */
  function continues(at: number): boolean {
    return hasClass(tokens[at], WordClass.complementiser) || opening.has(at);
  }
}
