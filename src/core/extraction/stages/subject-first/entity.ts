import { type SpeakerKind } from '../../model.js';

/** Gender or number by which a pronoun picks an entity; empty where nothing shows it. */
export type Agreement = '' | 'm' | 'f' | 'p';

/** Somebody or something that an article names, with every word by which it has done so. */
export interface Entity {
  name: string;
  /** Words of the personal name in order; empty for a phrase. */
  names: readonly string[];
  /** Words of offices and phrases. */
  readonly words: Set<string>;
  readonly heads: Set<string>;
  kind: SpeakerKind;
  anonymous: boolean;
  agreement: Agreement;
  /** Token position of the latest mention so far, and of the latest quote; -1 before the first. */
  last: number;
  spoke: number;
}
