import { WordClass } from '../../languages/word-class.js';
import { type Attaching } from '../attach/attaching.js';
import { hasClass } from '../has-class.js';
import { holdsVerb } from './holds-verb.js';
import { readPhrase } from './read-phrase.js';
import { type Report } from './report.js';

/**
 * Where a clause begins that follows its report with nothing between ("said [prices rose]"), past adverbs, days, occasions
 * and whoever was told ("told the court on Monday [he knew]"); -1 where none does.
 */
export function clauseAfter(state: Attaching, report: Report): number {
  const { reading, sentence } = state;
  const { tokens, language } = reading;
  const stop = sentence.to;
  let at = report.to;
  const told = report.cue.sense.prepositions.includes('@');
  if (told) {
    const whom = tokens[at];
    if (!whom || whom.kind !== 'word') return -1;
    if (hasClass(whom, WordClass.preposition)) return -1;
    if (hasClass(whom, WordClass.pronoun | WordClass.firstPerson) && !hasClass(whom, WordClass.determiner)) at++;
    else {
      const phrase = readPhrase(reading, at, stop);
      at = audienceEnd(at, phrase?.to ?? at + 1);
    }
  }
  for (let guard = 0; guard < 6; guard++) {
    const next = skipOne(at);
    if (next === at) break;
    at = next;
  }
  const first = tokens[at];
  if (!first || at + 1 >= stop) return -1;
  if (first.kind === 'punctuation' && !/^[$€£([#]$/u.test(first.key)) return -1;
  if (first.kind === 'mark') return -1;
  if (language.order.questionHeads.has(first.key) && !first.capital) return -1;
  if (hasClass(first, WordClass.relative | WordClass.contrast)) return -1;
  if (
    language.order.infinitives.has(first.key) ||
    /^(?:so|nothing|much|something|anything|as|than|more|little|too|otherwise)$/u.test(first.key)
  )
    return -1;
  if (hasClass(first, WordClass.preposition) && !first.capital && !opensClause(at)) return -1;
  if (
    hasClass(first, WordClass.conjunction) &&
    !/^(?:if|when|while|although|because|as|whether|unless|though)$/u.test(first.key)
  )
    return -1;
  if (hasClass(first, WordClass.pronoun) && !hasClass(first, WordClass.determiner | WordClass.relative)) return at;
  if (!report.cue.sense.takes.includes('clause')) return -1;
  if (report.cue.sense.takes.includes('speech') && at + 3 < stop && report.mention) return at;
  return holdsVerb(reading, at + 1, Math.min(stop, at + 40)) ? at : -1;

  /** "told reporters prices rose": the audience is one word where no article introduces it. */
  function audienceEnd(from: number, to: number): number {
    if (hasClass(tokens[from], WordClass.audience)) return from + 1;
    for (let i = from + 1; i < to; i++) {
      if (hasClass(tokens[i], WordClass.audience) && !tokens[i + 1]?.capital) return i + 1;
    }
    return to;
  }

  /** An adverb, a day, "on Monday", "in a statement". */
  function skipOne(from: number): number {
    const token = tokens[from];
    if (!token) return from;
    if (hasClass(token, WordClass.time) && (!hasClass(token, WordClass.verb) || token.capital)) return from + 1;
    if (hasClass(token, WordClass.adverb) && tokens[from + 1]?.key !== ',') return from + 1;
    if (!hasClass(token, WordClass.preposition) || token.capital) return from;
    for (let i = from + 1; i < Math.min(stop, from + 5); i++) {
      const word = tokens[i];
      if (!word || (word.kind !== 'word' && word.kind !== 'number')) return from;
      if (hasClass(word, WordClass.time | WordClass.occasion | WordClass.audience | WordClass.media)) {
        let end = i + 1;
        while (hasClass(tokens[end], WordClass.time) || tokens[end]?.kind === 'number') end++;
        return end;
      }
    }
    return from;
  }

  /** "said in 2015 prices rose", "said after the vote …, it": a fronted adverbial of the content. */
  function opensClause(from: number): boolean {
    for (let i = from + 1; i < Math.min(stop, from + 10); i++) {
      if (tokens[i]?.key === ',')
        return hasClass(tokens[i + 1], WordClass.pronoun | WordClass.determiner) || tokens[i + 1]?.capital === true;
    }
    return false;
  }
}
