export interface MarkedSpan {
  /** Of the quote or claim whose span it is. */
  readonly id: string;
  /** UTF-16 code units of the text; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
}

export interface Segment {
  readonly start: number;
  readonly text: string;
  /** Whose spans lie over it, the outermost first; empty where none does. */
  readonly ids: readonly string[];
}

/**
 * A text cut at every edge of a span, so that overlapping spans become flat pieces beside each other: joined, the pieces
 * are the text, and an offset into it stays true. In time linear in text and spans, but for the depth of overlaps.
 */
export function cutIntoSegments(text: string, spans: readonly MarkedSpan[]): Segment[] {
  const fitting = spans.filter(({ start, end }) => 0 <= start && start < end && end <= text.length);
  const begins = fitting.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const edges = [...new Set([0, text.length, ...fitting.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  );
  const segments: Segment[] = [];
  let open: MarkedSpan[] = [];
  let next = 0;
  for (let i = 0; i + 1 < edges.length; i++) {
    const start = edges[i]!;
    open = open.filter(({ end }) => end > start);
    for (; next < begins.length && begins[next]!.start === start; next++) open.push(begins[next]!);
    segments.push({ start, text: text.slice(start, edges[i + 1]), ids: [...new Set(open.map(({ id }) => id))] });
  }
  return segments;
}
