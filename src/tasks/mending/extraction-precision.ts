import type { ExtractionPrecision, ExtractionPrecisionFilter } from '../../generated/graphql.js';
import { Prisma } from '../../generated/prisma/client.js';
import { Conditions } from '../../platform/database/conditions.js';
import type { Transaction } from '../../platform/database/database.js';

/** Mends that say that what was found was not found right. Other words for a proposition say nothing of the kind. */
const CHANGES = ['SPLIT', 'MERGE', 'MERGE_INTO', 'REATTRIBUTE', 'REFUSE_RESOLUTION', 'RESPAN', 'RECLASSIFY'];

/**
 * Counts, by rule, cue and language, what people made of what was found; the most judged first. Judged is what was
 * rejected, changed, or approved as it stood: of what nobody has looked at yet, nothing is known. A rejection that was
 * taken back is none. The cue is the one that was proposed, also where a person has said another since.
 */
export function countPrecision(
  tx: Transaction,
  filter: ExtractionPrecisionFilter,
  limit: number,
): Promise<ExtractionPrecision[]> {
  const where = new Conditions()
    .add(filter.kind, (kind) => Prisma.sql`t.kind = ${kind}::"ReviewTaskKind"`)
    .add(filter.language, (language) => Prisma.sql`t.language = ${language}`)
    .add(filter.rule, (rule) => Prisma.sql`s.rule = ${rule}`)
    .add(filter.since, (time) => Prisma.sql`t.updated_at >= ${time.toISOString()}::timestamptz`)
    .add(true, () => Prisma.sql`s.origin <> 'PERSON'`)
    .where();
  return tx.$queryRaw<ExtractionPrecision[]>`
    with judged as (
      select id from review_tasks where status in ('APPROVED', 'PUBLISHED') or subject_state = 'REJECTED'
      union select task_id from extraction_feedback where action = any(${CHANGES}::text[])
    ), outcomes as (
      select t.kind, s.origin, s.rule, t.language, case when f.task_id is null then s.cue else f.cue end as cue,
        case when t.subject_state = 'REJECTED' then 'rejected' when f.task_id is null then 'kept' else 'changed' end as outcome
      from judged j join review_tasks t on t.id = j.id
      cross join lateral (
        select origin, rule, cue ->> 'text' as cue from quotes where id = t.quote_id
        union all select origin, rule, chain #>> '{0,cue,text}' from claims where id = t.claim_id) s
      left join lateral (select task_id, cue from extraction_feedback x
        where x.newsroom_id = t.newsroom_id and x.task_id = t.id and x.action = any(${CHANGES}::text[])
        order by number limit 1) f on true
      ${where}
    )
    select kind::text, origin::text, rule, cue, language, count(*)::int as judged,
      (count(*) filter (where outcome = 'kept'))::int as kept,
      (count(*) filter (where outcome = 'changed'))::int as changed,
      (count(*) filter (where outcome = 'rejected'))::int as rejected,
      (count(*) filter (where outcome <> 'rejected'))::float / count(*) as precision,
      (count(*) filter (where outcome = 'kept'))::float / count(*) as exactness
    from outcomes group by kind, origin, rule, cue, language
    order by judged desc, rule, cue nulls first, language, kind limit ${limit}`;
}
