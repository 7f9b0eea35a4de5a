import { type MentionDraft, type Range } from '../draft.js';
import { WordClass } from '../languages/word-class.js';
import { type Reading } from '../reading.js';
import { describeMention } from './describe-mention.js';
import { hasClass } from './has-class.js';
import { readSubjectAfter } from './phrase/read-subject-after.js';

const HEADS = WordClass.role | WordClass.group | WordClass.organization | WordClass.media | WordClass.document;
const LONGEST = 18;

/**
 * Reads the noun phrase for a speaker that starts at token `from`: «قال [الناطق باسم الحكومة زيد سالم] في بيان إن …».
 * `strict` stops after head, adjectives and name, for a clause that follows with nothing between.
 */
export function readMentionAfter(
  reading: Reading,
  from: number,
  limit: number,
  strict = false,
  lead = 0,
  fused = false,
): MentionDraft | null {
  const { tokens, language, opening } = reading;
  if (language.article !== '') return readSubjectAfter(reading, from, limit, strict, lead, fused);
  let start = from;
  while (start < limit && hasClass(tokens[start], WordClass.adverb) && !hasClass(tokens[start], HEADS)) start++;
  // «souligne-t-elle», «dit-il»: the pronoun hangs on the verb.
  if (tokens[start]?.key === '-' && tokens[start - 1]?.end === tokens[start]?.start) {
    start += tokens[start + 1]?.key === 't' && tokens[start + 2]?.key === '-' ? 3 : 1;
  }
  const first = tokens[start];
  if (!first || first.kind === 'punctuation' || first.kind === 'number') return null;
  if (start >= limit) return null;
  if (hasClass(first, WordClass.pronoun)) {
    return describeMention(reading, { from: start, to: start + 1 });
  }
  let at = start;
  let headed = false;
  let last: 'head' | 'name' | 'other' = 'other';
  for (; at < limit && at < start + LONGEST; at++) {
    const token = tokens[at];
    if (!token) break;
    if (token.kind === 'mark') {
      const pair = opening.get(at);
      if (pair && at === start && pair.close !== -1 && pair.close - at <= 5 && pair.close < limit + 1) {
        return describeMention(reading, pair.inside);
      }
      const named = pair && pair.close !== -1 && pair.close < limit && pair.close - at <= 5;
      if (!named || at === start || !namesThing(tokens[at - 1]?.classes ?? 0)) break;
      at = pair.close;
      continue;
    }
    if (token.kind === 'punctuation') {
      const glued = token.key === '-' && tokens[at - 1]?.end === token.start && tokens[at + 1]?.start === token.end;
      if (glued || (token.key === '.' && language.abbreviationSet.has(tokens[at - 1]?.key ?? ''))) continue;
      // «الحكومة اليمنية، المعترف بها دوليا، …»: a participle set off by commas still belongs to the name.
      const next = tokens[at + 1];
      if (
        token.key === '،' &&
        headed &&
        next?.article === true &&
        /^ال(?:م[^ؤس]|تابع|ذي)/u.test(next.key) &&
        !hasClass(next, HEADS | WordClass.occasion)
      )
        continue;
      break;
    }
    if (token.kind === 'number') break;
    const isHead = hasClass(token, HEADS);
    if (hasClass(token, WordClass.complementiser) && !(at === start)) break;
    if (
      hasClass(
        token,
        WordClass.complementiser | WordClass.relative | WordClass.negation | WordClass.contrast | WordClass.auxiliary,
      )
    )
      break;
    if (hasClass(token, WordClass.time) && !hasClass(token, WordClass.modifier)) break;
    if (
      hasClass(token, WordClass.verb) &&
      !isHead &&
      !hasClass(token, WordClass.modifier | WordClass.noun | WordClass.place) &&
      !token.article &&
      !token.capital
    )
      break;
    if (at > start && hasClass(token, WordClass.adverb) && !isHead) break;
    if (
      token.conjunction > 0 &&
      at > start &&
      !isHead &&
      !hasClass(token, WordClass.noun | WordClass.place | WordClass.modifier)
    ) {
      if (last !== 'name') break;
    }
    const preposition =
      token.preposition !== '' ? token.preposition : hasClass(token, WordClass.preposition) ? token.key : '';
    if (preposition !== '' && preposition !== 'ك') {
      if (at === start && fused && token.preposition !== '') {
        if (isHead) headed = true;
        last = isHead ? 'head' : 'other';
        continue;
      }
      if (at === start) return null;
      const next = token.preposition !== '' ? token : tokens[at + 1];
      const links = language.linkSet.has(preposition);
      const governed =
        tokens[at - 1]?.article === true &&
        (tokens[at - 1]?.classes === 0 || preposition === 'ب') &&
        language.governs(tokens[at - 1]?.key ?? '');
      if (governed && !strict) {
        last = 'other';
        continue;
      }
      if (strict || !links || !headed || last === 'name') break;
      if (hasClass(next, WordClass.occasion | WordClass.time | WordClass.audience) || !next || next.kind !== 'word')
        break;
      if (token.preposition !== '' && hasClass(next, WordClass.media)) break;
      if (preposition === 'ب' && !hasClass(next, HEADS | WordClass.place | WordClass.noun)) break;
      last = 'other';
      continue;
    }
    if (
      strict &&
      at > start &&
      token.article &&
      !hasClass(token, WordClass.modifier | WordClass.noun | WordClass.place) &&
      !isHead
    ) {
      if (last !== 'name' || headed) break;
    }
    if (
      strict &&
      at > start &&
      !token.article &&
      !hasClass(token, WordClass.modifier) &&
      last === 'name' &&
      at - start > 3
    )
      break;
    if (isHead) {
      headed = true;
      last = 'head';
    } else if (token.classes === 0 && !token.article) last = 'name';
  }
  let end = at;
  while (end > start && tokens[end - 1]?.kind === 'punctuation') end--;
  while (end > start && hasClass(tokens[end - 1], WordClass.preposition) && tokens[end - 1]?.preposition === '') end--;
  if (end === start) return null;
  const range: Range = { from: start, to: end };
  return describeMention(reading, range, lead);

  function namesThing(classes: number): boolean {
    return (classes & (WordClass.media | WordClass.organization | WordClass.document | WordClass.noun)) !== 0;
  }
}
