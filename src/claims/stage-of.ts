import type { ExtractionOrigin } from '../generated/prisma/client.js';

/** The stage of the extraction (core/extraction/extract.ts) that found a quote or claim; null where a person or a model did. */
export const stageOf = (kind: 'QUOTE' | 'CLAIM', origin: ExtractionOrigin): string | null =>
  origin !== 'RULES' ? null : kind === 'QUOTE' ? 'find-quotes' : 'find-claims';
