/** A stretch of an article's text: UTF-16 code units from its beginning, end exclusive. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** Without the blanks at its ends, and never half of a character; null where no letter or digit is left. */
export function trimPlace(text: string, { start, end }: Place): Place | null {
  const from = Math.max(0, Math.min(start, end));
  const to = Math.min(text.length, Math.max(start, end));
  let begin = isInsidePair(text, from) ? from - 1 : from;
  let stop = isInsidePair(text, to) ? to + 1 : to;
  while (begin < stop && /\s/.test(text[begin]!)) begin++;
  while (stop > begin && /\s/.test(text[stop - 1]!)) stop--;
  return /[\p{L}\p{N}]/u.test(text.slice(begin, stop)) ? { start: begin, end: stop } : null;
}

const isInsidePair = (text: string, at: number): boolean =>
  at > 0 && at < text.length && /[\uD800-\uDBFF]/.test(text[at - 1]!) && /[\uDC00-\uDFFF]/.test(text[at]!);

/** In text order; those that overlap, or have nothing but blanks between them, are one. */
export function unitePlaces(text: string, places: readonly Place[]): Place[] {
  const united: { start: number; end: number }[] = [];
  for (const { start, end } of places.toSorted((a, b) => a.start - b.start)) {
    const last = united.at(-1);
    if (last && text.slice(last.end, Math.max(start, last.end)).trim() === '') last.end = Math.max(last.end, end);
    else united.push({ start, end });
  }
  return united;
}

/** What `places` are made of before, within and after `cut`; parts without a letter or digit are left out. */
export function splitAt(text: string, places: readonly Place[], cut: Place): Place[][] {
  const part = (from: number, to: number) =>
    places.flatMap(({ start, end }) => {
      const begin = Math.max(start, from);
      const stop = Math.min(end, to);
      const trimmed = begin < stop ? trimPlace(text, { start: begin, end: stop }) : null;
      return trimmed ? [trimmed] : [];
    });
  return [part(0, cut.start), part(cut.start, cut.end), part(cut.end, text.length)].filter((each) => each.length > 0);
}

export const overlap = (a: Place, b: Place): boolean => a.start < b.end && b.start < a.end;

/**
 * Where `words` stand nearest to `places` without lying in them: whole words rather than a part of one. Null where they
 * stand nowhere.
 */
export function findNearest(text: string, words: string, places: readonly Place[]): Place | null {
  const sought = words.trim();
  if (!sought) return null;
  let best: { place: Place; distance: number } | null = null;
  for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + 1)) {
    const place = { start: at, end: at + sought.length };
    if (places.some((each) => overlap(each, place))) continue;
    const away = Math.min(
      ...places.map(({ start, end }) => (place.end <= start ? start - place.end : at - end)),
      text.length,
    );
    const distance = away + (isWhole(text, place) ? 0 : PART_OF_A_WORD);
    if (!best || distance < best.distance) best = { place, distance };
  }
  return best?.place ?? null;
}

/** A whole word within so many letters is meant rather than the end of a nearer one. */
const PART_OF_A_WORD = 200;

const isWhole = (text: string, { start, end }: Place): boolean =>
  !/\p{L}/u.test(text[start - 1] ?? ' ') && !/\p{L}/u.test(text[end] ?? ' ');

/**
 * An offset into what a text field makes of a text, as an offset into the text itself: fields have one line end where the
 * text may have two characters.
 */
export function fromField(text: string, offset: number): number {
  let at = 0;
  for (let left = offset; left > 0 && at < text.length; left--)
    at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1;
  return at;
}

/** The way back. */
export const toField = (text: string, offset: number): number =>
  offset - (text.slice(0, offset).match(/\r\n/g)?.length ?? 0);
