import { type Token } from '../../draft.js';
import { WordClass } from '../../languages/word-class.js';
import { type Reading } from '../../reading.js';
import { hasClass } from '../has-class.js';
import { isGivenName } from './is-given-name.js';

/** A participle in the accusative that says how somebody speaks, by its shape: «معقبا», «مدافعا», «مستندا». */
const CIRCUMSTANCE = /^م(?:[^اويى]{3}|[^اوي]ا[^اوي]{2}|ست[^اوي]{3}|ت[^اوي]{3}|ن[^اوي]{3}|[^اوي]ت[^اوي]{2})ا$/u;

/** Whether a word says how, after whom or when something was said, so that no noun phrase runs over it. */
export function isAsideWord(reading: Reading, token: Token): boolean {
  const { language, text } = reading;
  if (token.article || isGivenName(reading, token) || language.nameParticleSet.has(token.core)) return false;
  if (/\u064B/u.test(text.slice(token.start, token.end))) return true;
  if (token.classes === 0 && CIRCUMSTANCE.test(token.core)) return true;
  if (hasClass(token, WordClass.conjunction) && token.key !== 'و' && token.key.length > 1) return true;
  return (
    token.preposition === '' &&
    (language.cuesOf.get(token.core)?.some(({ rest, sense }) => rest.length === 0 && sense.form === 'according') ??
      false)
  );
}
