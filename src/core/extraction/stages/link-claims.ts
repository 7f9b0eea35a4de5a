import { type ClaimDraft } from '../claim-draft.js';
import { type Claim, type Quote, type Slice, type Stance } from '../model.js';
import { WordClass } from '../languages/word-class.js';
import { type Reading } from '../reading.js';
import { hasClass } from './has-class.js';
import { type Worth } from './judge-worth.js';

const LIKE = 0.5;

/** Makes the finished claims: each with its source, its chain, its affirmative proposition and the claim that it denies. */
export function linkClaims(
  reading: Reading,
  drafts: readonly ClaimDraft[],
  stances: readonly Stance[],
  worth: readonly Worth[],
  quotes: readonly Quote[],
  signs: Uint32Array,
): Claim[] {
  const { text, tokens } = reading;
  void signs;
  const stems = drafts.map((draft) => {
    const words = new Set<string>();
    for (const part of draft.parts)
      for (let i = part.from; i < part.to; i++) {
        const token = tokens[i];
        if (
          token?.kind === 'word' &&
          token.stem.length > 2 &&
          !hasClass(token, WordClass.preposition | WordClass.conjunction | WordClass.negation | WordClass.determiner)
        )
          words.add(token.stem);
      }
    return words;
  });
  return drafts.map((draft, index): Claim => {
    const spans: Slice[] = draft.spans.map((span) => ({ ...span, text: text.slice(span.start, span.end) }));
    const quote = draft.quote === null ? null : (quotes[draft.quote] ?? null);
    const stance = stances[index] ?? 'ASSERTED';
    const { proposition, verbatim } = affirm(draft, stance);
    return {
      spans,
      speaker: quote?.speaker ?? null,
      stance,
      proposition,
      propositionIsVerbatim: verbatim,
      quote: draft.quote,
      denies: stance === 'DENIED' ? deniedBy(index) : null,
      chain: quote?.chain ?? [],
      cue: quote?.cue ?? null,
      checkWorthiness: worth[index]?.checkWorthiness ?? 0.5,
      reasons: worth[index]?.reasons ?? [],
      rule: draft.rule,
      confidence: draft.confidence,
      appearances: [],
    };
  });

  /** Takes the negation out where dropping a word does it («ليس», "not" after a form of "be"); otherwise keeps the words. */
  function affirm(draft: ClaimDraft, stance: Stance): { proposition: string; verbatim: boolean } {
    const words = draft.spans
      .map((span) => text.slice(span.start, span.end))
      .join(' ')
      .replace(/\s+/gu, ' ');
    if (stance !== 'DENIED') return { proposition: words, verbatim: false };
    for (const part of draft.parts)
      for (let i = part.from; i < part.to; i++) {
        const token = tokens[i];
        if (
          !token ||
          !hasClass(token, WordClass.negation) ||
          hasClass(token, WordClass.relative | WordClass.complementiser | WordClass.preposition)
        )
          continue;
        const droppable =
          /^(?:ليس|ليست|not)$/u.test(token.key) || (token.key === 'لا' && /^[يتن]/u.test(tokens[i + 1]?.key ?? ''));
        if (!droppable) return { proposition: words, verbatim: true };
        const raw = text.slice(token.start, token.end);
        return { proposition: words.replace(`${raw} `, '').replace(` ${raw}`, ''), verbatim: false };
      }
    return { proposition: words, verbatim: false };
  }

  /** The nearest earlier claim by another source that shares at least half of the words. */
  function deniedBy(index: number): number | null {
    const own = stems[index];
    if (!own || own.size < 2) return null;
    for (let other = index - 1; other >= Math.max(0, index - 40); other--) {
      if (stances[other] === 'DENIED') continue;
      const theirs = stems[other];
      if (!theirs || theirs.size === 0) continue;
      let shared = 0;
      for (const word of own) if (theirs.has(word)) shared++;
      if (shared / Math.min(own.size, theirs.size) >= LIKE && shared > 1) return other;
    }
    return null;
  }
}
