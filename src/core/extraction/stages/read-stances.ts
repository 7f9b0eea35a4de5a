import { type ClaimDraft } from '../claim-draft.js';
import { type QuoteDraft } from '../draft.js';
import { type Quote, type Stance } from '../model.js';
import { ClaimSign } from '../languages/claim-sign.js';
import { WordClass } from '../languages/word-class.js';
import { type Reading } from '../reading.js';
import { hasClass } from './has-class.js';
import { readPredicate } from './read-predicate.js';

/** Tokens of a clause among which its main predicate stands. */
const HEAD = 14;
/** Sentences that a flat denial may stand away from what it answers. */
const FAR = 3;

interface Predicate {
  readonly future: boolean;
  readonly conditional: boolean;
  readonly hearsay: boolean;
  readonly negated: boolean;
  readonly untrue: boolean;
  readonly silent: boolean;
  readonly emphatic: boolean;
  readonly ruled: boolean;
}

/**
 * Says of each claim how the article stands to it: what a source answers in the negative is DENIED, then the future is
 * PREDICTED, hearsay and what media write is REPORTED, all else ASSERTED.
 */
export function readStances(
  reading: Reading,
  claims: readonly ClaimDraft[],
  drafts: readonly QuoteDraft[],
  quotes: readonly Quote[],
  signs: Uint32Array,
): Stance[] {
  const { tokens, sentences } = reading;
  const { has, isVerb } = readPredicate(tokens, signs);
  const raised = sentences.map((sentence) => {
    for (let i = sentence.from; i < sentence.to; i++)
      if (has(i, ClaimSign.raised) || /^[?؟]$/u.test(tokens[i]?.key ?? '')) return true;
    return false;
  });
  const deniedIn = new Map<string, number[]>();
  for (const [index, draft] of drafts.entries()) {
    const name = quotes[index]?.speaker?.name;
    if (draft.cue?.sense.act !== 'deny' || name === undefined) continue;
    deniedIn.set(name, [...(deniedIn.get(name) ?? []), draft.sentence]);
  }
  /** Quotes in which something was denied already: what goes on in the negative is denied as well. */
  const denying = new Set<number>();
  return claims.map((claim): Stance => {
    const stance = stanceOf(claim);
    if (stance === 'DENIED' && claim.quote !== null) denying.add(claim.quote);
    return stance;
  });

  function stanceOf(claim: ClaimDraft): Stance {
    const quote = claim.quote === null ? null : (quotes[claim.quote] ?? null);
    const draft = claim.quote === null ? null : (drafts[claim.quote] ?? null);
    if (claim.denied) return 'DENIED';
    const seen = predicateOf(claim);
    const media = quote?.speaker?.kind === 'MEDIA';
    if (quote && !media && seen.negated && !seen.silent && isAnswer(claim, quote, seen.emphatic))
      return seen.future && !denies(claim) && !denying.has(claim.quote ?? -1) ? 'PREDICTED' : 'DENIED';
    if (seen.untrue && quote && !media && claim.rule !== 'accusation') return 'DENIED';
    if (quote && draft && predicts(draft)) return 'PREDICTED';
    if (seen.ruled && (seen.future || seen.conditional)) return 'ASSERTED';
    if (seen.future || (seen.conditional && quote && !media && draft?.type !== 'DIRECT')) return 'PREDICTED';
    if (seen.hearsay || seen.conditional || media) return 'REPORTED';
    return 'ASSERTED';
  }

  function predicts({ cue }: QuoteDraft): boolean {
    return cue !== null && reading.language.predicts?.(tokens[cue.from]?.core ?? '') === true;
  }

  /** What the main predicate says: the signs up to and just after the first finite verb. */
  function predicateOf(claim: ClaimDraft): Predicate {
    let future = false;
    let hearsay = false;
    let negated = false;
    let untrue = false;
    let conditional = false;
    let silent = false;
    let emphatic = false;
    let ruled = false;
    let verb = -1;
    let seen = 0;
    for (const part of claim.parts) {
      for (let i = part.from; i < part.to; i++) {
        const token = tokens[i];
        if (!token) continue;
        seen++;
        if (has(i, ClaimSign.hearsay)) hearsay = true;
        if (has(i, ClaimSign.untrue)) untrue = true;
        if (has(i, ClaimSign.silence)) silent = true;
        if (has(i, ClaimSign.ruling)) ruled = true;
        if (has(i, ClaimSign.emphatic)) emphatic = true;
        const head = verb === -1 ? seen <= HEAD || isVerb(i) : i - verb <= 2;
        if (head && has(i, ClaimSign.future)) future = true;
        if (head && has(i, ClaimSign.conditional)) conditional = true;
        if (head && isNegation(i)) negated = true;
        if (verb === -1 && isVerb(i) && !(claim.rule.startsWith('relative') && !pastRelative(part.from, i))) verb = i;
      }
    }
    return { future, conditional, hearsay, negated, untrue, silent, emphatic, ruled: ruled || sentenceRules(claim) };
  }

  /** Before the claim its sentence names what lays it down: "Article 9 says that …". */
  function sentenceRules(claim: ClaimDraft): boolean {
    const from = sentences[claim.sentence]?.from ?? 0;
    for (let i = from; i < (claim.parts[0]?.from ?? 0); i++) if (has(i, ClaimSign.ruling)) return true;
    return false;
  }

  /** The speaker's denial or something untrue stands in the claim's own sentence or the one before. */
  function denies(claim: ClaimDraft): boolean {
    for (const index of [claim.sentence, claim.sentence - 1, claim.sentence + 1]) {
      const sentence = sentences[index];
      for (let i = sentence?.from ?? 0; i < (sentence?.to ?? 0); i++) if (has(i, ClaimSign.untrue)) return true;
    }
    return false;
  }

  function pastRelative(from: number, to: number): boolean {
    for (let i = from; i < to; i++) if (has(i, ClaimSign.relative)) return true;
    return false;
  }

  function isNegation(at: number): boolean {
    return has(at, ClaimSign.negation) && !hasClass(tokens[at], WordClass.relative | WordClass.complementiser);
  }

  /** The sentence in which the claim itself stands: a quote may run over several. */
  function sentenceOf(claim: ClaimDraft): number {
    const first = claim.parts[0]?.from ?? 0;
    let at = claim.sentence;
    while ((sentences[at]?.to ?? Infinity) <= first) at++;
    return at;
  }

  /** A question, a report or an accusation was raised in this sentence or the one before, or the speaker denied close by. */
  function isAnswer(claim: ClaimDraft, quote: Quote, emphatic: boolean): boolean {
    const at = sentenceOf(claim);
    for (let back = 0; back <= (emphatic ? FAR : 1); back++) if (raised[at - back] === true) return true;
    return (deniedIn.get(quote.speaker?.name ?? '') ?? []).some((sentence) => Math.abs(at - sentence) <= FAR * 2);
  }
}
