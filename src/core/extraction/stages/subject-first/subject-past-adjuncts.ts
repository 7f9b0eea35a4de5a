import { type MentionDraft } from '../../draft.js';
import { WordClass } from '../../languages/word-class.js';
import { type Reading } from '../../reading.js';
import { hasClass } from '../has-class.js';
import { readPhrase } from './read-phrase.js';

const MOST = 5;

/** «ironise sur X la sénatrice Ann Lee», «a dit mardi à l'AFP le maire»: the subject after when, where and to whom. */
export function subjectPastAdjuncts(reading: Reading, from: number, limit: number): MentionDraft | null {
  const { tokens, language } = reading;
  if (language.order.bareClauses) return null;
  let at = from;
  for (let guard = 0; guard < MOST && at < limit; guard++) {
    const token = tokens[at];
    if (
      hasClass(token, WordClass.time) ||
      (hasClass(token, WordClass.adverb) && !hasClass(token, WordClass.preposition))
    )
      at++;
    else if (hasClass(token, WordClass.preposition) && !language.order.genitives.has(token?.key ?? '')) {
      const place = readPhrase(reading, at + 1, limit);
      at = place && !place.pronoun ? place.to : at + 2;
    } else break;
  }
  if (at === from) return null;
  const phrase = readPhrase(reading, at, limit);
  if (!phrase || phrase.pronoun) return null;
  return phrase.personal || hasClass(tokens[phrase.from], WordClass.determiner) ? phrase : null;
}
