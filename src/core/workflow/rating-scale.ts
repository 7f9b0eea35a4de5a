/** The languages in which every label is given. */
export const LABEL_LANGUAGES = ['ar', 'en', 'fr'] as const;
export type LabelLanguage = (typeof LABEL_LANGUAGES)[number];

/** schema.org `reviewRating` numbers; worstRating is at least 1 and less than bestRating. */
export interface ClaimReviewNumbers {
  readonly ratingValue: number;
  readonly bestRating: number;
  readonly worstRating: number;
}

/** One answer to a task's question. */
export interface Rating {
  /** In CAPITALS; unique within its scale and never changed: verdicts refer to it. */
  readonly code: string;
  /** Place in a list, from 1. It is where the eye looks for it, no degree of truth. */
  readonly order: number;
  readonly labels: Readonly<Record<LabelLanguage, string>>;
  /** Null for a rating that is no degree on the way from false to true: it is exported by its label alone. */
  readonly claimReview: ClaimReviewNumbers | null;
  /** Whether a verdict with it needs as much evidence as policy asks for. */
  readonly needsEvidence: boolean;
}

/**
 * The ratings for one kind of task: QUOTE asks «was it said, so, by whom?», CLAIM asks «is it true?». A scale in use is
 * never edited in place: a change is a new `version`, and verdicts keep the version that they were given in.
 */
export interface RatingScale {
  readonly code: string;
  readonly version: number;
  readonly kind: 'QUOTE' | 'CLAIM';
  readonly ratings: readonly Rating[];
}

/** The rating of that code; null where the scale has none. */
export function findRating(scale: RatingScale, code: string): Rating | null {
  return scale.ratings.find((rating) => rating.code === code) ?? null;
}
