import type { Slice, Span } from '../core/extraction/model.js';

/** The text of a quote or claim: its slices verbatim, joined where there are several. */
export const joinSlices = (slices: readonly Slice[]): string => slices.map((slice) => slice.text).join(' … ');

/** A span with the words that it covers. */
export const sliceOf = (text: string, { start, end }: Span): Slice => ({ start, end, text: text.slice(start, end) });
