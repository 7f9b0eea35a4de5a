import { type ClaimDraft } from '../claim-draft.js';
import { type QuoteDraft, type Range } from '../draft.js';
import { type Quote, type Span } from '../model.js';
import { WordClass } from '../languages/word-class.js';
import { type Reading } from '../reading.js';
import { cutContent } from './cut-content.js';
import { hasClass } from './has-class.js';
import { splitClauses } from './split-clauses.js';

/** Finds what can be checked: first what quotes state, then what the article says in its own voice. */
export function findClaims(reading: Reading, drafts: readonly QuoteDraft[], quotes: readonly Quote[]): ClaimDraft[] {
  const { tokens, sentences, blocks } = reading;
  const claims: ClaimDraft[] = [];
  const taken = new Uint8Array(tokens.length);
  const starts = tokens.map((token) => token.start);
  for (const [index, draft] of drafts.entries()) {
    if (!quotes[index]) continue;
    for (const span of draft.contents) {
      const range = rangeOf(span);
      taken.fill(1, range.from, range.to);
      fromQuote(range, span, draft, index);
    }
    if (draft.cue) taken.fill(2, draft.cue.from, draft.cue.to);
    if (draft.mention) taken.fill(2, draft.mention.from, draft.mention.to);
    for (const link of draft.links) {
      if (link.mention) taken.fill(2, link.cue.from, Math.max(link.cue.to, link.mention.to));
    }
  }
  for (const [index, sentence] of sentences.entries()) {
    const kind = blocks[sentence.block]?.kind;
    if (kind !== 'paragraph' && kind !== 'bullet' && kind !== 'caption' && kind !== 'turn') continue;
    let from = sentence.from;
    const quoted = taken.subarray(sentence.from, sentence.to).includes(1);
    for (let i = sentence.from; i <= sentence.to; i++) {
      if (i < sentence.to && taken[i] === 0) continue;
      if (i - from >= (quoted ? 5 : 3)) fromArticle({ from, to: i }, index, kind === 'caption', quoted);
      from = i + 1;
    }
  }
  return claims.sort((a, b) => (a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0));

  function fromQuote(range: Range, span: Span, draft: QuoteDraft, quote: number): void {
    const act = draft.cue?.sense.act ?? 'say';
    if (act === 'call') return;
    if (act === 'deny' && draft.rule === 'denied-object') {
      if (range.to - range.from > 1 || !hasClass(tokens[range.from], WordClass.determiner)) {
        claims.push({ spans: [span], range, quote, sentence: draft.sentence, rule: 'denied-content', confidence: 0.8 });
      }
      return;
    }
    for (const clause of splitClauses(reading, range)) {
      add(
        clause,
        quote,
        draft.sentence,
        clause.relative ? 'relative-clause-in-quote' : 'clause-in-quote',
        0.7,
        act === 'deny',
      );
    }
  }

  function fromArticle(range: Range, sentence: number, caption: boolean, beside: boolean): void {
    for (const clause of splitClauses(reading, range)) {
      if (beside && !hasVerb(clause)) continue;
      add(
        clause,
        null,
        sentence,
        caption ? 'caption' : clause.relative ? 'relative-clause' : 'clause',
        caption ? 0.5 : 0.65,
        false,
      );
    }
  }

  function add(
    clause: Range,
    quote: number | null,
    sentence: number,
    rule: string,
    confidence: number,
    denied: boolean,
  ): void {
    if (!denied && !isCheckable(clause, quote !== null)) return;
    let { from } = clause;
    while (
      from < clause.to - 1 &&
      hasClass(tokens[from], WordClass.contrast | WordClass.conjunction | WordClass.adverb) &&
      tokens[from]?.conjunction === 0
    )
      from++;
    const cut = cutContent(reading, from, clause.to);
    if (!cut) return;
    const first = tokens[from];
    const start =
      first && cut.start === first.start && cut.start + first.conjunction < cut.end
        ? cut.start + first.conjunction
        : cut.start;
    claims.push({
      spans: [{ start, end: cut.end }],
      range: { from, to: clause.to },
      quote,
      sentence,
      rule,
      confidence,
    });
  }

  function hasVerb(range: Range): boolean {
    for (let i = range.from; i < range.to; i++) if (hasClass(tokens[i], WordClass.verb)) return true;
    return false;
  }

  /** A statement with enough words; no question, wish or opinion. */
  function isCheckable(range: Range, quoted: boolean): boolean {
    let words = 0;
    let verb = false;
    let opinion = 0;
    let fact = false;
    for (let i = range.from; i < range.to; i++) {
      const token = tokens[i];
      if (!token) continue;
      if (token.kind === 'number') fact = true;
      if (/^[?؟]$/u.test(token.key)) return false;
      if (token.kind === 'word') words++;
      if (hasClass(token, WordClass.verb | WordClass.auxiliary)) verb = true;
      if (hasClass(token, WordClass.opinion)) opinion++;
      if (token.capital && i > range.from) fact = true;
    }
    if (words < 3) return false;
    if (!verb && !(fact && words > 3) && !(quoted && words > 4)) return false;
    return !(opinion > 0 && words < 14 && !fact) && opinion < 3;
  }

  /** Tokens that a span covers, found by halving. */
  function rangeOf(span: Span): Range {
    const at = (offset: number): number => {
      let low = 0;
      let high = starts.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((starts[middle] ?? 0) < offset) low = middle + 1;
        else high = middle;
      }
      return low;
    };
    const from = at(span.start);
    const inside = tokens[from - 1];
    return { from: inside && inside.end > span.start ? from - 1 : from, to: at(span.end) };
  }
}
