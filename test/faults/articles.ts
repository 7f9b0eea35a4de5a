import { extract } from '../../src/core/extraction/extract.js';
import type { FreshDatabase } from '../kit/fresh-database.js';
import { GraphqlClient } from '../kit/graphql-client.js';
import { until } from '../kit/until.js';

/** Different articles, Arabic and English, most with a handful of quotes and claims, some with none at all. */
export const makeTexts = (count: number): string[] => Array.from({ length: count }, (_, i) => textOf(i));

function textOf(i: number): string {
  if (i % 10 === 9) return `🙂 ${i}`;
  if (i % 2) {
    return (
      `Prices in district ${i} fell by ${i + 3} percent in 2023, the ministry said.\r\n` +
      `“We sold ${i * 100} houses in May,” said Karim Aziz, the mayor of Tyre.\r\n` +
      `A senior official denied that contract ${i} had been signed in 2024.\r\n`
    );
  }
  return (
    `قال الوزير توماس ريندال إن المحطة رقم ${i} ستسقي نصف مليون شخص عام 2030.\n` +
    `ونفى مسؤول حكومي رفيع أن تكون بلاده باعت ${i + 7} طائرة في عام 2022.\n` +
    `وأضاف ريندال: "لن نوقع العقد رقم ${i} قبل نهاية العام".\n`
  );
}

/** Submits a text until the service says that it has it, wherever the service is by then. */
export async function submitUntilTaken(url: () => Promise<string>, key: string, text: string): Promise<void> {
  const query = 'mutation ($input: SubmitArticleInput!) { submitArticle(input: $input) { article { id } } }';
  await until(
    'the article is taken',
    async () => {
      const answer = await new GraphqlClient(await url()).graphql(query, { input: { text } }, key);
      // A service that loses its database says INTERNAL or CONFLICT; the client sends the text again.
      return answer.body.data?.submitArticle?.article.id;
    },
    { within: 120_000, every: 50 },
  );
}

export const countReady = async ({ owner }: Pick<FreshDatabase, 'owner'>): Promise<number> =>
  (await owner<{ n: number }>(`select count(*)::int as n from articles where status = 'READY'`))[0]!.n;

/** Jobs that are not over: what a fault in this moment can hit. */
export const countJobsLeft = async ({ owner }: Pick<FreshDatabase, 'owner'>): Promise<number> =>
  (await owner<{ n: number }>(`select count(*)::int as n from jobs where state in ('WAITING', 'RELAYED')`))[0]!.n;

interface Found {
  kind: string;
  spans: { start: number; end: number }[];
}

/** In any order: what is compared is what was found, each so many times. */
const sorted = (found: Found[]): string[] => found.map((each) => JSON.stringify(each)).sort();

const place = ({ start, end }: { start: number; end: number }) => ({ start, end });

/**
 * Compares everything that the pipeline wrote with what `extract` gives for the texts, each text on its own: every
 * article once and READY, exactly the tasks expected, each opened once, no job left.
 */
export async function expectExactlyTheTasksOf(
  texts: readonly string[],
  { owner }: Pick<FreshDatabase, 'owner'>,
): Promise<void> {
  const articles = await owner<{ id: string; text: string; status: string; total: number; prepared: number }>(
    `select a.id, v.text, a.status::text, a.tasks_total as total, a.tasks_prepared as prepared
     from articles a join article_versions v on v.article_id = a.id`,
  );
  expect(articles.map(({ text }) => text).sort()).toEqual([...texts].sort());
  const tasks = await owner<Found & { article: string; status: string; version: number; actions: string[] }>(
    `select t.article_id as article, t.kind::text, t.status::text, t.version, coalesce(q.spans, c.spans) as spans,
       (select array_agg(e.action order by e.number) from task_events e where e.task_id = t.id) as actions
     from review_tasks t left join quotes q on q.id = t.quote_id left join claims c on c.id = t.claim_id`,
  );
  for (const { id, text, ...state } of articles) {
    const { quotes, claims } = extract(text);
    const expected = [
      ...quotes.map(({ spans }) => ({ kind: 'QUOTE', spans: spans.map(place) })),
      ...claims.map(({ spans }) => ({ kind: 'CLAIM', spans: spans.map(place) })),
    ];
    const own = tasks.filter(({ article }) => article === id);
    expect(sorted(own.map(({ kind, spans }) => ({ kind, spans: spans.map(place) })))).toEqual(sorted(expected));
    expect(state).toEqual({ status: 'READY', total: expected.length, prepared: expected.length });
  }
  const odd = tasks.filter(
    ({ status, version, actions }) => status !== 'OPEN' || version !== 1 || actions?.join() !== 'PREPARE',
  );
  expect(odd).toEqual([]);
  // Nothing beside the tasks either: no quote, claim, event or job twice or left over.
  const [rest] =
    await owner(`select (select count(*)::int from quotes) + (select count(*)::int from claims) as subjects,
    (select count(*)::int from task_events) as events,
    (select count(*)::int from jobs where state <> 'DONE') as unfinished,
    (select count(*)::int from jobs) as jobs`);
  const n = tasks.length;
  expect(n).toBeGreaterThan(texts.length * 2);
  expect(rest).toEqual({ subjects: n, events: n, unfinished: 0, jobs: n + texts.length });
}
