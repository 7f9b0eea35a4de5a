import { type Span } from './model.js';

const MOST_SPANS = 50;

/**
 * What is wrong with spans that somebody marked in a text, as a part of a sentence, or null: each must lie within the text,
 * hold something visible and cut no surrogate pair in two; they stand in text order and do not overlap.
 */
export function checkSpans(text: string, spans: readonly Span[]): string | null {
  if (spans.length === 0) return 'must hold at least one span';
  if (spans.length > MOST_SPANS) return `must hold at most ${MOST_SPANS} spans`;
  let before = 0;
  for (const { start, end } of spans) {
    const name = `${start} to ${end}`;
    if (start < 0 || end > text.length || start >= end) return `must lie within the text's ${text.length}: ${name}`;
    if (start < before) return `must be in text order and not overlap: ${name}`;
    if (cutsPair(text, start) || cutsPair(text, end)) return `must not cut a character in two: ${name}`;
    if (!/\S/u.test(text.slice(start, end))) return `must hold words: ${name} is blank`;
    before = end;
  }
  return null;
}

/** Whether any of the spans shares a code unit with `other`. */
export const overlaps = (spans: readonly Span[], other: Span): boolean =>
  spans.some(({ start, end }) => start < other.end && other.start < end);

const cutsPair = (text: string, at: number): boolean =>
  /[\ud800-\udbff]/.test(text.charAt(at - 1)) && /[\udc00-\udfff]/.test(text.charAt(at));
