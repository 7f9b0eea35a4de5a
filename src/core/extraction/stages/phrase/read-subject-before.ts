import { type MentionDraft } from '../../draft.js';
import { WordClass } from '../../languages/word-class.js';
import { type Reading } from '../../reading.js';
import { hasClass } from '../has-class.js';
import { describePhrase } from './describe-phrase.js';
import { isGivenName } from './is-given-name.js';
import { readPhrase } from './read-phrase.js';

const FURTHEST = 24;
const ENDS =
  WordClass.complementiser | WordClass.contrast | WordClass.auxiliary | WordClass.verb | WordClass.conjunction;

/**
 * Reads the speaker who stands before token `to`, not before `floor`: «[المتحدث باسم النادي] قال», also with an
 * apposition or a relative clause between («[زيد سالم]، مدير المركز، قال»). The clause is read forward from its start,
 * so that the phrase must reach the verb or a comma before it.
 */
export function readSubjectBefore(reading: Reading, to: number, floor: number): MentionDraft | null {
  const { tokens, closing } = reading;
  let end = to;
  while (
    end > floor &&
    hasClass(tokens[end - 1], WordClass.auxiliary | WordClass.adverb | WordClass.time) &&
    !isHead(end - 1)
  )
    end--;
  if (end <= floor) return null;
  const comma = /^[,،–—)-]$/u.test(tokens[end - 1]?.key ?? '');
  const start = comma ? asideStart(end - 1) : end;
  if (start === -1) return null;
  let nearest: MentionDraft | null = null;
  for (let from = start - 1; from >= floor && start - from <= FURTHEST; from--) {
    const token = tokens[from];
    if (!token) break;
    if (token.kind === 'mark') {
      const pair = closing.get(from);
      if (!pair || pair.open === -1 || pair.open < floor || pair.close - pair.open > 7) break;
      from = pair.open;
      continue;
    }
    if (token.kind === 'punctuation' && !/^[-.()]$/u.test(token.key)) break;
    if (token.kind !== 'word') continue;
    if (hasClass(token, ENDS) && !isHead(from) && !token.article && !isGivenName(reading, token)) break;
    if (token.key === 'و') continue;
    const phrase = readPhrase(reading, from, start);
    if (phrase && phrase.to === start && phrase.from === from && token.preposition === '')
      nearest = describePhrase(reading, phrase);
  }
  return nearest;

  function isHead(i: number): boolean {
    return hasClass(
      tokens[i],
      WordClass.role |
        WordClass.group |
        WordClass.organization |
        WordClass.media |
        WordClass.document |
        WordClass.noun |
        WordClass.place,
    );
  }

  /** Where the aside that closes at `close` opens, or -1. */
  function asideStart(close: number): number {
    const opener = tokens[close]?.key === ')' ? '(' : (tokens[close]?.key ?? '');
    for (let i = close - 2; i >= floor && close - i < 24; i--) {
      if (tokens[i]?.kind === 'mark' && !closing.has(i) && !reading.opening.has(i)) return -1;
      if (tokens[i]?.key === opener) {
        const next = tokens[i + 1];
        const apposition =
          opener === '(' ||
          hasClass(next, WordClass.relative | WordClass.role | WordClass.title | WordClass.organization) ||
          /^(?:وهو|وهي)$/u.test(next?.key ?? '') ||
          next?.kind === 'number';
        return apposition ? i : -1;
      }
    }
    return -1;
  }
}
