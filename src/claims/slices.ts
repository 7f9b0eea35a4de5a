import type { AttributionLink, Slice, Span, Speaker } from '../core/extraction/model.js';

/** How spans, cues, mentions and chains lie in their JSON columns: with their words, so that no list needs the text. */
export type StoredSlice = Slice;
export type StoredLink = AttributionLink;
export type StoredSpeaker = Speaker;

/** The text of a quote or claim: its slices verbatim, joined where there are several. */
export const joinSlices = (slices: readonly Slice[]): string => slices.map((slice) => slice.text).join(' … ');

/** A span with the words that it covers. */
export const sliceOf = (text: string, { start, end }: Span): Slice => ({ start, end, text: text.slice(start, end) });
