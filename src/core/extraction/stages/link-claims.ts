import { type ClaimDraft } from '../claim-draft.js';
import { type Claim, type Quote, type Slice, type Span, type Stance } from '../model.js';
import { type Reading } from '../reading.js';
import { affirmClaim } from './affirm-claim.js';
import { type Worth } from './judge-worth.js';
import { stemsOf } from './stems-of.js';

/** Share of the words that a denied claim and what it denies have in common. */
const LIKE = 0.5;
/** Claims before and after among which the denied one is looked for. */
const WINDOW = 40;

/** Makes the finished claims: each with its source, its chain, its affirmative proposition and the claim that it denies. */
export function linkClaims(
  reading: Reading,
  drafts: readonly ClaimDraft[],
  stances: readonly Stance[],
  worth: readonly Worth[],
  quotes: readonly Quote[],
  signs: Uint32Array,
  appearances: readonly (readonly Span[])[],
): Claim[] {
  const { text, tokens } = reading;
  const denying = stances.includes('DENIED');
  const stems = denying ? drafts.map((draft) => stemsOf(tokens, draft.parts)) : [];
  const sourceOf = (index: number): string | null => {
    const quote = drafts[index]?.quote ?? null;
    return quote === null ? null : (quotes[quote]?.speaker?.name ?? '');
  };
  return drafts.map((draft, index): Claim => {
    const spans: Slice[] = draft.spans.map((span) => ({ ...span, text: text.slice(span.start, span.end) }));
    const quote = draft.quote === null ? null : (quotes[draft.quote] ?? null);
    const stance = stances[index] ?? 'ASSERTED';
    const affirmed = stance === 'DENIED' ? affirmClaim(reading, draft, signs) : null;
    return {
      spans,
      speaker: quote?.speaker ?? null,
      stance,
      proposition:
        affirmed?.proposition ??
        spans
          .map((span) => span.text)
          .join(' ')
          .replace(/\s+/gu, ' '),
      propositionIsVerbatim: affirmed?.verbatim ?? false,
      quote: draft.quote,
      denies: stance === 'DENIED' ? deniedBy(index) : null,
      chain: quote?.chain ?? [],
      cue: quote?.cue ?? null,
      checkWorthiness: worth[index]?.checkWorthiness ?? 0.5,
      reasons: worth[index]?.reasons ?? [],
      origin: 'RULES',
      rule: draft.rule,
      confidence: draft.confidence,
      appearances: appearances[index] ?? [],
    };
  });

  /** The claim of another source near by that shares most words with the denied one; hearsay before plain statements. */
  function deniedBy(index: number): number | null {
    const own = stems[index];
    if (!own || own.size < 2) return null;
    const source = sourceOf(index);
    let best: number | null = null;
    let most = 0;
    for (let other = Math.max(0, index - WINDOW); other < Math.min(drafts.length, index + WINDOW); other++) {
      const theirs = stems[other];
      if (
        other === index ||
        stances[other] === 'DENIED' ||
        drafts[other]?.rule === 'caption' ||
        !theirs ||
        theirs.size === 0
      )
        continue;
      if (source !== null && sourceOf(other) === source) continue;
      let shared = 0;
      for (const word of own) if (theirs.has(word)) shared++;
      if (shared < 2 || shared / Math.min(own.size, theirs.size) < LIKE) continue;
      const weight = shared + (stances[other] === 'REPORTED' ? 1 : 0) + (other < index ? 0.5 : 0);
      if (weight > most) {
        best = other;
        most = weight;
      }
    }
    return best;
  }
}
