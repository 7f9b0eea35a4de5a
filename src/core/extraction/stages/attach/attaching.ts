import { type CueHit, type QuoteDraft, type Sentence } from '../../draft.js';
import { type Span } from '../../model.js';
import { type Reading } from '../../reading.js';

/** A quote whose content has begun and whose end is still to be found. */
export interface OpenQuote {
  readonly draft: QuoteDraft;
  readonly from: number;
  readonly skip: number;
  readonly direct: boolean;
  readonly left: Span | null;
}

/** A sentence whose cues are being given their contents, from left to right. */
export interface Attaching {
  readonly reading: Reading;
  readonly sentence: Sentence;
  readonly cues: readonly CueHit[];
  /** Whether the language puts a subject after its verb. */
  readonly after: boolean;
  readonly drafts: QuoteDraft[];
  open: OpenQuote | null;
  /** The first token that no content has taken yet. */
  floor: number;
}
