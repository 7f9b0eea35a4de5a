import type { ChosenRating } from '../core/workflow/model.js';
import type { NewsroomPolicy } from '../core/workflow/policy.js';
import { findRating, type RatingScale } from '../core/workflow/rating-scale.js';
import type { Transaction } from '../platform/database/database.js';
import { readPolicies } from './newsroom-policy.store.js';
import { readScaleRecords, scaleInForce } from './rating-scales.store.js';

/** What a newsroom's work is held against: its policy, and the scale in force for each kind of task. */
export interface NewsroomRules {
  readonly policy: NewsroomPolicy;
  readonly scales: Readonly<Record<RatingScale['kind'], RatingScale>>;
}

/** The rules of each newsroom that the transaction may see; the defaults where it has none of its own. */
export async function readRules(tx: Transaction, newsroomIds: readonly string[]): Promise<Map<string, NewsroomRules>> {
  const policies = await readPolicies(tx, newsroomIds);
  const scales = await readScaleRecords(tx, newsroomIds);
  return new Map(
    newsroomIds.map((id) => {
      const own = scales.get(id) ?? [];
      const inForce = { QUOTE: scaleInForce(own, 'QUOTE'), CLAIM: scaleInForce(own, 'CLAIM') };
      return [id, { policy: policies.get(id)!, scales: inForce }];
    }),
  );
}

/** The part of a rating that the workflow rests on and its events keep; null where the scale has no such rating. */
export function chooseRating(scale: RatingScale, code: string): ChosenRating | null {
  const rating = findRating(scale, code);
  return rating && { code: rating.code, needsEvidence: rating.needsEvidence };
}
