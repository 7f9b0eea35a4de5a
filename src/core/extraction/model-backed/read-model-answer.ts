import { checkSpans, overlaps } from '../check-spans.js';
import { type Claim, type Quote, type Slice, type Speaker } from '../model.js';
import { locateWords } from './locate-words.js';
import { type ModelAnswer, type ModelClaim, type ModelQuote } from './model-answer.js';
import { type ArticlePart } from './model-request.js';

/** The rule that an item of a model names; how far it can be trusted shows in what people do with its items. */
export const MODEL_RULE = 'model';
const CONFIDENCE = 0.5;

export interface ModelItems {
  readonly quotes: readonly Quote[];
  readonly claims: readonly Claim[];
}

/**
 * The items of an answer whose every word was found in the text. `text` is the whole article, in which a speaker's name may
 * stand elsewhere than in the part. An item whose content is not in the part is dropped; a cue or mention that is not is
 * left out, and so is a speaker whom the article does not name.
 */
export function readModelAnswer(text: string, part: ArticlePart, answer: ModelAnswer): ModelItems {
  const whole = { start: 0, text };
  return {
    quotes: answer.quotes.flatMap((quote) => readQuote(whole, part, quote) ?? []),
    claims: answer.claims.flatMap((claim) => readClaim(whole, part, claim) ?? []),
  };
}

function readQuote(whole: ArticlePart, part: ArticlePart, item: ModelQuote): Quote | null {
  const spans = locateContent(whole, part, item.content);
  if (!spans) return null;
  const near = spans[0]!.start;
  const beside = (words: string | null | undefined) => {
    const found = words ? locateWords(part, words, near) : null;
    return found && !overlaps(spans, found) ? found : null;
  };
  const cue = beside(item.cue);
  const mention = beside(item.mention);
  const speaker: Speaker | null =
    item.speaker && locateWords(whole, item.speaker.name) ? { ...item.speaker, mention } : null;
  // Without somebody who says it there is no attribution, whatever the marks.
  if (!speaker) return null;
  return {
    ...{ type: item.type, spans, speaker, cue, origin: 'MODEL', rule: MODEL_RULE, confidence: CONFIDENCE },
    chain: [{ speaker, cue, stance: speaker.kind === 'MEDIA' ? 'REPORTED' : 'ASSERTED' }],
    appearances: [],
  };
}

function readClaim(whole: ArticlePart, part: ArticlePart, item: ModelClaim): Claim | null {
  const spans = locateContent(whole, part, item.content);
  if (!spans) return null;
  return {
    ...{ spans, speaker: null, stance: item.stance, origin: 'MODEL', rule: MODEL_RULE, confidence: CONFIDENCE },
    proposition: spans
      .map((span) => span.text)
      .join(' ')
      .replace(/\s+/gu, ' '),
    // Nobody has taken the negation out of it.
    propositionIsVerbatim: item.stance === 'DENIED',
    ...{ quote: null, denies: null, chain: [], cue: null, appearances: [] },
    ...{ checkWorthiness: item.checkWorthiness, reasons: [] },
  };
}

/** All pieces of an item, or null: an item of which a piece is not there says something else than the text. */
function locateContent(whole: ArticlePart, part: ArticlePart, content: readonly string[]): Slice[] | null {
  const spans: Slice[] = [];
  for (const words of content) {
    const found = locateWords(part, words, spans.at(-1)?.end);
    if (!found) return null;
    spans.push(found);
  }
  spans.sort((a, b) => a.start - b.start);
  return checkSpans(whole.text, spans) === null ? spans : null;
}
