import { WordClass } from '../../languages/word-class.js';
import { hasClass } from '../has-class.js';
import { type Attaching } from './attaching.js';

/** Where «على الرغم من أن …» begins that ends right before token `at`; -1 where none does. */
export function concedes(state: Attaching, at: number): number {
  const { reading } = state;
  const { tokens } = reading;
  if (!hasClass(tokens[at - 1], WordClass.complementiser)) return -1;
  const word = [at - 2, at - 3].find((i) => hasClass(tokens[i], WordClass.contrast));
  if (word === undefined) return -1;
  return hasClass(tokens[word - 1], WordClass.preposition) ? word - 1 : word;
}
