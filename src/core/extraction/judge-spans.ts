import { type ClaimDraft } from './claim-draft.js';
import { type Range, type Token } from './draft.js';
import { compileLanguage } from './languages/compile-language.js';
import { type Span, type Stance, type WorthReason } from './model.js';
import { affirmClaim } from './stages/affirm-claim.js';
import { identifyLanguage } from './stages/identify-language.js';
import { judgeWorth } from './stages/judge-worth.js';
import { readSigns } from './stages/read-signs.js';
import { readStructure } from './stages/read-structure.js';

export interface SpansAsked {
  /** In text order, within the text, each with at least one code unit. */
  readonly spans: readonly Span[];
  readonly stance: Stance;
  /** Whether a quote states it, or it stands in the article's own voice. */
  readonly attributed: boolean;
  /** ISO 639-1; identified from the text where it is not given. */
  readonly language?: string;
}

export interface SpansJudged {
  readonly checkWorthiness: number;
  readonly reasons: readonly WorthReason[];
  /** The affirmative sentence under discussion. */
  readonly proposition: string;
  /** True where a negation could not be taken out: the proposition is then the spans as they stand. */
  readonly propositionIsVerbatim: boolean;
}

/** Judges a stretch of an article that a person marked as a claim, just as one that was found is judged. */
export function judgeSpans(text: string, { spans, stance, attributed, language: given }: SpansAsked): SpansJudged {
  const language = compileLanguage(identifyLanguage(text, given).language);
  const reading = { ...readStructure(text, language), cues: [] };
  const { tokens } = reading;
  const draft: ClaimDraft = {
    spans,
    parts: spans.map((span) => tokensIn(tokens, span)),
    quote: attributed ? 0 : null,
    sentence: 0,
    denied: stance === 'DENIED',
    rule: 'person',
    confidence: 1,
  };
  const signs = readSigns(tokens, language);
  const [worth] = judgeWorth(reading, [draft], [stance], signs);
  const plain = spans
    .map((span) => text.slice(span.start, span.end))
    .join(' ')
    .replace(/\s+/gu, ' ')
    .trim();
  const affirmed = stance === 'DENIED' ? affirmClaim(reading, draft, signs) : null;
  return {
    checkWorthiness: worth?.checkWorthiness ?? 0,
    reasons: worth?.reasons ?? [],
    proposition: affirmed?.proposition ?? plain,
    propositionIsVerbatim: affirmed?.verbatim ?? false,
  };
}

function tokensIn(tokens: readonly Token[], { start, end }: Span): Range {
  const from = tokens.findIndex((token) => token.end > start);
  if (from === -1) return { from: tokens.length, to: tokens.length };
  let to = from;
  while (to < tokens.length && (tokens[to]?.start ?? end) < end) to++;
  return { from, to };
}
