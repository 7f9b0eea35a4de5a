import type { Extraction, Span } from '../../src/core/extraction/model.js';

/** What people found in an article. Spans are pairs of UTF-16 offsets, ends exclusive. */
export interface Gold {
  readonly language: string;
  readonly quotes: readonly {
    readonly spans: [number, number][];
    readonly speaker: { readonly name: string | null };
  }[];
  readonly claims: readonly { readonly spans: [number, number][] }[];
}

/** How many there are, how many were found, and how many of these are right in all that is asked. */
export interface Tally {
  gold: number;
  found: number;
  right: number;
}

export const newTally = (): Tally => ({ gold: 0, found: 0, right: 0 });

/** Harmonic mean of precision and recall, 0 to 1. */
export const f1 = ({ gold, found, right }: Tally): number => (gold + found === 0 ? 1 : (2 * right) / (gold + found));

/** Counts quotes as right where at least half of the letters agree and the speaker is the same. */
export function tallyQuotes(tally: Tally, text: string, gold: Gold, extraction: Extraction): void {
  const expected = gold.quotes.map(({ spans, speaker }) => ({ letters: lettersIn(text, pairs(spans)), speaker }));
  const given = extraction.quotes.map(({ spans, speaker }) => ({ letters: lettersIn(text, spans), speaker }));
  count(tally, expected, given, (a, b) => sameName(a.speaker?.name, b.speaker?.name));
}

export function tallyClaims(tally: Tally, text: string, gold: Gold, extraction: Extraction): void {
  const expected = gold.claims.map(({ spans }) => ({ letters: lettersIn(text, pairs(spans)) }));
  const given = extraction.claims.map(({ spans }) => ({ letters: lettersIn(text, spans) }));
  count(tally, expected, given, () => true);
}

type Lettered = { readonly letters: ReadonlySet<number> };

/** Pairs each with at most one other, the best agreement first. */
function count<A extends Lettered, B extends Lettered>(
  tally: Tally,
  expected: readonly A[],
  given: readonly B[],
  isRight: (a: A, b: B) => boolean,
): void {
  tally.gold += expected.length;
  tally.found += given.length;
  const meetings = expected
    .flatMap((a) => given.map((b) => ({ a, b, agreement: agreement(a.letters, b.letters) })))
    .filter((meeting) => meeting.agreement >= 0.5)
    .sort((x, y) => y.agreement - x.agreement);
  const taken = new Set<A | B>();
  for (const { a, b } of meetings) {
    if (taken.has(a) || taken.has(b)) continue;
    taken.add(a).add(b);
    if (isRight(a, b)) tally.right++;
  }
}

const pairs = (spans: readonly [number, number][]): Span[] => spans.map(([start, end]) => ({ start, end }));

function lettersIn(text: string, spans: readonly Span[]): Set<number> {
  const letters = new Set<number>();
  for (const { start, end } of spans)
    for (let i = start; i < end; i++) if (/[\p{L}\p{N}]/u.test(text[i]!)) letters.add(i);
  return letters;
}

function agreement(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let both = 0;
  for (const letter of a) if (b.has(letter)) both++;
  return both === 0 ? 0 : both / (a.size + b.size - both);
}

/** One name is the other with words around it: a title, an office. */
function sameName(a: string | null | undefined, b: string | null | undefined): boolean {
  const [x, y] = [bare(a), bare(b)];
  if (!x || !y) return x === y;
  return ` ${x} `.includes(` ${y} `) || ` ${y} `.includes(` ${x} `);
}

const bare = (name: string | null | undefined): string =>
  (name ?? '')
    .normalize('NFKD')
    .replace(/\p{M}|ـ/gu, '')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
