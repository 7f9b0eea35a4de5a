import { type MentionDraft } from '../../draft.js';
import { WordClass } from '../../languages/word-class.js';
import { type Reading } from '../../reading.js';
import { hasClass } from '../has-class.js';
import { findHead } from './find-head.js';
import { readPhrase } from './read-phrase.js';

const SPEAKERS = WordClass.organization | WordClass.media | WordClass.role | WordClass.group;

/** «dit-on au ministère»: where nobody speaks in person, the place after the pronoun at `at` does. */
export function placeAfter(reading: Reading, at: number, limit: number): MentionDraft | null {
  const { tokens, language } = reading;
  if (!language.order.impersonals.has(tokens[at]?.key ?? '')) return null;
  if (!hasClass(tokens[at + 1], WordClass.preposition)) return null;
  const body = readPhrase(reading, at + 2, limit);
  return body && !body.pronoun && canSpeak(reading, body) ? body : null;
}

/** «Au ministère, on réfute»: the same where the place opens the sentence at `from`. */
export function placeBefore(reading: Reading, pronoun: MentionDraft, from: number): MentionDraft | null {
  const { tokens } = reading;
  if (tokens[pronoun.from - 1]?.key !== ',' || !hasClass(tokens[from], WordClass.preposition)) return null;
  const body = readPhrase(reading, from + 1, pronoun.from);
  return body?.to === pronoun.from - 1 && canSpeak(reading, body) ? body : null;
}

function canSpeak(reading: Reading, who: MentionDraft): boolean {
  return who.personal || hasClass(reading.tokens[findHead(reading, who)], SPEAKERS);
}
