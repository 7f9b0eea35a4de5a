import { type Range } from './draft.js';
import { type Span } from './model.js';

/** A proposition on its way through the stages. */
export interface ClaimDraft {
  readonly spans: readonly Span[];
  /** The tokens of each span. */
  readonly parts: readonly Range[];
  /** Index of the quote that states it, or null in the article's own voice. */
  readonly quote: number | null;
  readonly sentence: number;
  /** Stands under a cue that denies, or after a denying verb inside a quote. */
  readonly denied: boolean;
  readonly rule: string;
  readonly confidence: number;
}
