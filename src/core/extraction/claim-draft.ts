import { type Range } from './draft.js';
import { type Span } from './model.js';

/** A proposition on its way through the stages. */
export interface ClaimDraft {
  readonly spans: readonly Span[];
  readonly range: Range;
  /** Index of the quote that states it, or null in the article's own voice. */
  readonly quote: number | null;
  readonly sentence: number;
  readonly rule: string;
  readonly confidence: number;
}
