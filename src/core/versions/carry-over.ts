import type { Slice, Span } from '../extraction/model.js';

/** A quote or claim that was found in the text before. */
export interface StandingSubject {
  readonly id: string;
  readonly kind: 'QUOTE' | 'CLAIM';
  readonly spans: readonly Slice[];
  /** The words that attribute it: cue, mention, those of its chain. */
  readonly beside: readonly Slice[];
}

/** A quote or claim that was found in the new text. */
export interface FreshSubject {
  readonly kind: 'QUOTE' | 'CLAIM';
  readonly spans: readonly Span[];
}

/** One whose words stand in the new text. */
export interface KeptSubject {
  readonly id: string;
  /** Where a slice of it stands now. */
  readonly move: (slice: Slice) => Slice;
}

export interface CarryOver {
  readonly kept: readonly KeptSubject[];
  /** Ids of those whose words stand no more, or are attributed in other words. */
  readonly gone: readonly string[];
  /** For each fresh one: the id of the one that it is, or that has its place; null where it is new. */
  readonly known: readonly (string | null)[];
}

/** How far the words of one quote or claim may move apart: by a clause put in between. */
const SLACK = 120;
/** Places at which a text is looked for; more of one text than these say nothing. */
const MOST_PLACES = 200;

/**
 * What becomes of quotes and claims in a new version of their text. One is kept where all of its words, attribution
 * included, stand there in the same order and about as near to each other; of several such places the one nearest to
 * where it was is taken. What a person has mended or added is kept so too, and what was found anew in its place is it.
 */
export function carryOver(
  before: string,
  after: string,
  standing: readonly StandingSubject[],
  fresh: readonly FreshSubject[],
): CarryOver {
  const taken = new Set<string>();
  const kept: (KeptSubject & { readonly place: FreshSubject })[] = [];
  const gone: string[] = [];
  const shift = shiftOf(before, after);
  const inOrder = [...standing].sort((a, b) => (a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0));
  for (const subject of inOrder) {
    const found = locate(before, after, subject, shift, (place) => !taken.has(keyOf(place)));
    if (found === null) {
      gone.push(subject.id);
      continue;
    }
    taken.add(keyOf(found.place));
    kept.push({ id: subject.id, ...found });
  }
  const byPlace = new Map(kept.map(({ id, place }) => [keyOf(place), id]));
  const isFresh = new Set(fresh.map(keyOf));
  const mended = kept.filter(({ place }) => !isFresh.has(keyOf(place)));
  const known = fresh.map(
    (one) => byPlace.get(keyOf(one)) ?? mended.find(({ place }) => isMostly(place, one))?.id ?? null,
  );
  return { kept: kept.map(({ id, move }) => ({ id, move })), gone, known };
}

const keyOf = ({ kind, spans }: FreshSubject): string =>
  `${kind} ${spans.map(({ start, end }) => `${start}-${end}`).join(' ')}`;

/** Whether two of one kind share half of the shorter one. */
function isMostly(a: FreshSubject, b: FreshSubject): boolean {
  if (a.kind !== b.kind) return false;
  const length = (spans: readonly Span[]) => spans.reduce((sum, { start, end }) => sum + end - start, 0);
  const shared = a.spans.flatMap((one) =>
    b.spans.map((other) => Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start))),
  );
  return 2 * shared.reduce((sum, part) => sum + part, 0) > Math.min(length(a.spans), length(b.spans));
}

/** Where a place would be now if all that changed lay on its other side. */
function shiftOf(before: string, after: string): (start: number) => number {
  const shortest = Math.min(before.length, after.length);
  let head = 0;
  while (head < shortest && before[head] === after[head]) head += 1;
  const added = after.length - before.length;
  return (start) => (start < head ? start : start + added);
}

function locate(
  before: string,
  after: string,
  { kind, spans, beside }: StandingSubject,
  shift: (start: number) => number,
  isFree: (place: FreshSubject) => boolean,
) {
  const slices = [...spans, ...beside].sort((a, b) => a.start - b.start || a.end - b.end);
  // The longest of its texts stands at the fewest places.
  const anchor = slices.reduce<Slice | undefined>(
    (longest, slice) => (longest && longest.text.length >= slice.text.length ? longest : slice),
    undefined,
  );
  if (anchor === undefined || anchor.text === '') return null;
  const expected = shift(anchor.start);
  const anchors = placesOf(before, after, anchor, 0, after.length).sort(
    (a, b) => Math.abs(a - expected) - Math.abs(b - expected),
  );
  for (const at of anchors) {
    const starts = slices.map((slice) => placeBeside(before, after, slice, anchor, at));
    if (starts.some((start, i) => start === null || (i > 0 && start < starts[i - 1]!))) continue;
    const moved = new Map(slices.map((slice, i) => [`${slice.start}-${slice.end}`, starts[i]!]));
    const move = (slice: Slice): Slice => {
      const start = moved.get(`${slice.start}-${slice.end}`) ?? slice.start;
      return { start, end: start + slice.end - slice.start, text: slice.text };
    };
    const place = { kind, spans: spans.map(move) };
    if (isFree(place)) return { move, place };
  }
  return null;
}

/** Where a slice stands now, as near to its anchor as it can be; null where a sentence came between them, or it is gone. */
function placeBeside(before: string, after: string, slice: Slice, anchor: Slice, at: number): number | null {
  if (slice.start === anchor.start && slice.end === anchor.end) return at;
  const expected = at + slice.start - anchor.start;
  const ends = sentenceEnds(before, slice.start, anchor.start);
  const places = placesOf(before, after, slice, Math.max(0, expected - SLACK), expected + SLACK)
    .filter((start) => sentenceEnds(after, start, at) === ends && start < at === slice.start < anchor.start)
    .sort((a, b) => Math.abs(a - expected) - Math.abs(b - expected));
  return places[0] ?? null;
}

const sentenceEnds = (text: string, a: number, b: number): number =>
  text.slice(Math.min(a, b), Math.max(a, b)).match(/[.!?؟…\n]+/g)?.length ?? 0;

/** Starts, from `from` to `to`, at which the slice stands whole: not as a part of a longer word or number. */
function placesOf(before: string, after: string, slice: Slice, from: number, to: number): number[] {
  const whole = { start: isEdge(before, slice.start), end: isEdge(before, slice.end) };
  const places: number[] = [];
  let at = after.indexOf(slice.text, from);
  while (at >= 0 && at <= to && places.length < MOST_PLACES) {
    const end = at + slice.text.length;
    if ((!whole.start || isEdge(after, at)) && (!whole.end || isEdge(after, end))) places.push(at);
    at = after.indexOf(slice.text, at + 1);
  }
  return places;
}

/** Whether no word or number goes on across this place: “1” ends before “.” but not before “.5”. */
function isEdge(text: string, at: number): boolean {
  const [left, right] = [text.slice(Math.max(0, at - 2), at), text.slice(at, at + 2)];
  if (/[\p{L}\p{N}\p{M}]$/u.test(left) && /^[\p{L}\p{N}\p{M}]/u.test(right)) return false;
  return (
    !(/\p{N}$/u.test(left) && /^[.,٫٬]\p{N}/u.test(right)) && !(/\p{N}[.,٫٬]$/u.test(left) && /^\p{N}/u.test(right))
  );
}
