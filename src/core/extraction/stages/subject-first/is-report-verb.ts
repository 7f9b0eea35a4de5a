import { WordClass } from '../../languages/word-class.js';
import { type Reading } from '../../reading.js';
import { hasClass } from '../has-class.js';

const BEFORE_NOUN = WordClass.determiner | WordClass.preposition | WordClass.modifier;

/** Whether a token is a reporting verb, not the noun that some of them are as well ("a volunteer", "the report"). */
export function isReportVerb({ tokens, language }: Reading, at: number): boolean {
  const sense = language.cuesOf.get(tokens[at]?.key ?? '')?.[0]?.sense;
  if (sense?.form !== 'verb') return false;
  if (!sense.plural && !sense.nominal) return true;
  const before = tokens[at - 1];
  return !hasClass(before, BEFORE_NOUN) && before?.key !== "'s";
}
