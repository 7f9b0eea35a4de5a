import type { Transaction } from '../../platform/database/database.js';

/** What resembles a task, by id: one of the two is null. */
export interface ClaimMatchRow {
  readonly taskId: string | null;
  readonly externalId: string | null;
  readonly similarity: number;
}

/** Of all trigrams of the two texts so many are in both. Below, what is found shares names and phrases, not a claim. */
const LEAST_SIMILARITY = 0.4;
/** Characters of a text that are looked for: each costs, and the beginning tells a claim from others. */
const LONGEST_SOUGHT = 400;
/** Shorter than this, anything resembles anything. */
const LEAST_SOUGHT = 12;

/** A task, and how many of what resembles it are wanted. */
export const matchKey = (taskId: string, most: number): string => `${taskId} ${most}`;

/** What resembles each task, most alike first, by `matchKey`. */
export async function readClaimMatches(
  tx: Transaction,
  keys: readonly string[],
): Promise<Map<string, ClaimMatchRow[]>> {
  const rows = await tx.$queryRaw<(ClaimMatchRow & { key: string })[]>`
    select key, m.task_id as "taskId", m.external_id as "externalId", m.similarity::float as similarity
    from unnest(${[...keys]}::text[]) key
    join review_tasks t on t.id = split_part(key, ' ', 1)::uuid
    cross join lateral similar_claims(left(t.text_folded, ${LONGEST_SOUGHT}::int), t.article_id, t.created_at,
      ${LEAST_SIMILARITY}::real, split_part(key, ' ', 2)::int) m
    where length(btrim(t.text_folded)) >= ${LEAST_SOUGHT}::int
    order by m.similarity desc, m.task_id, m.external_id`;
  return new Map(keys.map((key) => [key, rows.filter((row) => row.key === key)]));
}
