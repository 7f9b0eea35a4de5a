import { type Token } from '../../draft.js';
import { WordClass } from '../../languages/word-class.js';
import { type Reading } from '../../reading.js';
import { hasClass } from '../has-class.js';

const HEADS = WordClass.role | WordClass.group | WordClass.organization | WordClass.media | WordClass.document;

/**
 * Whether the preposition at token `at` carries a noun phrase on («المتحدث [باسم] الوزارة», «مصدر [في] الشرطة») rather
 * than beginning where or to whom it was said («في بيان», «للصحفيين»).
 */
export function linksOn(reading: Reading, from: number, at: number, preposition: string): boolean {
  const { tokens, language } = reading;
  const token = tokens[at];
  const object: Token | undefined = token?.preposition ? token : tokens[at + 1];
  if (!token || object?.kind !== 'word') return false;
  if (hasClass(object, WordClass.time | WordClass.audience | WordClass.complementiser | WordClass.pronoun))
    return false;
  // «من جهة أخرى»
  if (preposition === 'من' && language.turningSet.has(object.stem)) return false;
  // «لوكالة فرانس برس», «لنيويورك تايمز»: whom it was said to.
  if (token.preposition === 'ل' && !token.article && hasClass(token, WordClass.media | WordClass.place))
    if (hasClass(tokens[at + 1], WordClass.media) && !hasClass(tokens[at - 1], WordClass.role)) return false;
  const asks = (): boolean => {
    const before = tokens[at - 1];
    if (before?.article === true && (before.classes === 0 || preposition === 'ب') && language.governs(before.key))
      return true;
    for (let i = Math.max(from, at - 3); i < at; i++)
      if (language.askingSet.has(tokens[i]?.stem ?? '') || language.askingSet.has(tokens[i]?.key ?? '')) return true;
    return false;
  };
  if (hasClass(object, WordClass.occasion) && !hasClass(object, HEADS | WordClass.noun)) return false;
  if (!language.linkSet.has(preposition)) return asks();
  if (hasClass(object, WordClass.occasion)) return asks();
  if (hasClass(object, WordClass.adverb) && !hasClass(object, HEADS | WordClass.noun)) return false;
  if (token.preposition !== '' && hasClass(object, WordClass.media) && !hasClass(object, WordClass.organization))
    return false;
  if (preposition === 'ب') return object.article || hasClass(object, HEADS | WordClass.place | WordClass.noun);
  return true;
}
