import { type ClaimDraft } from '../claim-draft.js';
import { type Span } from '../model.js';
import { type Reading } from '../reading.js';
import { stemsOf } from './stems-of.js';

/** Share of a headline's words that a claim must have, and of a caption's. */
const HEADLINE = 0.55;
const CAPTION = 0.8;
const LEAST = 3;
/** Claims looked up for one word: a word that more claims have tells little. */
const MOST = 12;

/** Claims without those that a caption repeats, each with the further places where it stands. */
export interface LinkedAppearances {
  readonly claims: readonly ClaimDraft[];
  readonly appearances: readonly (readonly Span[])[];
}

/** Links headlines, subheads and captions to the claim of the body that they repeat; a caption's own copy is dropped. */
export function linkAppearances(reading: Reading, drafts: readonly ClaimDraft[]): LinkedAppearances {
  const { tokens, blocks, blockRanges } = reading;
  const body = drafts.filter((draft) => draft.rule !== 'caption');
  const index = new Map<string, number[]>();
  for (const [at, draft] of body.entries()) {
    for (const stem of stemsOf(tokens, draft.parts)) {
      const holders = index.get(stem);
      if (!holders) index.set(stem, [at]);
      else if (holders.length < MOST) holders.push(at);
    }
  }
  const places = new Map<ClaimDraft, Span[]>();
  for (const [at, block] of blocks.entries()) {
    const range = blockRanges[at];
    if (!range || (block.kind !== 'headline' && block.kind !== 'subhead')) continue;
    const found = best(stemsOf(tokens, [range]), HEADLINE);
    // A line of the body taken for a subhead is no second place.
    if (found && !found.spans.some((span) => span.start >= block.start && span.end <= block.end))
      note(found, { start: tokens[range.from]?.start ?? block.start, end: tokens[range.to - 1]?.end ?? block.end });
  }
  const claims = drafts.filter((draft) => {
    if (draft.rule !== 'caption') return true;
    const found = best(stemsOf(tokens, draft.parts), CAPTION);
    if (!found) return true;
    for (const span of draft.spans) note(found, span);
    return false;
  });
  return { claims, appearances: claims.map((draft) => places.get(draft) ?? []) };

  function note(draft: ClaimDraft, span: Span): void {
    places.set(draft, [...(places.get(draft) ?? []), span]);
  }

  /** The body's claim that shares most words, where it shares enough of them. */
  function best(stems: ReadonlySet<string>, share: number): ClaimDraft | null {
    if (stems.size < LEAST) return null;
    const votes = new Map<number, number>();
    for (const stem of stems) for (const at of index.get(stem) ?? []) votes.set(at, (votes.get(at) ?? 0) + 1);
    let winner = -1;
    let most = 0;
    for (const [at, count] of votes) {
      if (count > most) {
        winner = at;
        most = count;
      }
    }
    return most >= LEAST && most >= stems.size * share ? (body[winner] ?? null) : null;
  }
}
