import fastify from 'fastify';
import type pg from 'pg';
import { compare, type Comparison } from './measure.js';
import type { ThrowawayService } from './throwaway-service.js';

export const QUERY = `{ reviewTasks(first: 50) { nodes { id kind status priority version
  article { id title language } subject {
    ... on Quote { id text type speaker { name kind anonymous } spans { start end text } }
    ... on Claim { id text stance proposition checkWorthiness speaker { name kind anonymous } spans { start end text } } } } } }`;

const HAND_WRITTEN = `select t.id, t.kind, t.status, t.priority, t.version, a.id as article_id, a.title, a.language,
    c.id as claim_id, c.text, c.stance, c.proposition, c.check_worthiness, c.spans, s.name, s.kind as speaker_kind, s.anonymous
  from review_tasks t join articles a on a.id = t.article_id join claims c on c.id = t.claim_id
  left join speakers s on s.id = c.speaker_id
  where t.newsroom_id = $1 order by t.priority desc, t.id limit 50`;

/** A page of 50 tasks over GraphQL against one hand-written query on a bare route, and a long list against a short one. */
export async function benchTaskList(service: ThrowawayService, owner: pg.Pool): Promise<Comparison[]> {
  const { app, key, newsroomId } = service;
  const bare = fastify();
  bare.get('/tasks', async () => (await owner.query(HAND_WRITTEN, [newsroomId])).rows);
  await bare.ready();
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  const graphql = async () => {
    const answer = await app.fastify.inject({ method: 'POST', url: '/graphql', headers, payload: { query: QUERY } });
    const { data } = answer.json<{ data: { reviewTasks: { nodes: unknown[] } } | null }>();
    if (data?.reviewTasks.nodes.length !== 50) throw new Error(answer.body.slice(0, 300));
  };
  await seed(owner, newsroomId, 1_000);
  const list = await compare('50 tasks by GraphQL / bare SQL route', 2, 200, graphql, () => bare.inject('/tasks'));
  const short = await medianOf(graphql);
  await seed(owner, newsroomId, 200_000);
  const long = await medianOf(graphql);
  await bare.close();
  return [
    list,
    { name: '50 of 200,000 tasks / 50 of 1,000', ours: long, yardstick: short, ratio: long / short, bar: 1.5 },
  ];
}

const medianOf = async (work: () => Promise<unknown>) => (await compare('', 0, 100, work, () => undefined)).ours;

/** Fills the newsroom up to `total` claim tasks, with one statement a table. */
async function seed(owner: pg.Pool, newsroomId: string, total: number): Promise<void> {
  const article = `'00000000-0000-7000-8000-00000000000a'::uuid`;
  const id = (kind: string) => `('00000000-0000-7000-8${kind}00-' || lpad(to_hex(i), 12, '0'))::uuid`;
  const series = `generate_series((select count(*) from claims where newsroom_id = '${newsroomId}') + 1, ${total}) i`;
  await owner.query(`
    insert into articles (id, newsroom_id, title, language, status, text_hash)
      values (${article}, '${newsroomId}', 'عنوان المادة', 'ar', 'READY', 'x') on conflict do nothing;
    insert into speakers (id, newsroom_id, article_id, name, name_folded, kind, anonymous)
      values (${article}, '${newsroomId}', ${article}, 'ناطق', 'ناطق', 'PERSON', false) on conflict do nothing;
    create temporary table numbers as select i from ${series};
    insert into claims (id, newsroom_id, article_id, version_number, ordinal, text, spans, speaker_id, chain, stance,
        proposition, check_worthiness, reasons, appearances, rule, confidence)
      select ${id('1')}, '${newsroomId}', ${article}, 1, i, 'نص الادعاء رقم ' || i, '[{"start":0,"end":3,"text":"نص"}]',
        ${article}, '[]', 'ASSERTED', 'نص', 0.5, '[]', '[]', 'bench', 1 from numbers;
    insert into review_tasks (id, newsroom_id, article_id, kind, claim_id, status, version, priority, language, stance,
        anonymous, speaker_folded, text_folded, check_worthiness, text_position)
      select ${id('2')}, '${newsroomId}', ${article}, 'CLAIM', ${id('1')}, 'OPEN', 1, i % 101, 'ar', 'ASSERTED', false,
        'ناطق', 'نص الادعاء رقم ' || i, 0.5, i from numbers;
    drop table numbers;`);
  await owner.query('analyze');
}
