import { type SpeakerKind } from '../../model.js';

/** Gender or number by which a pronoun picks an entity; empty where nothing shows it. */
export type Agreement = '' | 'm' | 'f' | 'p';

/** Somebody or something that an article names, with every word by which it has done so. */
export interface Entity {
  name: string;
  /** Words of the proper name in order; empty for a phrase. */
  names: readonly string[];
  /** Words of offices and phrases. */
  readonly words: Set<string>;
  readonly heads: Set<string>;
  kind: SpeakerKind;
  /** A title, an office, a given name or a pronoun shows that the name is a person's. */
  human: boolean;
  anonymous: boolean;
  agreement: Agreement;
  /** How often it is named. */
  count: number;
  /** Token position of the latest mention so far, of the latest as a subject, and of the latest quote; -1 before the first. */
  last: number;
  led: number;
  spoke: number;
}
