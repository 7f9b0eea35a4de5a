import { type Token } from '../draft.js';
import { ClaimSign } from '../languages/claim-sign.js';
import { WordClass } from '../languages/word-class.js';
import { hasClass } from './has-class.js';

const COMMA = /^[,،–—]$/u;

/** Answers where predicates and their subjects stand in a run of tokens. */
export interface PredicateReader {
  readonly has: (at: number, signs: number) => boolean;
  /** A finite verb stands here. */
  readonly isVerb: (at: number) => boolean;
  /** A comma or a dash with space around it. */
  readonly isComma: (at: number) => boolean;
  /** The first finite verb in [from, to), or -1; looks no further than `reach` tokens and past no comma. */
  readonly verbSoon: (from: number, to: number, reach: number) => number;
  /** First position after adverbs and marks. */
  readonly pastAdverbs: (from: number, to: number) => number;
  /** A noun phrase with its verb begins here. */
  readonly startsClause: (from: number, to: number, reach: number) => boolean;
}

/** Makes the questions that clause splitting asks of tokens and signs. */
export function readPredicate(tokens: readonly Token[], signs: Uint32Array): PredicateReader {
  const has = (at: number, wanted: number): boolean => ((signs[at] ?? 0) & wanted) !== 0;

  const isComma = (at: number): boolean => {
    const token = tokens[at];
    if (!token) return false;
    return (
      COMMA.test(token.key) ||
      (token.key === '-' && tokens[at - 1]?.end !== token.start && tokens[at + 1]?.start !== token.end)
    );
  };

  /** "ends" is a verb before "the", "three", "up", a name; a noun elsewhere, and after "the". */
  const looseAllowed = (at: number): boolean => {
    const before = tokens[at - 1];
    if (hasClass(before, WordClass.determiner | WordClass.preposition | WordClass.modifier)) return false;
    const after = tokens[at + 1];
    if (!after) return false;
    return (
      after.kind === 'number' ||
      after.capital ||
      after.kind === 'mark' ||
      /^[$£€]$/u.test(after.key) ||
      after.article ||
      (hasClass(after, WordClass.preposition) &&
        !has(at + 1, ClaimSign.genitive) &&
        hasClass(tokens[at + 2], WordClass.determiner)) ||
      hasClass(after, WordClass.determiner | WordClass.pronoun | WordClass.adverb | WordClass.complementiser)
    );
  };

  const isVerb = (at: number): boolean => {
    const token = tokens[at];
    if (token?.kind !== 'word' || token.article || token.preposition !== '') return false;
    if (has(at, ClaimSign.verb)) {
      // "the published text", "a planned vote": a participle before its noun.
      return !(
        has(at, ClaimSign.participle) &&
        hasClass(tokens[at - 1], WordClass.determiner | WordClass.preposition | WordClass.modifier)
      );
    }
    // "they include", "which include", « il ne paie ».
    const before = tokens[at - 1];
    if (
      has(at, ClaimSign.plainVerb) &&
      (has(at - 1, ClaimSign.relative | ClaimSign.leads) || hasClass(before, WordClass.pronoun))
    )
      return true;
    return has(at, ClaimSign.looseVerb) && looseAllowed(at);
  };

  const verbSoon = (from: number, to: number, reach: number): number => {
    for (let i = from; i < Math.min(to, from + reach); i++) {
      if (isVerb(i)) return i;
      if (isComma(i) || /^[.;:]$/u.test(tokens[i]?.key ?? '')) return -1;
    }
    return -1;
  };

  const pastAdverbs = (from: number, to: number): number => {
    let at = from;
    while (at < to && (hasClass(tokens[at], WordClass.adverb) || tokens[at]?.kind === 'mark') && !isVerb(at)) at++;
    return at;
  };

  const startsClause = (from: number, to: number, reach: number): boolean => {
    const at = pastAdverbs(from, to);
    const token = tokens[at];
    if (!token || token.kind === 'punctuation' || isVerb(at)) return false;
    if (has(at, ClaimSign.relative | ClaimSign.join | ClaimSign.limit | ClaimSign.participle)) return false;
    if (hasClass(token, WordClass.preposition) && !token.capital) return false;
    const verb = verbSoon(at, to, reach);
    // "bread and ate": the verb is joined to the one before, the noun between is its object.
    if (verb === -1 || has(verb - 1, ClaimSign.join)) return false;
    for (let i = at; i < verb; i++) if (has(i, ClaimSign.relative)) return false;
    return true;
  };

  return { has, isVerb, isComma, verbSoon, pastAdverbs, startsClause };
}
