import { type Extraction, type Slice } from './model.js';

/** The JSON form of an extraction: spans as pairs of UTF-16 offsets, `source` the name of a claim's speaker. */
export interface ExtractionOutput {
  readonly language: string;
  readonly structureOnly: boolean;
  readonly quotes: readonly Record<string, unknown>[];
  readonly claims: readonly Record<string, unknown>[];
}

/** Turns an extraction into what the command line prints and the scorers read. */
export function extractionOutput(extraction: Extraction): ExtractionOutput {
  const pairs = (spans: readonly Slice[]): [number, number][] => spans.map((span) => [span.start, span.end]);
  return {
    language: extraction.language,
    structureOnly: extraction.structureOnly,
    quotes: extraction.quotes.map(({ spans, appearances, ...quote }) => ({
      ...quote,
      text: spans.map((span) => span.text).join(' … '),
      spans: pairs(spans),
      appearances: appearances.map((span) => [span.start, span.end]),
    })),
    claims: extraction.claims.map(({ spans, appearances, speaker, ...claim }) => ({
      ...claim,
      text: spans.map((span) => span.text).join(' … '),
      spans: pairs(spans),
      source: speaker?.name ?? null,
      speaker,
      appearances: appearances.map((span) => [span.start, span.end]),
    })),
  };
}
