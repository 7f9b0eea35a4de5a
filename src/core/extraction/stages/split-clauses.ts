import { type Range } from '../draft.js';
import { WordClass } from '../languages/word-class.js';
import { type Reading } from '../reading.js';
import { hasClass } from './has-class.js';

/** A clause, and whether it is a relative one that describes the noun before it. */
export interface Clause extends Range {
  readonly relative: boolean;
}

const LEAST = 3;

/**
 * Splits a run of tokens into clauses: at stops and semicolons, before a joined verb («… و[سهل التواصل]»), at a comma before
 * a new predicate, and at a relative pronoun with a verb («الجزائر، [التي تدعم …]»), which takes its noun along.
 */
export function splitClauses(reading: Reading, range: Range): Clause[] {
  const { tokens, language } = reading;
  const arabic = language.subject === 'after';
  const cuts: { at: number; relative: boolean }[] = [];
  let from = range.from;
  let depth = 0;
  for (let i = range.from; i < range.to; i++) {
    const token = tokens[i];
    if (!token) continue;
    if (/^[([]$/u.test(token.key)) depth++;
    else if (/^[)\]]$/u.test(token.key)) depth = Math.max(0, depth - 1);
    if (depth > 0 || i - from < LEAST - 1) continue;
    if (/^[.;!?؟؛]$/u.test(token.key)) cut(i + 1);
    else if (arabic) {
      const before = tokens[i - 1];
      const comma = before !== undefined && /^[,،–-]$/u.test(before.key);
      const joined = (token.conjunction > 0 || before?.key === 'و') && isVerb(i);
      if (joined && hasVerb(from, i)) cut(i);
      // «…، والحكومة ستدفع التعويض»: a joined clause that puts its subject first.
      else if (
        comma &&
        !isVerb(i) &&
        (token.key === 'و' || token.conjunction > 0) &&
        hasVerb(from, i) &&
        (isVerb(i + 1) || isVerb(i + 2))
      )
        cut(i);
      else if (
        comma &&
        (isVerb(i) ||
          hasClass(token, WordClass.contrast) ||
          (/^(?:مما|حيث|وهو|وهي|وهم)$/u.test(token.key) && verbSoon(i + 1)))
      )
        cut(i);
      else if (hasClass(token, WordClass.relative) && token.article && isVerb(i + 1)) cut(i, true);
    } else {
      const before = tokens[i - 1];
      const comma =
        before?.key === ',' ||
        before?.key === '–' ||
        before?.key === '—' ||
        (before?.key === '-' && tokens[i - 2]?.end !== before.start);
      if (
        hasClass(token, WordClass.conjunction | WordClass.contrast) &&
        hasVerb(from, i) &&
        verbSoon(i + 1, comma ? 9 : 3)
      )
        cut(i);
      else if (comma && hasClass(token, WordClass.relative) && verbSoon(i + 1, 4)) cut(i, true);
      else if (
        comma &&
        hasVerb(from, i) &&
        (hasClass(token, WordClass.pronoun) || hasClass(token, WordClass.verb)) &&
        verbSoon(i, 5)
      )
        cut(i);
    }
  }
  cuts.push({ at: range.to, relative: false });
  const clauses: Clause[] = [];
  let start = range.from;
  let relative = false;
  for (const next of cuts) {
    if (next.at > start)
      clauses.push({ from: relative ? antecedent(start, range.from) : start, to: next.at, relative });
    start = next.at;
    relative = next.relative;
  }
  return clauses;

  function cut(at: number, isRelative = false): void {
    if (at >= range.to) return;
    cuts.push({ at, relative: isRelative });
    from = at;
  }

  function isVerb(at: number): boolean {
    const token = tokens[at];
    return (
      hasClass(token, WordClass.verb | WordClass.negation) &&
      !hasClass(token, WordClass.preposition) &&
      token?.article === false
    );
  }

  function hasVerb(a: number, b: number): boolean {
    for (let i = a; i < b; i++) if (hasClass(tokens[i], WordClass.verb)) return true;
    return false;
  }

  function verbSoon(at: number, reach = 4): boolean {
    for (let i = at; i < Math.min(range.to, at + reach); i++) {
      if (hasClass(tokens[i], WordClass.verb | WordClass.auxiliary)) return true;
      if (/^[,،.;]$/u.test(tokens[i]?.key ?? '')) return false;
    }
    return false;
  }

  /** A noun phrase of at most three words stands before the relative pronoun and its comma. */
  function antecedent(at: number, least: number): number {
    let start = at;
    if (/^[,،]$/u.test(tokens[start - 1]?.key ?? '')) start--;
    for (let steps = 0; start > least && steps < 3; steps++) {
      const token = tokens[start - 1];
      if (token?.kind !== 'word' || hasClass(token, WordClass.preposition | WordClass.verb | WordClass.conjunction))
        break;
      start--;
      if (token.preposition !== '' || token.conjunction > 0) break;
    }
    return start;
  }
}
