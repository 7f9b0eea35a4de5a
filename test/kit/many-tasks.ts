import type { FreshDatabase } from './fresh-database.js';

/** So many tasks of claims with texts of their own, written by the database itself; the text of each is about `size` long. */
export async function addManyTasks(
  { owner }: FreshDatabase,
  { newsroomId, articleId }: { newsroomId: string; articleId: string },
  many: number,
  size = 200,
): Promise<void> {
  await owner(
    `with made as (
       select n, gen_random_uuid() as claim_id, gen_random_uuid() as task_id,
         'Claim ' || n || ' of many: ' || repeat(md5(n::text) || ' ', $4::int / 33) as text
       from generate_series(1, $3::int) n),
     claims as (
       insert into claims (id, newsroom_id, article_id, version_number, ordinal, text, spans, chain, stance, proposition,
         check_worthiness, reasons, appearances, rule, confidence)
       select claim_id, $1, $2, 1, 1000000 + n, text, '[]', '[]', 'ASSERTED', text, 0.5, '[]', '[]', 'test', 1 from made)
     insert into review_tasks (id, newsroom_id, article_id, kind, claim_id, status, language, stance, anonymous,
       speaker_folded, text_folded, check_worthiness, text_position, created_at)
     select task_id, $1, $2, 'CLAIM', claim_id, 'OPEN', 'en', 'ASSERTED', false, '', left(text, 60), 0.5, n,
       -- Seven at the same moment, so that a place needs more than the time.
       now() - make_interval(secs => $3::int - n / 7) from made`,
    [newsroomId, articleId, many, size],
  );
}
