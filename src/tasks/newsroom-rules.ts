import { DEFAULT_POLICY, type NewsroomPolicy } from '../core/workflow/policy.js';
import type { ChosenRating } from '../core/workflow/model.js';
import { findRating, type Rating, type RatingScale } from '../core/workflow/rating-scale.js';
import { DEFAULT_RATING_SCALES } from '../core/workflow/rating-scales.js';
import type { RatingScale as RatingScaleRow } from '../generated/prisma/client.js';
import type { Transaction } from '../platform/database/database.js';

/** What a newsroom's work is held against: its policy, and the scale in force for each kind of task. */
export interface NewsroomRules {
  readonly policy: NewsroomPolicy;
  readonly scales: Readonly<Record<RatingScale['kind'], RatingScale>>;
}

/** The rules of each newsroom that the transaction may see; the defaults where it has none of its own. */
export async function readRules(tx: Transaction, newsroomIds: readonly string[]): Promise<Map<string, NewsroomRules>> {
  const of = { where: { newsroomId: { in: [...newsroomIds] } } };
  const policies = await tx.newsroomPolicy.findMany(of);
  const scales = await tx.ratingScale.findMany({ ...of, orderBy: [{ createdAt: 'asc' }, { version: 'asc' }] });
  return new Map(
    newsroomIds.map((id) => {
      const policy = policies.find((row) => row.newsroomId === id);
      const own = scales.filter((row) => row.newsroomId === id).map(toScale);
      const inForce = (kind: RatingScale['kind']) =>
        own.findLast((scale) => scale.kind === kind) ?? DEFAULT_RATING_SCALES[kind];
      return [
        id,
        {
          policy: policy
            ? {
                minEvidence: policy.minEvidence,
                minRationaleLength: policy.minRationaleLength,
                leaseMs: policy.leaseMinutes * 60_000,
              }
            : DEFAULT_POLICY,
          scales: { QUOTE: inForce('QUOTE'), CLAIM: inForce('CLAIM') },
        },
      ];
    }),
  );
}

/** The part of a rating that the workflow rests on and its events keep; null where the scale has no such rating. */
export function chooseRating(scale: RatingScale, code: string): ChosenRating | null {
  const rating = findRating(scale, code);
  return rating && { code: rating.code, needsEvidence: rating.needsEvidence };
}

/** The version of a scale that a verdict was given in, by `scaleKey`. */
export async function readScales(tx: Transaction, keys: readonly string[]): Promise<Map<string, RatingScale>> {
  const found = new Map(Object.values(DEFAULT_RATING_SCALES).map((scale) => [scaleKey(scale), scale]));
  if (keys.every((key) => found.has(key))) return found;
  const own = await tx.ratingScale.findMany();
  for (const row of own) found.set(scaleKey(row), toScale(row));
  return found;
}

export const scaleKey = ({ code, version }: { code: string; version: number }): string => `${code} ${version}`;

// The ratings are written once checked by core/workflow/check-rating-scale.ts, in this form.
const toScale = ({ code, version, kind, ratings }: RatingScaleRow): RatingScale => ({
  code,
  version,
  kind,
  ratings: ratings as unknown as Rating[],
});
