import { type Token } from '../../draft.js';
import { type Agreement } from './entity.js';

/** Gender and number that a pronoun or demonstrative shows: «هي», «هؤلاء». */
export function pronounAgreement(token: Token | undefined): Agreement {
  const key = token?.key ?? '';
  if (/^(?:هي|الاخيره|هذه|تلك)$/u.test(key)) return 'f';
  if (/^(?:هم|هما|هؤلاء|اولئك)$/u.test(key)) return 'p';
  return 'm';
}
