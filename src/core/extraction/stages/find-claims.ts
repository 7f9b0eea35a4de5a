import { type ClaimDraft } from '../claim-draft.js';
import { type QuoteDraft, type Range } from '../draft.js';
import { type Quote, type Span } from '../model.js';
import { ClaimSign } from '../languages/claim-sign.js';
import { WordClass } from '../languages/word-class.js';
import { type Reading } from '../reading.js';
import { cutContent } from './cut-content.js';
import { findDeniedContent } from './find-denied-content.js';
import { hasClass } from './has-class.js';
import { isCheckable } from './is-checkable.js';
import { isReportingWord } from './is-reporting-word.js';
import { readPredicate } from './read-predicate.js';
import { splitClauses, type Clause } from './split-clauses.js';

/** Tokens of a sentence that no quote has taken. */
const FREE = 0;
const CONTENT = 1;
const CUE = 2;
/** Words that name who is accused. */
const MOST_ACCUSED = 12;

/** Finds what can be checked: first what quotes state, then what the article says in its own voice. */
export function findClaims(
  reading: Reading,
  drafts: readonly QuoteDraft[],
  quotes: readonly Quote[],
  signs: Uint32Array,
): ClaimDraft[] {
  const { tokens, sentences, blocks } = reading;
  const predicate = readPredicate(tokens, signs);
  const claims: ClaimDraft[] = [];
  const mentionAt = new Map<number, number>();
  const taken = new Uint8Array(tokens.length);
  for (const [index, draft] of drafts.entries()) {
    if (!quotes[index]) continue;
    for (const span of draft.contents) {
      const range = rangeOf(span);
      taken.fill(CONTENT, range.from, range.to);
      fromQuote(range, span, draft, index);
    }
    if (draft.cue) taken.fill(CUE, draft.cue.from, draft.cue.to);
    if (draft.mention) {
      taken.fill(CUE, draft.mention.from, draft.mention.to);
      if (!draft.mention.pronoun) mentionAt.set(draft.mention.to, draft.mention.from);
    }
    for (const link of draft.links)
      if (link.mention) taken.fill(CUE, link.cue.from, Math.max(link.cue.to, link.mention.to));
  }
  for (const [index, sentence] of sentences.entries()) {
    const kind = blocks[sentence.block]?.kind;
    if (kind !== 'paragraph' && kind !== 'bullet' && kind !== 'caption' && kind !== 'turn') continue;
    let from = sentence.from;
    const beside = taken.subarray(sentence.from, sentence.to).some((state) => state !== FREE);
    for (let i = sentence.from; i <= sentence.to; i++) {
      if (i < sentence.to && taken[i] === FREE) continue;
      if (i - from >= (beside ? 4 : 3))
        fromArticle(
          { from: withMention(from), to: kind === 'caption' ? beforeCredit(from, i) : i },
          index,
          kind === 'caption',
          beside,
        );
      from = i + 1;
    }
  }
  return claims.sort((a, b) => (a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0));

  /** Where a relative clause follows the words for a speaker, they are its noun. */
  function withMention(from: number): number {
    const at = predicate.isComma(from) ? from + 1 : from;
    if (!predicate.has(at, ClaimSign.relative)) return from;
    return mentionAt.get(from) ?? from;
  }

  /** Who is accused stands between the cue with its subject and the content, and belongs to the claim. */
  function withAccused(draft: QuoteDraft, range: Range): Range {
    const after = Math.max(
      draft.cue?.to ?? range.from,
      draft.mention && draft.mention.from < range.from ? draft.mention.to : 0,
    );
    return after < range.from && range.from - after <= MOST_ACCUSED ? { from: after, to: range.to } : range;
  }

  /** A caption ends where its credit in brackets begins. */
  function beforeCredit(from: number, to: number): number {
    for (let i = to - 1; i >= from; i--) if (/^[(（]$/u.test(tokens[i]?.key ?? '')) return i;
    return to;
  }

  function fromQuote(range: Range, span: Span, draft: QuoteDraft, quote: number): void {
    const act = draft.cue?.sense.act ?? 'say';
    if (act === 'call') return;
    const denied = act === 'deny';
    if (denied && draft.rule === 'denied-object') {
      // «نفى الاتهامات», "denied the allegations": the noun alone is no proposition.
      if (range.to - range.from > 2 || !hasClass(tokens[range.to - 1], WordClass.allegation))
        claims.push({
          spans: [span],
          parts: [range],
          quote,
          sentence: draft.sentence,
          denied,
          rule: 'denied-content',
          confidence: 0.8,
        });
      return;
    }
    if (act === 'accuse') {
      const whole = withAccused(draft, range);
      const cut = cutContent(reading, whole.from, whole.to) ?? span;
      claims.push({
        spans: [cut],
        parts: [whole],
        quote,
        sentence: draft.sentence,
        denied,
        rule: 'accusation',
        confidence: 0.75,
      });
      return;
    }
    for (const clause of splitClauses(reading, predicate, range)) {
      const object = denied ? null : findDeniedContent(reading, predicate, clause);
      if (object)
        add({ parts: [object], relation: 'main' }, quote, draft.sentence, 'denial-in-quote', 0.7, true, false);
      else
        add(
          clause,
          quote,
          draft.sentence,
          clause.relation === 'main' ? 'clause-in-quote' : `${clause.relation}-in-quote`,
          0.7,
          denied,
          false,
        );
    }
  }

  function fromArticle(range: Range, sentence: number, caption: boolean, beside: boolean): void {
    // What follows a content and begins with a verb is a report of it that no rule has read.
    const first = predicate.isComma(range.from) ? range.from + 1 : range.from;
    if (
      taken[range.from - 1] === CONTENT &&
      predicate.isVerb(first) &&
      isReportingWord(reading.language, tokens[first]?.core ?? '')
    )
      return;
    for (const clause of splitClauses(reading, predicate, range)) {
      const rule = caption ? 'caption' : clause.relation === 'main' ? 'clause' : `${clause.relation}-clause`;
      add(clause, null, sentence, rule, caption ? 0.5 : 0.65, false, beside);
    }
  }

  function add(
    clause: Clause,
    quote: number | null,
    sentence: number,
    rule: string,
    confidence: number,
    denied: boolean,
    beside: boolean,
  ): void {
    if (
      !isCheckable(reading, predicate, clause, { quoted: quote !== null, denied, beside, caption: rule === 'caption' })
    )
      return;
    const spans: Span[] = [];
    const parts: Range[] = [];
    for (const [index, part] of clause.parts.entries()) {
      let { from } = part;
      while (
        index === 0 &&
        from < part.to - 1 &&
        ((hasClass(tokens[from], WordClass.contrast | WordClass.conjunction | WordClass.adverb) &&
          tokens[from]?.conjunction === 0 &&
          !predicate.has(from, ClaimSign.limit | ClaimSign.negation | ClaimSign.verb)) ||
          predicate.isComma(from))
      )
        from++;
      const cut = cutContent(reading, from, part.to);
      if (!cut) continue;
      const first = tokens[from];
      const start =
        first && cut.start === first.start && cut.start + first.conjunction < cut.end
          ? cut.start + first.conjunction
          : cut.start;
      spans.push({ start, end: cut.end });
      parts.push({ from, to: part.to });
    }
    if (spans.length > 0) claims.push({ spans, parts, quote, sentence, denied, rule, confidence });
  }

  /** Tokens that a span covers, found by halving. */
  function rangeOf(span: Span): Range {
    const from = at(span.start);
    const inside = tokens[from - 1];
    return { from: inside && inside.end > span.start ? from - 1 : from, to: at(span.end) };
  }

  function at(offset: number): number {
    let low = 0;
    let high = tokens.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((tokens[middle]?.start ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
