import { type Block, type CueHit, type MarkPair, type Range, type Sentence, type Token } from './draft.js';
import { type CompiledLanguage } from './languages/compile-language.js';

/** A text as the structural stages have read it; the later stages only look at it. */
export interface Reading {
  readonly text: string;
  readonly language: CompiledLanguage;
  readonly tokens: readonly Token[];
  readonly blocks: readonly Block[];
  /** Token range of each block. */
  readonly blockRanges: readonly Range[];
  readonly sentences: readonly Sentence[];
  readonly pairs: readonly MarkPair[];
  /** The pairs of each block. */
  readonly blockPairs: readonly (readonly MarkPair[])[];
  /** For each token the index of the outermost closed pair that it stands inside, or -1. */
  readonly pairOf: Int32Array;
  /** For each token the pair that it opens, or undefined. */
  readonly opening: ReadonlyMap<number, MarkPair>;
  /** For each token the pair that it closes, or undefined. */
  readonly closing: ReadonlyMap<number, MarkPair>;
  readonly cues: readonly CueHit[];
}
