import { type QuoteDraft } from '../draft.js';
import { type QuoteType } from '../model.js';
import { WordClass } from '../languages/word-class.js';
import { type Reading } from '../reading.js';
import { hasClass } from './has-class.js';

const NAMERS = WordClass.media | WordClass.organization | WordClass.document | WordClass.place;

/** DIRECT when marks or a colon enclose the whole content, MIXED when they enclose words of it, INDIRECT otherwise. */
export function typeQuote(reading: Reading, draft: QuoteDraft): QuoteType {
  const { tokens, text } = reading;
  const pairs = reading.blockPairs[reading.sentences[draft.sentence]?.block ?? 0] ?? [];
  if (draft.rule === 'colon-after-cue' || draft.contents.length > 1) return 'DIRECT';
  const [content] = draft.contents;
  if (!content) return 'INDIRECT';
  const before = text.slice(Math.max(0, content.start - 3), content.start);
  if (/["“”«»„‟‹]\s*$/u.test(before) || /(?<!\p{L})['‘’]$/u.test(before)) {
    const around = pairs.find(
      (pair) => pair.open !== -1 && Math.abs((tokens[pair.open]?.end ?? -9) - content.start) <= 3,
    );
    if (!around || around.close === -1 || (tokens[around.close]?.start ?? 0) >= content.end - 1) return 'DIRECT';
    return 'MIXED';
  }
  for (const pair of pairs) {
    const open = tokens[pair.open];
    if (!open || open.start < content.start || open.start >= content.end) continue;
    const words = tokens.slice(pair.inside.from, pair.inside.to).filter((token) => token.kind === 'word');
    const namer = tokens[pair.open - 1];
    const named = words.length < 4 && (hasClass(namer, NAMERS) || words.every((word) => word.capital));
    if (words.length > 0 && !named && (words.length > 1 || pair.close === -1)) return 'MIXED';
  }
  return 'INDIRECT';
}
