import type { SpeakerKind, Stance } from '../extraction/model.js';
import type { Claimant } from './model.js';

interface Named {
  readonly name: string | null;
  readonly kind: SpeakerKind | null;
  readonly anonymous: boolean;
}

/** What a task is about, as far as it tells who made the claim. */
export interface Attribution {
  readonly kind: 'QUOTE' | 'CLAIM';
  /** Of a quote: who is said to have said it. Of a claim: its source; null in the article's own voice. */
  readonly speaker: Named | null;
  /** Null for a quote. */
  readonly stance: Stance | null;
  /** The claim that this one denies, where the article states it. */
  readonly denied: { readonly stance: Stance; readonly speaker: Named | null } | null;
  /** Who published the article. */
  readonly outlet: { readonly name: string; readonly url: string } | null;
}

/**
 * Who made the claim under review, where that is known and may be named.
 *
 * Of a quote the claim is *that X said it*: it is made by the outlet that carried the quote, never by X. A denied claim
 * is made by whoever asserts it elsewhere in the article, never by the one who denies it.
 */
export function findClaimant({ kind, speaker, stance, denied, outlet }: Attribution): Claimant | null {
  if (kind === 'QUOTE') return outlet && { type: 'Organization', ...outlet };
  if (stance !== 'DENIED') return nameable(speaker);
  if (denied === null || denied.stance === 'DENIED' || denied.speaker?.name === speaker?.name) return null;
  return nameable(denied.speaker);
}

/** The names under which nobody may stand as the claimant of this claim. */
export function findNotClaimants({ kind, speaker, stance, denied }: Attribution): readonly string[] {
  const hidden = [speaker, denied?.speaker].filter((each) => each?.anonymous);
  const barred = kind === 'QUOTE' || stance === 'DENIED' ? [speaker, ...hidden] : hidden;
  return barred.flatMap((each) => each?.name ?? []);
}

/** An unnamed source stays unnamed, and a document answers for nothing. */
function nameable(speaker: Named | null): Claimant | null {
  if (!speaker || speaker.anonymous || speaker.name === null || speaker.kind === 'DOCUMENT') return null;
  return { type: speaker.kind === 'PERSON' ? 'Person' : 'Organization', name: speaker.name, url: null };
}
