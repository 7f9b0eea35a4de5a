import { type MentionDraft } from '../../draft.js';
import { WordClass } from '../../languages/word-class.js';
import { type Reading } from '../../reading.js';
import { hasClass } from '../has-class.js';
import { describePhrase } from './describe-phrase.js';
import { findHead } from './find-head.js';
import { holdsVerb } from './holds-verb.js';
import { isFinite } from './is-finite.js';
import { isGlued } from './is-glued.js';
import { isReportVerb } from './is-report-verb.js';
import { readPhrase } from './read-phrase.js';

const HEADS =
  WordClass.role |
  WordClass.group |
  WordClass.organization |
  WordClass.media |
  WordClass.document |
  WordClass.anonymous;
const FURTHEST = 45;
const LONGEST = 12;

/**
 * Reads the subject that ends right before token `to`, not reaching before `floor`. The clause is read from its start, so
 * that what stands between subject and verb may be long: "[Ann Lee], who has run the port since May, said".
 */
export function readSubject(reading: Reading, to: number, floor: number): MentionDraft | null {
  const { tokens } = reading;
  const last = tokens[to - 1];
  if (to <= floor || !last) return null;
  if (last.kind === 'word' && hasClass(last, WordClass.pronoun) && !hasClass(last, WordClass.firstPerson)) {
    return hasClass(last, WordClass.determiner) && tokens[to - 2] && isNominal(to - 2)
      ? null
      : describePhrase(reading, { from: to - 1, to });
  }
  const aside = (/^[,–—)-]$/u.test(last.key) && last.kind === 'punctuation') || last.kind === 'mark';
  const nearest = aside ? null : readPlain(to);
  if (nearest) return nearest;
  if (!aside) return null;
  for (const start of starts(to)) {
    const phrase = readPhrase(reading, start, to);
    if (!phrase) continue;
    const next = tokens[phrase.to];
    if (phrase.to >= to - 1) return phrase;
    if (!next) continue;
    const open = /^[,(–—-]$/u.test(next.key) || hasClass(next, WordClass.relative | WordClass.preposition);
    if (open && !mainVerb(phrase.to, to)) return phrase;
    // "Lee, sent off in May for the same, insisted": in an aside between commas a participle leads.
    if (next.key === ',' && last.key === ',' && isParticiple(phrase.to + 1) && !clauseOfItsOwn(phrase.to + 2, to))
      return phrase;
  }
  return null;

  function isParticiple(at: number): boolean {
    const token = tokens[at];
    if (token?.kind !== 'word' || token.capital) return false;
    return isFinite(token) || /(?:ed|ing|é|ée|és|ées|ant)$/u.test(token.key);
  }

  /** A pronoun that begins a clause of its own: ", dated May, which he denied, ". */
  function clauseOfItsOwn(from: number, end: number): boolean {
    for (let i = from; i < end; i++)
      if (
        tokens[i - 1]?.key === ',' &&
        hasClass(tokens[i], WordClass.pronoun) &&
        !hasClass(tokens[i], WordClass.determiner)
      )
        return true;
    return false;
  }

  function isNominal(at: number): boolean {
    const token = tokens[at];
    return (
      token?.kind === 'word' && !isFinite(token) && !hasClass(token, WordClass.conjunction | WordClass.complementiser)
    );
  }

  /** The stop of "Ms." or of an initial, and a hyphen inside a word, part nothing. */
  function isInside(at: number): boolean {
    if (isGlued(tokens, at) || /^[&/]$/u.test(tokens[at]?.key ?? '')) return true;
    const before = tokens[at - 1];
    if (tokens[at]?.key !== '.' || !before) return false;
    return reading.language.abbreviationSet.has(before.key) || (before.capital && before.end - before.start === 1);
  }

  /** Starts of clauses before `end`, the furthest first. */
  function starts(end: number): number[] {
    const found: number[] = [];
    for (let i = Math.max(floor, end - FURTHEST); i < end; i++) {
      const before = tokens[i - 1];
      const boundary =
        i === floor ||
        (before?.kind === 'punctuation' && !isInside(i - 1)) ||
        before?.kind === 'mark' ||
        hasClass(before, WordClass.contrast | WordClass.complementiser | WordClass.conjunction) ||
        startsAnew(i);
      if (boundary && reading.pairOf[i] === -1) found.push(i);
    }
    return found;
  }

  /** "In a statement [the ministry] said": an article right after the noun of an adverbial begins another phrase. */
  function startsAnew(i: number): boolean {
    const before = tokens[i - 1];
    if (!hasClass(tokens[i], WordClass.determiner) || hasClass(tokens[i], WordClass.pronoun) || before?.kind !== 'word')
      return false;
    return hasClass(before, WordClass.occasion | WordClass.time) && !isFinite(before);
  }

  /** A finite verb outside relative clauses and asides that begin with a participle. */
  function mainVerb(from: number, end: number): boolean {
    let relatives = 0;
    for (let i = from; i < end; i++) {
      const token = tokens[i];
      if (reading.pairOf[i] !== -1) continue;
      if (hasClass(token, WordClass.relative | WordClass.complementiser)) relatives++;
      const verb = isFinite(token) || isReportVerb(reading, i);
      if (!verb || isFinite(tokens[i - 1]) || hasClass(token, WordClass.preposition)) continue;
      // "In May": behind a preposition a capital makes a name of it.
      if (token?.capital && hasClass(tokens[i - 1], WordClass.preposition)) continue;
      if (reading.language.order.infinitives.has(tokens[i - 1]?.key ?? '')) continue;
      if (relatives > 0) {
        relatives--;
        continue;
      }
      // A verb joined to the one of the relative clause: "who runs the port and owns the quay".
      if (hasClass(tokens[i - 1], WordClass.conjunction) && i > from + 2) continue;
      // "Documents seen by the paper": a participle with what follows it.
      const reduced =
        hasClass(tokens[i + 1], WordClass.preposition | WordClass.time) &&
        /(?:ed|é|ée|és|ées)$/u.test(token?.key ?? '');
      if (!reduced) return true;
    }
    return false;
  }

  function readPlain(stop: number): MentionDraft | null {
    // From the nearest start of a clause on: what the phrase does not reach over must be a preposition or participle.
    for (const start of starts(stop).reverse().slice(0, 3)) {
      const phrase = readPhrase(reading, start, stop);
      if (!phrase) continue;
      const conjunction = hasClass(tokens[start - 1], WordClass.conjunction) && phrase.to === stop;
      if (conjunction) {
        const both = starts(start - 1).at(-1);
        const pair = both === undefined ? null : readPhrase(reading, both, stop);
        if (pair && pair.to === stop && pair.from < phrase.from) return pair;
      }
      if (phrase.to === stop) return phrase;
      // "A post viewed by millions alleges": of two verbs without a joint the first is a participle.
      if (
        verbsBetween(phrase.to, stop) === 1 &&
        isParticiple(phrase.to) &&
        !hasClass(tokens[stop - 1], WordClass.conjunction)
      )
        return phrase;
      if (describedUpTo(phrase, stop)) return phrase;
      if (!holdsVerb(reading, phrase.to, stop) || reduced(phrase.to, stop)) {
        const next = tokens[phrase.to];
        if (hasClass(next, WordClass.relative | WordClass.preposition | WordClass.verb) || next?.key.endsWith('ed'))
          return phrase;
        if (next?.key.endsWith('é') || next?.key.endsWith('ée') || next?.key.endsWith('és')) return phrase;
      }
      break;
    }
    return endingAt(stop);
  }

  /** "An official who asked not to be named because talks go on said": no comma parts the relative clause from the verb. */
  function describedUpTo(phrase: MentionDraft, stop: number): boolean {
    if (!hasClass(tokens[phrase.to], WordClass.relative) || !hasClass(tokens[findHead(reading, phrase)], HEADS))
      return false;
    for (let i = phrase.to; i < stop; i++) {
      const token = tokens[i];
      if (token?.kind !== 'word' && token?.kind !== 'number') return false;
    }
    return verbsBetween(phrase.to, stop) > 0;
  }

  /** The longest phrase that ends right there and begins as phrases do: "…, where [local party leaders] say". */
  function endingAt(stop: number): MentionDraft | null {
    let from = stop;
    while (
      from > floor &&
      stop - from < LONGEST &&
      tokens[from - 1]?.kind === 'word' &&
      reading.pairOf[from - 1] === -1
    )
      from--;
    for (let i = from; i < stop; i++) {
      if (
        !tokens[i]?.capital &&
        !hasClass(tokens[i], HEADS | WordClass.determiner | WordClass.title | WordClass.modifier)
      )
        continue;
      const phrase = readPhrase(reading, i, stop);
      if (phrase?.to === stop) return phrase;
    }
    return null;
  }

  function verbsBetween(from: number, end: number): number {
    let verbs = 0;
    for (let i = from; i < end; i++) {
      if (isFinite(tokens[i]) || isReportVerb(reading, i)) verbs++;
    }
    return verbs;
  }

  function reduced(from: number, end: number): boolean {
    let verbs = 0;
    for (let i = from; i < end; i++) {
      if (!isFinite(tokens[i])) continue;
      verbs++;
      if (!hasClass(tokens[i + 1], WordClass.preposition)) return false;
    }
    return verbs === 1;
  }
}
