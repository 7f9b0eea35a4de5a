import { type Token } from '../draft.js';

/** Whether a token has any of the word classes in the bit set. */
export function hasClass(token: Token | undefined, classes: number): boolean {
  return token !== undefined && (token.classes & classes) !== 0;
}
