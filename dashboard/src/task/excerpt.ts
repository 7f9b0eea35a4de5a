export interface Place {
  readonly start: number;
  readonly end: number;
}

export interface ExcerptPart {
  readonly text: string;
  /** Part of the quote or claim itself, not of what stands around it. */
  readonly marked: boolean;
  /** The reporting expression. */
  readonly cue: boolean;
}

/** So many code units around a subject where its paragraph goes on longer. */
const AROUND = 400;

/**
 * The paragraphs in which the spans stand, cut at every edge of a span. Offsets are UTF-16 code units of `text`; joined,
 * the parts are the text between the cuts, which never fall inside a surrogate pair or, where a space is near, a word.
 */
export function excerptOf(text: string, spans: readonly Place[], cue: Place | null): ExcerptPart[] {
  if (!spans.length) return [];
  const all = cue ? [...spans, cue] : spans;
  const first = Math.min(...all.map(({ start }) => start));
  const last = Math.max(...all.map(({ end }) => end));
  const from = beginOf(text, first);
  const to = endOf(text, last);
  const edges = [...new Set([from, to, ...all.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
  const isIn = (place: Place, at: number) => place.start <= at && at < place.end;
  return edges.slice(0, -1).map((start, i) => ({
    text: text.slice(start, edges[i + 1]),
    marked: spans.some((span) => isIn(span, start)),
    cue: cue !== null && isIn(cue, start),
  }));
}

function beginOf(text: string, first: number): number {
  const paragraph = text.lastIndexOf('\n', first - 1) + 1;
  if (first - paragraph <= AROUND) return paragraph;
  const space = text.indexOf(' ', first - AROUND);
  return space >= 0 && space < first ? space + 1 : first;
}

function endOf(text: string, last: number): number {
  const newline = text.indexOf('\n', last);
  const paragraph = newline < 0 ? text.length : newline;
  if (paragraph - last <= AROUND) return paragraph;
  const space = text.lastIndexOf(' ', last + AROUND);
  return space > last ? space : last;
}
