import { type SpeakerKind } from '../../model.js';

/** Gender and number of a speaker as verbs agree with it; empty where nothing shows it. */
export type Agreement = '' | 'm' | 'f' | 'p';

/** Somebody or something that an article lets speak, with every way in which it has been introduced. */
export interface Entity {
  /** The name to show. */
  name: string;
  /** Stems of the personal name, in order; empty for a phrase. */
  names: readonly string[];
  /** Sets of stems: each office of a person, each form of a phrase. */
  readonly forms: ReadonlySet<string>[];
  readonly heads: Set<string>;
  kind: SpeakerKind;
  anonymous: boolean;
  agreement: Agreement;
  /** First and latest position at which it was met so far. */
  readonly first: number;
  last: number;
  /** Position of the latest quote; -1 before the first. */
  spoke: number;
}
