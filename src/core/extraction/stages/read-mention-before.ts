import { type MentionDraft } from '../draft.js';
import { WordClass } from '../languages/word-class.js';
import { type Reading } from '../reading.js';
import { describeMention } from './describe-mention.js';
import { hasClass } from './has-class.js';
import { readSubjectBefore } from './phrase/read-subject-before.js';

const HEADS = WordClass.role | WordClass.group | WordClass.organization | WordClass.media | WordClass.document;
const LONGEST = 16;

/**
 * Reads the noun phrase for a speaker that ends right before token `to`, not reaching before `floor`:
 * "[Trade minister Ann Lee] has said", «[المتحدث باسم النادي] قال». An apposition between commas is stepped over.
 */
export function readMentionBefore(reading: Reading, to: number, floor: number): MentionDraft | null {
  const { tokens, closing, opening, language } = reading;
  if (language.article !== '') return readSubjectBefore(reading, to, floor);
  let end = to;
  while (
    end > floor &&
    hasClass(tokens[end - 1], WordClass.auxiliary | WordClass.adverb) &&
    !hasClass(tokens[end - 1], HEADS)
  )
    end--;
  if (end <= floor) return null;
  if (/^[,،–—)]$/u.test(tokens[end - 1]?.key ?? '')) {
    // "Ann Lee, the trade minister, said": the subject stands before the first of the two commas.
    const closer = tokens[end - 1]?.key === ')' ? '(' : (tokens[end - 1]?.key ?? '');
    for (let i = end - 2; i >= floor && end - i < 24; i--) {
      const token = tokens[i];
      if (token?.kind === 'mark' || hasClass(token, WordClass.complementiser)) return null;
      if (token?.key !== closer) continue;
      const aside = tokens[i + 1];
      const apposition =
        hasClass(aside, WordClass.determiner | WordClass.relative | HEADS | WordClass.title | WordClass.modifier) ||
        aside?.kind === 'number' ||
        closer === '(' ||
        (aside?.capital === true && !hasClass(aside, WordClass.time | WordClass.pronoun));
      return apposition ? readMentionBefore(reading, i, floor) : readPlain(end - 1);
    }
    return null;
  }
  return readPlain(end);

  function readPlain(stop: number): MentionDraft | null {
    if (hasClass(tokens[stop - 1], WordClass.pronoun)) {
      const pronoun = tokens[stop - 1];
      return pronoun && stop - 1 >= floor ? describeMention(reading, { from: stop - 1, to: stop }) : null;
    }
    let start = stop;
    let capital = false;
    while (start > floor && stop - start < LONGEST) {
      const token = tokens[start - 1];
      if (!token) break;
      if (token.kind === 'mark') {
        const pair = closing.get(start - 1);
        if (
          pair &&
          pair.open !== -1 &&
          pair.close - pair.open <= 5 &&
          pair.open > floor &&
          hasClass(tokens[pair.open - 1], HEADS | WordClass.noun)
        ) {
          start = pair.open;
          continue;
        }
        break;
      }
      if (token.kind === 'punctuation') {
        const glued = /^[-.&/]$/u.test(token.key) && tokens[start - 2]?.end === token.start;
        if (!glued) break;
        start--;
        continue;
      }
      if (opening.has(start - 1)) break;
      if (
        hasClass(token, WordClass.complementiser | WordClass.relative | WordClass.contrast | WordClass.negation) &&
        !hasClass(token, WordClass.determiner)
      )
        break;
      if (hasClass(token, WordClass.auxiliary | WordClass.pronoun) && !token.capital) break;
      if (
        hasClass(token, WordClass.verb) &&
        !hasClass(token, HEADS | WordClass.noun | WordClass.modifier | WordClass.title) &&
        !(token.capital && start - 1 > floor)
      )
        break;
      if (hasClass(token, WordClass.time) && !hasClass(token, WordClass.modifier)) break;
      if (token.kind === 'number' && !capital) break;
      if (
        hasClass(token, WordClass.conjunction) &&
        !(language.script === 'latin' && capital && tokens[start - 2]?.capital === true)
      )
        break;
      if (hasClass(token, WordClass.preposition) && token.preposition === '') {
        if (!language.linkSet.has(token.key)) break;
        const before = tokens[start - 2];
        const joins =
          hasClass(before, HEADS | WordClass.noun | WordClass.title | WordClass.modifier) || before?.capital === true;
        if (!joins || start - 2 < floor) break;
      }
      if (token.conjunction > 0) {
        start--;
        break;
      }
      if (token.capital) capital = true;
      start--;
      if (hasClass(token, WordClass.determiner) && !hasClass(tokens[start - 1], WordClass.preposition)) break;
    }
    while (
      start < stop &&
      (tokens[start]?.kind === 'punctuation' ||
        hasClass(tokens[start], WordClass.preposition) ||
        hasClass(tokens[start], WordClass.conjunction))
    ) {
      if (hasClass(tokens[start], HEADS)) break;
      start++;
    }
    if (start >= stop) return null;
    const words = tokens.slice(start, stop);
    const substantial = words.some(
      (word) =>
        word.capital ||
        hasClass(word, HEADS | WordClass.title | WordClass.anonymous | WordClass.place) ||
        language.script !== 'latin',
    );
    const bare = words.every((word) => hasClass(word, WordClass.determiner | WordClass.adverb | WordClass.preposition));
    if (bare || (!substantial && !hasClass(words[0], WordClass.determiner))) return null;
    return describeMention(reading, { from: start, to: stop });
  }
}
