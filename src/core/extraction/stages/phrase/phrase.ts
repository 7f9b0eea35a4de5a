import { type Range } from '../../draft.js';

/** A noun phrase for a speaker, taken apart. */
export interface Phrase extends Range {
  /** Position of its first noun («وزير» in «أحد وزراء …» is «وزراء»). */
  readonly head: number;
  /** The personal name inside it without titles and offices. */
  readonly name: Range | null;
  /** The name is a single definite word and may be an adjective or a noun: «الوزير الحلبي», «الشربجي». */
  readonly loose: boolean;
  readonly definite: boolean;
}
