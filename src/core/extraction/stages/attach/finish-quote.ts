import { WordClass } from '../../languages/word-class.js';
import { hasClass } from '../has-class.js';
import { typeQuote } from '../type-quote.js';
import { type Attaching, type OpenQuote } from './attaching.js';
import { contentSpan } from './content-span.js';

/** Ends the open quote at token `stop`, or at its closing mark where nothing of it follows. */
export function finishQuote(state: Attaching, quote: OpenQuote, stop: number): void {
  const { reading } = state;
  const { tokens, opening } = reading;
  let to = Math.max(stop, quote.from);
  const pair = opening.get(quote.from - 1);
  if (quote.direct && pair && pair.close !== -1 && pair.close <= to) {
    // What follows the closing mark belongs to the content only where the sentence runs on without a comma.
    const next = tokens[pair.close + 1];
    const ends =
      pair.close + 1 >= to ||
      (next !== undefined &&
        (next.kind === 'punctuation' ||
          (next.conjunction > 0 && !hasClass(next, WordClass.complementiser)) ||
          hasClass(next, WordClass.conjunction | WordClass.contrast | WordClass.time | WordClass.relative)));
    if (ends || pair.close - pair.open > 25) to = pair.close;
  } else if (quote.direct && pair && pair.close === -1) to = Math.min(to, pair.inside.to);
  const aside = asideFrom(state, quote, to);
  const main = contentSpan(state, quote.from, aside, quote.skip);
  quote.draft.contents = [quote.left, main].filter((span) => span !== null);
  state.floor = to;
  if (quote.draft.contents.length > 0) {
    quote.draft.type = typeQuote(reading, quote.draft);
    state.drafts.push(quote.draft);
  }
  state.open = null;
}

/** «…، فيما بلغ عدد …»: the article goes on in its own voice. */
function asideFrom(state: Attaching, quote: OpenQuote, to: number): number {
  const { reading, after } = state;
  const { tokens } = reading;
  const { from } = quote;
  if (!after) return to;
  for (let i = from + (quote.draft.rule === 'denied-object' ? 1 : 3); i < to; i++) {
    if (
      /^(?:فيما|بينما)$/u.test(tokens[i]?.core ?? '') &&
      /^[,،؛]$/u.test(tokens[i - 1]?.key ?? '') &&
      reading.pairOf[i] === -1
    )
      return i;
    if (quote.draft.rule === 'denied-object' && reading.pairOf[i] === -1) {
      const next = tokens[i];
      if (
        next?.key === '؛' ||
        (next && next.conjunction > 0 && (hasClass(next, WordClass.verb) || reading.language.cuesOf.has(next.core)))
      )
        return i;
    }
    // «…، ووجهت نداء»: what the speaker did besides.
    const token = tokens[i];
    if (
      token &&
      token.conjunction > 0 &&
      reading.pairOf[i] === -1 &&
      /^[,،؛]$/u.test(tokens[i - 1]?.key ?? '') &&
      reading.language.attitudes?.(token.core) === true
    )
      return i;
  }
  return to;
}
