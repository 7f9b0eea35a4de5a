import { type Token } from '../../draft.js';
import { WordClass } from '../../languages/word-class.js';
import { hasClass } from '../has-class.js';

/** «مشرفون», «متطوعين»: people in the plural. */
export function isPlural(token: Token): boolean {
  return token.stem.length > 4 && /(?:ون|ين|ات)$/u.test(token.stem);
}

/** «إغاثي», «نفطية», «متقاعد»: an adjective by its shape. */
export function isAdjective(token: Token): boolean {
  return token.classes === 0 && token.stem.length > 3 && /(?:ي|يه|يين|يون)$|^م\p{L}{3,5}ه?$/u.test(token.stem);
}

/** «مكتبه», «وزارتها»: a possessive makes the noun definite. */
export function hasSuffix(token: Token): boolean {
  return /(?:ته|تها|هم|ها|هما)$/u.test(token.key) && token.stem !== token.key;
}

/** A known adjective, or a word that ends like one: «الأميركية», «النفطي». */
export function endsAsAdjective(token: Token | undefined): boolean {
  return hasClass(token, WordClass.modifier) || /(?:ي|يه)$/u.test(token?.stem ?? '');
}
