import { type Range } from '../draft.js';
import { ClaimSign } from '../languages/claim-sign.js';
import { WordClass } from '../languages/word-class.js';
import { type Reading } from '../reading.js';
import { ClauseBuilder } from './clause-builder.js';
import { hasClass } from './has-class.js';
import { isReportingWord } from './is-reporting-word.js';
import { type PredicateReader } from './read-predicate.js';
import { type Clause } from './split-clauses.js';

const LEAST = 3;

/**
 * Splits a statement of a language that puts the subject first: at joined predicates, at clauses of their own,
 * at relative clauses and at descriptions that interrupt ("The dam, [built in 1960], holds …").
 */
export function splitSubjectFirst(reading: Reading, predicate: PredicateReader, range: Range): Clause[] {
  const { tokens, language } = reading;
  const { has, isVerb, isComma, verbSoon, pastAdverbs, startsClause } = predicate;
  const builder = new ClauseBuilder(tokens, predicate, range);
  let depth = 0;
  /** The verb of a relative clause that was left inside its noun phrase. */
  let inner = -1;
  let limited = has(pastAdverbs(range.from, range.to), ClaimSign.limit | ClaimSign.participle);
  for (let i = range.from; i < range.to; i++) {
    const token = tokens[i];
    if (!token) continue;
    if (/^[([]$/u.test(token.key)) depth++;
    else if (/^[)\]]$/u.test(token.key)) depth = Math.max(0, depth - 1);
    if (depth > 0) continue;
    const { current } = builder;
    const start = current.parts.at(-1)?.from ?? range.from;
    if (i - start >= 1 && (token.kind === 'word' || token.kind === 'number')) cutAt(i, start);
    if (isVerb(i) && i !== inner) builder.current.verb = true;
    if (isComma(i - 1)) limited = false;
  }
  return builder.end();

  function cutAt(i: number, start: number): void {
    const { current, suspended } = builder;
    const comma = isComma(i - 1);
    const end = comma ? i - 1 : i;
    if (has(i, ClaimSign.relative)) {
      const verb = verbSoon(i + 1, range.to, 6);
      if (verb === -1) return;
      if (comma) {
        const bare = has(i, ClaimSign.where) && startsClause(i + 1, range.to, 8);
        builder.begin(end, i, 'relative', true, bare ? i + 1 : builder.antecedent(i));
      } else if (
        current.verb &&
        pastAdverbs(i + 1, range.to) === verb &&
        !reports(i - 1) &&
        length(i) >= 4 &&
        telling(i)
      )
        builder.begin(end, i, 'relative', false, builder.antecedent(i));
      else if (!current.verb) inner = verb;
      return;
    }
    const at = pastAdverbs(i, range.to);
    if (
      comma &&
      suspended &&
      isVerb(at) &&
      (!suspended.verb || (current.relation !== 'relative' && !bareParticiple(at)))
    ) {
      builder.resume(i);
      return;
    }
    if (has(i, ClaimSign.opener) && !has(i, ClaimSign.join)) {
      let next = i;
      while (next < range.to && has(next, ClaimSign.opener) && next - i < 3) next++;
      if (current.verb && i - start >= LEAST && verbSoon(next, range.to, 10) !== -1) builder.begin(end, next, 'joined');
      return;
    }
    if (has(i, ClaimSign.join)) {
      let next = pastAdverbs(i + 1, range.to);
      if (has(next, ClaimSign.join)) next = pastAdverbs(next + 1, range.to);
      if (!current.verb || i - start < LEAST - 1) return;
      if (isVerb(next) && !(has(next, ClaimSign.participle) && !finiteBefore(i, start)))
        builder.begin(end, next, 'joined');
      else if (hasClass(tokens[next], WordClass.complementiser) && verbSoon(next + 1, range.to, 12) !== -1)
        builder.begin(end, next + 1, 'joined');
      else if (startsClause(next, range.to, comma ? 9 : 7)) builder.begin(end, next, 'joined');
      return;
    }
    if (
      hasClass(tokens[i], WordClass.complementiser) &&
      current.verb &&
      framed(i, start) &&
      verbSoon(i + 1, range.to, 12) !== -1
    ) {
      current.relation = 'frame';
      builder.begin(i, i + 1, 'main');
      return;
    }
    if (!comma) return;
    if (suspended && current.relation === 'beside') {
      builder.resume(i);
      return;
    }
    if (has(i, ClaimSign.comparison)) {
      if (current.verb && telling(i)) builder.begin(end, i, 'tail');
      return;
    }
    if (bareParticiple(i)) {
      if (length(i) >= 4) builder.begin(end, i, 'beside', true, builder.antecedent(i));
      return;
    }
    if (isVerb(at)) {
      if (current.verb && !limited && i - start >= LEAST) builder.begin(end, at, 'joined');
      return;
    }
    if (current.verb && !limited && startsClause(i, range.to, 8)) {
      builder.begin(end, i, 'joined');
      return;
    }
    if (isDescription(i)) builder.begin(end, i, 'beside', true, builder.antecedent(i));
  }

  /** A participle with no auxiliary before it, and no object that would make it finite. */
  function bareParticiple(at: number): boolean {
    if (!has(at, ClaimSign.participle)) return false;
    const after = tokens[at + 1];
    return !hasClass(after, WordClass.determiner) || hasClass(after, WordClass.preposition);
  }

  /** A reporting word stands here, so that "that" opens its content. */
  function reports(at: number): boolean {
    return isReportingWord(language, tokens[at]?.key ?? '') || hasClass(tokens[at], WordClass.allegation);
  }

  function framed(at: number, start: number): boolean {
    for (let i = at - 1; i >= Math.max(start, at - 6); i--)
      if (has(i, ClaimSign.belief) || (isVerb(i) && isReportingWord(language, tokens[i]?.key ?? ''))) return true;
    return false;
  }

  /** "signed and sealed": a participle joined to a group with an auxiliary goes on in it. */
  function finiteBefore(at: number, start: number): boolean {
    for (let i = at - 1; i >= start; i--) if (isVerb(i)) return !hasClass(tokens[i], WordClass.auxiliary);
    return true;
  }

  /** Words up to the next comma or the end. */
  function length(at: number): number {
    let words = 0;
    for (let i = at; i < range.to && !isComma(i); i++) if (tokens[i]?.kind === 'word') words++;
    return words;
  }

  /** A number, a date or a rank stands before the next comma. */
  function telling(at: number): boolean {
    for (let i = at; i < Math.min(range.to, at + 12) && (i === at || !isComma(i)); i++)
      if (tokens[i]?.kind === 'number' || has(i, ClaimSign.rank | ClaimSign.amount)) return true;
    return false;
  }

  /** "27 dead, 188 injured and 41 missing": what stands before the comma counts something as well. */
  function isItem(at: number): boolean {
    for (let i = at - 2; i >= Math.max(range.from, at - 7); i--) {
      if (isComma(i) || isVerb(i)) return false;
      if (tokens[i]?.kind === 'number' || has(i, ClaimSign.amount))
        return tokens[at]?.kind === 'number' || has(at, ClaimSign.amount);
    }
    return false;
  }

  /** A noun phrase beside a noun that gives its rank, number or date, and no verb before the next comma. */
  function isDescription(at: number): boolean {
    const token = tokens[at];
    if (!token || hasClass(token, WordClass.preposition | WordClass.conjunction | WordClass.time) || length(at) < 3)
      return false;
    if (!telling(at) || isItem(at)) return false;
    for (let i = at; i < range.to && !isComma(i); i++) if (isVerb(i) && !has(i, ClaimSign.participle)) return false;
    return true;
  }
}
