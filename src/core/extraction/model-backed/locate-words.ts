import { type Slice } from '../model.js';
import { type ArticlePart } from './model-request.js';

/**
 * Where words that a model gave stand in the part it was asked about, with offsets of the article: letter by letter but for
 * the kind of white space, and from a word's beginning to a word's end. Of several places the nearest to `near` (an offset
 * of the article). Null where they do not stand there: what is not in the text is never taken.
 */
export function locateWords(part: ArticlePart, words: string, near = part.start): Slice | null {
  const wanted = words.trim().split(/\s+/u);
  if (!LETTER.test(words)) return null;
  const pattern = new RegExp(wanted.map(escapePattern).join('\\s+'), 'gu');
  let best: Slice | null = null;
  for (const match of part.text.matchAll(pattern)) {
    const [start, end] = [match.index, match.index + match[0].length];
    if (!beginsWord(part.text, start) || !endsWord(part.text, end)) continue;
    const slice = { start: part.start + start, end: part.start + end, text: match[0] };
    if (!best || Math.abs(slice.start - near) < Math.abs(best.start - near)) best = slice;
  }
  return best;
}

const escapePattern = (words: string): string => words.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&');

const LETTER = /[\p{L}\p{N}\p{M}]/u;

/** An Arabic word may begin with letters that are words of their own: and, so, with, as, for. */
const beginsWord = (text: string, at: number): boolean =>
  !(LETTER.test(charBefore(text, at)) && LETTER.test(charAt(text, at))) ||
  /(?:^|[^\p{L}\p{N}\p{M}])[وف]?[بكل]?$/u.test(text.slice(Math.max(0, at - 3), at));

const endsWord = (text: string, at: number): boolean =>
  !(LETTER.test(charBefore(text, at)) && LETTER.test(charAt(text, at)));

const charAt = (text: string, at: number): string => String.fromCodePoint(text.codePointAt(at) ?? 0x20);
const charBefore = (text: string, at: number): string => [...text.slice(Math.max(0, at - 2), at)].at(-1) ?? ' ';
