import { DEFAULT_POLICY, type NewsroomPolicy } from '../core/workflow/policy.js';
import type { Transaction } from '../platform/database/database.js';
import { takeTurns } from '../platform/database/take-turns.js';

/** The policy of each newsroom that the transaction may see, by newsroom id; the default one where it has none. */
export async function readPolicies(
  tx: Transaction,
  newsroomIds: readonly string[],
): Promise<Map<string, NewsroomPolicy>> {
  const rows = await tx.newsroomPolicy.findMany({ where: { newsroomId: { in: [...newsroomIds] } } });
  return new Map(
    newsroomIds.map((id) => {
      const row = rows.find(({ newsroomId }) => newsroomId === id);
      if (!row) return [id, DEFAULT_POLICY];
      const { newsroomId: _newsroomId, leaseMinutes, reasonWeights, ...same } = row;
      const weights = reasonWeights as Record<string, number>;
      return [id, { ...same, leaseMs: leaseMinutes * 60_000, reasonWeights: weights }];
    }),
  );
}

/** Changes of the rules of one newsroom follow one another: the second waits, and then meets what the first has made. */
export const lockRules = (tx: Transaction, newsroomId: string) => takeTurns(tx, 'rules', newsroomId);

export async function savePolicy(
  tx: Transaction,
  newsroomId: string,
  { leaseMs, reasonWeights, ...same }: NewsroomPolicy,
): Promise<void> {
  const content = { ...same, leaseMinutes: leaseMs / 60_000, reasonWeights: { ...reasonWeights } };
  await tx.newsroomPolicy.upsert({ where: { newsroomId }, create: { newsroomId, ...content }, update: content });
}
