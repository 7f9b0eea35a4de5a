import { type ClaimDraft } from '../claim-draft.js';
import { type QuoteDraft } from '../draft.js';
import { type Quote, type Stance } from '../model.js';
import { WordClass } from '../languages/word-class.js';
import { type Reading } from '../reading.js';
import { hasClass } from './has-class.js';

/** Says of each claim how the article stands to it; the future goes before hearsay, a denial before both. */
export function readStances(
  reading: Reading,
  claims: readonly ClaimDraft[],
  drafts: readonly QuoteDraft[],
  quotes: readonly Quote[],
): Stance[] {
  const { tokens, sentences, language } = reading;
  const deniers = new Set<string>();
  for (const [index, draft] of drafts.entries()) {
    const name = quotes[index]?.speaker?.name;
    if (draft.cue?.sense.act === 'deny' && name) deniers.add(name);
  }
  return claims.map((claim): Stance => {
    const quote = claim.quote === null ? null : (quotes[claim.quote] ?? null);
    const draft = claim.quote === null ? null : (drafts[claim.quote] ?? null);
    const seen = classesOf(claim);
    if (draft?.cue?.sense.act === 'deny') return 'DENIED';
    if (quote && deniesInside(claim)) return 'DENIED';
    if (quote && seen.negated && (deniers.has(quote.speaker?.name ?? '') || answersQuestion(draft))) return 'DENIED';
    if (seen.future) return 'PREDICTED';
    if (quote?.speaker?.kind === 'MEDIA' || seen.hearsay) return 'REPORTED';
    return 'ASSERTED';
  });

  function classesOf(claim: ClaimDraft): { future: boolean; hearsay: boolean; negated: boolean } {
    let future = false;
    let hearsay = false;
    let negated = false;
    for (let i = claim.range.from; i < claim.range.to; i++) {
      const token = tokens[i];
      if (!token) continue;
      if (hasClass(token, WordClass.future)) {
        // «قد» before a past form («قد وقعا») means "already"; before a present form it means "may".
        if (token.key !== 'قد' || /^[يتن]/u.test(tokens[i + 1]?.key ?? '')) future = true;
      }
      if (/^س[يتن]/u.test(token.core) && hasClass(token, WordClass.verb)) future = true;
      if (hasClass(token, WordClass.hearsay)) hearsay = true;
      if (
        hasClass(token, WordClass.negation) &&
        !hasClass(token, WordClass.relative | WordClass.complementiser | WordClass.preposition)
      )
        negated = true;
    }
    return { future, hearsay, negated };
  }

  /** «"ينفي النادي …"»: the speaker's own words deny. */
  function deniesInside(claim: ClaimDraft): boolean {
    for (let i = claim.range.from; i < Math.min(claim.range.to, claim.range.from + 5); i++) {
      const entries = language.cuesOf.get(tokens[i]?.core ?? '');
      if (entries?.some((entry) => entry.sense.act === 'deny' && entry.rest.length === 0 && !entry.sense.weak))
        return true;
    }
    return false;
  }

  /** «ردا على سؤال …» before the cue: a negated answer denies what was asked. */
  function answersQuestion(draft: QuoteDraft | null): boolean {
    const sentence = draft && sentences[draft.sentence];
    if (!sentence || !draft.cue) return false;
    for (let i = sentence.from; i < draft.cue.from; i++)
      if (/^(?:سؤال|question|questions|asked|interroge|interrogé|interrogée)$/u.test(tokens[i]?.key ?? '')) return true;
    return false;
  }
}
