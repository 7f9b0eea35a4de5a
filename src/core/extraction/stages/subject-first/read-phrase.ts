import { type MentionDraft, type Token } from '../../draft.js';
import { WordClass } from '../../languages/word-class.js';
import { type Reading } from '../../reading.js';
import { hasClass } from '../has-class.js';
import { describePhrase } from './describe-phrase.js';
import { findHead } from './find-head.js';
import { isFinite } from './is-finite.js';
import { isGlued } from './is-glued.js';

const HEADS =
  WordClass.role |
  WordClass.group |
  WordClass.organization |
  WordClass.media |
  WordClass.document |
  WordClass.anonymous;
const LONGEST = 22;

/** Reads the noun phrase for a speaker that starts at token `from`: "according to [the head of the port] on Monday". */
export function readPhrase(reading: Reading, from: number, limit: number): MentionDraft | null {
  const { tokens, opening, language } = reading;
  const { order } = language;
  let start = from;
  while (start < limit && hasClass(tokens[start], WordClass.adverb) && !tokens[start]?.capital) start++;
  const first = tokens[start];
  if (!first || start >= limit) return null;
  if (first.kind === 'mark') {
    const pair = opening.get(start);
    const short = pair && pair.close !== -1 && pair.close - start <= 6 && tokens[start + 1]?.capital;
    return short ? describePhrase(reading, pair.inside) : null;
  }
  if (first.kind === 'number') {
    if (
      !hasClass(tokens[start + 1], HEADS | WordClass.modifier) &&
      !/^(?:percent|%|per)$/u.test(tokens[start + 1]?.key ?? '')
    )
      return null;
  } else if (first.kind !== 'word') return null;
  if (
    hasClass(first, WordClass.contrast) ||
    (hasClass(first, WordClass.adverb) && !hasClass(first, HEADS | WordClass.modifier | WordClass.determiner))
  )
    return null;
  if (
    first.capital &&
    start === from &&
    language.cuesOf.has(first.key) &&
    !tokens[start + 1]?.capital &&
    !hasClass(first, HEADS)
  )
    return null;
  const substantive = hasClass(first, HEADS | WordClass.determiner | WordClass.title | WordClass.modifier);
  if (order.expletives.has(first.key) && tokens[start + 1]?.capital !== true) return null;
  // «ce dernier», «celle-ci», "the latter": pronouns of two words.
  const latter = tokens[start + 1];
  const alone =
    start + 2 >= limit ||
    isFinite(tokens[start + 2]) ||
    tokens[start + 2]?.kind !== 'word' ||
    language.cuesOf.has(tokens[start + 2]?.key ?? '');
  const points = order.bareClauses ? first.key === 'the' : order.demonstratives.has(first.key);
  if (start + 1 < limit && latter && order.latters.has(latter.key) && points && alone)
    return { ...describePhrase(reading, { from: start, to: start + 2 }), pronoun: true, personal: false };
  if (
    isGlued(tokens, start + 1) &&
    hasClass(first, WordClass.pronoun) &&
    order.latters.has(tokens[start + 2]?.key ?? '')
  )
    return { ...describePhrase(reading, { from: start, to: start + 3 }), pronoun: true, personal: false };
  const plainPronoun = !first.capital || (!order.bareClauses && !tokens[start + 1]?.capital);
  if (hasClass(first, WordClass.pronoun) && plainPronoun && !hasClass(first, WordClass.determiner))
    return describePhrase(reading, { from: start, to: start + 1 });
  if (
    hasClass(first, WordClass.preposition | WordClass.relative | WordClass.complementiser | WordClass.conjunction) &&
    !hasClass(first, WordClass.determiner) &&
    !(first.capital && start > from)
  )
    return null;
  if (!first.capital && !substantive && isFinite(first)) return null;
  let at = start;
  let headed = false;
  let named = false;
  for (; at < limit && at < start + LONGEST; at++) {
    const token = tokens[at];
    if (!token) break;
    if (token.kind === 'mark') {
      const pair = opening.get(at);
      const names =
        pair && pair.close !== -1 && pair.close < limit && pair.close - at <= 6 && tokens[at + 1]?.capital === true;
      if (!names || !hasClass(tokens[at - 1], HEADS | WordClass.noun | WordClass.modifier)) break;
      at = pair.close;
      named = true;
      continue;
    }
    if (token.kind === 'punctuation') {
      if (isGlued(tokens, at) || /^[&/]$/u.test(token.key)) continue;
      if (token.key === '.' && tokens[at - 1]?.end === token.start && at + 1 < limit && stopGoesOn(at)) continue;
      // «le chef du parti, Paul Martin»: the name follows its office.
      const open = !named || (headed && closesSoon(at + 1));
      if (token.key === ',' && (headed || hasClass(first, WordClass.determiner)) && open && nameFollows(at + 1)) {
        named = tokens[at + 1]?.capital === true;
        continue;
      }
      break;
    }
    if (token.kind === 'number') {
      if (at === start || hasClass(tokens[at - 1], WordClass.document)) continue;
      break;
    }
    const inName = token.capital && at > start && tokens[at - 1]?.capital === true;
    if (
      at > start &&
      hasClass(token, WordClass.complementiser | WordClass.relative | WordClass.negation | WordClass.contrast) &&
      !inName
    )
      break;
    if (hasClass(token, WordClass.time) && !inName && !hasClass(token, WordClass.modifier)) break;
    if (at > start && isFinite(token) && !token.capital && !hasClass(token, HEADS | WordClass.modifier)) break;
    if (at > start && hasClass(token, WordClass.pronoun) && !hasClass(token, WordClass.determiner)) break;
    if (
      at > start &&
      hasClass(token, WordClass.adverb) &&
      !token.capital &&
      !hasClass(token, WordClass.modifier | HEADS)
    )
      break;
    if (at > start && language.cuesOf.get(token.key)?.[0]?.sense.form === 'participle' && !token.capital) break;
    if (hasClass(token, WordClass.conjunction) && !hasClass(token, WordClass.determiner)) {
      if (!joins(at)) break;
      continue;
    }
    if (at > start && order.genitives.has(token.key)) {
      if (!links(at)) break;
      continue;
    }
    if (
      at > start &&
      hasClass(token, WordClass.preposition) &&
      !hasClass(token, WordClass.modifier | WordClass.determiner)
    ) {
      if (!language.linkSet.has(token.key) || !links(at)) break;
      continue;
    }
    // A capital article in the middle opens a sentence whose stop is missing.
    if (
      at > start &&
      order.bareClauses &&
      token.key === 'the' &&
      token.capital &&
      !hasClass(tokens[at - 1], WordClass.preposition)
    )
      break;
    if (at > start + 1 && runsOut(at)) break;
    // After a name nothing in small letters belongs to the phrase but a particle: «Paul Martin revient».
    if (named && !order.bareClauses && token.kind === 'word' && !token.capital && !isParticle(token)) break;
    if (
      at > start &&
      hasClass(token, WordClass.determiner) &&
      !(order.numerals.has(token.key) && hasClass(tokens[at - 1], WordClass.role)) &&
      !token.capital &&
      tokens[at - 1]?.key !== ',' &&
      !hasClass(tokens[at - 1], WordClass.preposition | WordClass.conjunction | WordClass.determiner)
    )
      break;
    const cue = at > start && !token.capital ? language.cuesOf.get(token.key)?.[0]?.sense : undefined;
    // "the head of the state's grid": after an article a word that may be a noun is one.
    const noun = (cue?.nominal ?? false) && hasClass(tokens[at - 1], WordClass.determiner | WordClass.modifier);
    if (cue && !noun && (headed || named) && !hasClass(token, HEADS | WordClass.noun)) break;
    if (hasClass(token, HEADS)) headed = true;
    else if (named && !token.capital && token.key !== "'s" && !tokens[at - 1]?.capital) break;
    const complement = hasClass(tokens[at - 1], WordClass.preposition | WordClass.determiner);
    if (
      token.capital &&
      !hasClass(token, HEADS | WordClass.title | WordClass.modifier) &&
      at > start &&
      tokens[at + 1]?.key !== "'s" &&
      (!complement || (named && tokens[at - 1]?.capital === true))
    )
      named = true;
  }
  let end = at;
  while (
    end > start &&
    (tokens[end - 1]?.kind === 'punctuation' ||
      hasClass(tokens[end - 1], WordClass.conjunction) ||
      (hasClass(tokens[end - 1], WordClass.preposition | WordClass.determiner) &&
        !hasClass(tokens[end - 1], HEADS) &&
        !tokens[end - 1]?.capital))
  ) {
    if (tokens[end - 1]?.key === '.' && tokens[end - 2]?.capital && end - 1 > start) break;
    end--;
  }
  if (end <= start) return null;
  const phrase = describePhrase(reading, { from: start, to: end });
  const head = tokens[findHead(reading, phrase)];
  if (!phrase.personal && hasClass(head, WordClass.time) && !hasClass(head, HEADS)) return null;
  const words = tokens.slice(start, end);
  if (words.every((word) => hasClass(word, WordClass.determiner | WordClass.preposition) && !hasClass(word, HEADS)))
    return null;
  return words.some((word) => word.capital || hasClass(word, HEADS | WordClass.title)) ||
    hasClass(first, WordClass.determiner)
    ? phrase
    : null;

  function isParticle(token: Token): boolean {
    return hasClass(token, WordClass.preposition | WordClass.determiner | WordClass.conjunction);
  }

  /** "Acme Bank [slashes] rates": an unknown word after capitals is a verb, unless a verb follows it ("Acme brass said"). */
  function runsOut(i: number): boolean {
    const token = tokens[i];
    if (!order.bareClauses || token?.kind !== 'word' || token.capital || token.classes !== 0 || token.key === "'s")
      return false;
    const before = tokens[i - 1];
    if (!before?.capital || isGlued(tokens, i - 1) || hasClass(before, WordClass.modifier)) return false;
    const next = tokens[i + 1];
    const verb = isFinite(next) || (next !== undefined && language.cuesOf.has(next.key));
    return !verb && i + 1 < limit && next?.kind === 'word';
  }

  function stopGoesOn(i: number): boolean {
    const before = tokens[i - 1];
    return (
      language.abbreviationSet.has(before?.key ?? '') || (before?.capital === true && before.end - before.start <= 2)
    );
  }

  function nameFollows(i: number): boolean {
    const token = tokens[i];
    if (hasClass(token, WordClass.determiner) && hasClass(tokens[i + 1], WordClass.role | WordClass.title))
      return tokens[i + 2]?.capital === true;
    if (hasClass(token, WordClass.role) && !token?.capital && tokens[i + 1]?.capital === true)
      return tokens[i + 2]?.capital === true;
    if (token?.kind !== 'word' || !token.capital || i >= limit) return false;
    if (
      hasClass(
        token,
        WordClass.time |
          WordClass.place |
          WordClass.pronoun |
          WordClass.determiner |
          WordClass.preposition |
          WordClass.conjunction,
      )
    )
      return false;
    const next = tokens[i + 1];
    return next?.capital === true || next?.key === '-' || /^[,.]$/u.test(next?.key ?? '') || i + 1 >= limit;
  }

  /** The comma that ends an apposition: «le maire de Lyon, [Paul Martin,] a dit». */
  function closesSoon(i: number): boolean {
    for (let j = i + 1; j < Math.min(i + 7, tokens.length); j++) if (tokens[j]?.key === ',') return true;
    return false;
  }

  function joins(i: number): boolean {
    const next = tokens[i + 1];
    if (!/^(?:and|et|&)$/u.test(tokens[i]?.key ?? '') || !next || i + 1 >= limit) return false;
    if (language.cuesOf.has(next.key)) return false;
    return next.capital || hasClass(next, HEADS | WordClass.determiner | WordClass.noun | WordClass.modifier);
  }

  function links(i: number): boolean {
    const token = tokens[i];
    const before = tokens[i - 1];
    let next = tokens[i + 1];
    if (!token || !next || i + 1 >= limit || next.kind !== 'word') return false;
    if (hasClass(next, WordClass.determiner)) next = tokens[i + 2] ?? next;
    if (hasClass(next, WordClass.modifier))
      next = tokens[i + 3]?.kind === 'word' && !next.capital ? (tokens[i + 3] ?? next) : next;
    if (order.genitives.has(token.key)) return !hasClass(next, WordClass.time) || hasClass(before, HEADS);
    if (hasClass(next, WordClass.occasion | WordClass.time | WordClass.audience | WordClass.media)) return false;
    if (named && !/^(?:from|for)$/u.test(token.key)) return false;
    return headed && (next.capital || hasClass(next, HEADS | WordClass.noun | WordClass.place));
  }
}
