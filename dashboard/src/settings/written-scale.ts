import type { SaveRatingScaleInput, ScaleInFullFragment } from '../generated/documents';

/** A rating while it is written. */
export interface WrittenRating {
  /** Tells rows apart while codes are typed. */
  readonly key: number;
  readonly code: string;
  readonly labels: { readonly ar: string; readonly en: string; readonly fr: string };
  readonly needsEvidence: boolean;
  /** ClaimReview's three numbers; null for a rating that is no degree. */
  readonly degree: { readonly value: number; readonly best: number; readonly worst: number } | null;
}

export interface WrittenScale {
  readonly code: string;
  readonly ratings: readonly WrittenRating[];
}

const DEFAULT_CODE = /^DEFAULT_/;

/** What one begins with: a scale as it is; of a default one a copy under a code of the newsroom's own. */
export const beginScale = ({ code, ratings }: ScaleInFullFragment): WrittenScale => ({
  code: code.replace(DEFAULT_CODE, 'OWN_'),
  ratings: ratings.map(({ code: own, labels: { ar, en, fr }, needsEvidence, ...degree }, key) => ({
    ...{ key, code: own, labels: { ar, en, fr }, needsEvidence },
    degree:
      degree.ratingValue == null
        ? null
        : { value: degree.ratingValue, best: degree.bestRating ?? 5, worst: degree.worstRating ?? 1 },
  })),
});

export const addRating = (ratings: readonly WrittenRating[]): WrittenRating[] => [
  ...ratings,
  {
    key: Math.max(-1, ...ratings.map(({ key }) => key)) + 1,
    ...{ code: '', labels: { ar: '', en: '', fr: '' }, needsEvidence: true, degree: null },
  },
];

/** One place up or down; at the ends nothing moves. */
export function moveRating(ratings: readonly WrittenRating[], at: number, by: 1 | -1): WrittenRating[] {
  const moved = [...ratings];
  const [taken] = moved.splice(at, 1);
  moved.splice(Math.max(0, Math.min(at + by, moved.length)), 0, taken!);
  return moved;
}

/** What the service is asked to save: a new version of the scale where it is the newsroom's own, else a new scale. */
export function toScaleInput(scale: ScaleInFullFragment, written: WrittenScale): SaveRatingScaleInput {
  const code = written.code.trim();
  return {
    kind: scale.kind,
    code,
    expectedVersion: code === scale.code ? scale.version : 0,
    ratings: written.ratings.map(({ code: own, labels, needsEvidence, degree }) => ({
      ...{ code: own.trim(), labels, needsEvidence },
      ...(degree ? { ratingValue: degree.value, bestRating: degree.best, worstRating: degree.worst } : {}),
    })),
  };
}
