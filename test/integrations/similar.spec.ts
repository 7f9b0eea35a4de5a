import { keepExternalFactChecks } from '../../src/integrations/imports/external-fact-checks.store.js';
import { Desk, type Person } from '../desk/desk.js';
import { leastStatements } from '../kit/count-statements.js';
import type { TestNewsroom } from '../kit/newsrooms.js';
import { addReadyArticle, addTasks } from '../kit/row-builders.js';

const SIMILAR = `query ($id: ID!, $first: Int) { reviewTask(id: $id) { similar(first: $first) {
  similarity task { id article { id } } externalFactCheck { id claimReviewed publisher } } } }`;
const CLAIM = 'دخلت شحنة من الأسلحة عبر الميناء الشمالي يوم الاثنين';
const SAME = 'دخلت شحنة من الاسلحه عبر الميناء الشمالي يوم الإثنين';
const NEAR = 'قال إن شحنة من الأسلحة دخلت عبر الميناء الشمالي';
const OTHER = 'ارتفعت صادرات القمح بنسبة 12 في المئة خلال العام';

let desk: Desk;
let viewer: Person;

beforeAll(async () => {
  desk = await Desk.start();
  viewer = await desk.join('VIEWER');
});

afterAll(() => desk.close());

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);

async function addTask(text: string, wish: object = {}, { handle }: TestNewsroom = desk.newsroom): Promise<string> {
  const [id] = await addTasks(handle, await addReadyArticle(handle), [{ text, ...wish }]);
  return id!;
}

const external = (claimReviewed: string, newsroom = desk.newsroom) =>
  newsroom.handle.transaction((tx) => {
    const nothing = {
      publisherUrl: null,
      title: null,
      claimant: null,
      claimDate: null,
      language: null,
      reviewedAt: null,
    };
    const rating = { rating: 'False', ratingValue: null, bestRating: null, worstRating: null };
    const url = `https://checks.example/${encodeURIComponent(claimReviewed)}`;
    const review = { url, publisher: 'Checks', claimReviewed, ...nothing, ...rating };
    return keepExternalFactChecks(tx, newsroom.id, [review], new Date());
  });

const similar = async (id: string, first?: number) => (await viewer.ask(SIMILAR, { id, first })).reviewTask.similar;

it('finds earlier claims and the fact-checks of others in much the same words, most alike first', async () => {
  const other = await desk.otherNewsroom();
  await addTask(SAME, { createdAt: minutesAgo(9) }, other);
  await external(CLAIM, other);
  const near = await addTask(NEAR, { createdAt: minutesAgo(8) });
  const same = await addTask(SAME, { createdAt: minutesAgo(7) });
  await addTask(OTHER, { createdAt: minutesAgo(6) });
  await addTask(SAME, { createdAt: minutesAgo(5), subjectState: 'REJECTED', status: 'DISMISSED' });
  const sought = await addTask(CLAIM, { createdAt: minutesAgo(4) });
  await addTask(SAME, { createdAt: minutesAgo(1) });
  await external(`${CLAIM} الماضي`);
  await external(OTHER);
  const found = await similar(sought);
  expect(found.map(({ task, externalFactCheck }: Found) => task?.id ?? externalFactCheck?.claimReviewed)).toEqual([
    same,
    `${CLAIM} الماضي`,
    near,
  ]);
  expect(found[0].similarity).toBe(1);
  const likenesses = found.map(({ similarity }: Found) => similarity);
  expect(likenesses).toEqual([...likenesses].sort((a: number, b: number) => b - a));
  expect(await similar(sought, 1)).toEqual(found.slice(0, 1));
  expect(await similar(sought, 0)).toEqual([]);
});

interface Found {
  readonly similarity: number;
  readonly task: { readonly id: string } | null;
  readonly externalFactCheck: { readonly claimReviewed: string } | null;
}

it('passes over other places of the same article, and what is too short to resemble anything', async () => {
  const articleId = await addReadyArticle(desk.newsroom.handle);
  const text = 'The northern mill paid four million dollars for flour';
  const [, second] = await addTasks(desk.newsroom.handle, articleId, [{ text }, { text }]);
  expect(await similar(second!)).toEqual([]);
  await addTask('It is so.', { createdAt: minutesAgo(5) });
  expect(await similar(await addTask('It is so.'))).toEqual([]);
});

it('takes as many statements for many tasks as for one', async () => {
  for (let i = 0; i < 12; i++) await addTask(`The canal of Ferrol carried ${i} barges in one night`);
  const ask = (first: number) => {
    const query = `query ($first: Int) { reviewTasks(first: $first, filter: { text: "barges" }) { nodes { similar(first: 3) { task { id } } } } }`;
    return leastStatements(() => viewer.ask(query, { first }), 6);
  };
  await ask(1);
  expect(await ask(12)).toBe(await ask(3));
});

it('is for a handful of tasks at once: each is a search of its own', async () => {
  for (let i = 0; i < 12; i++) await addTask(`The ferry of Ferrol carried ${i} barges in one day`);
  const query = `{ reviewTasks(first: 21, filter: { text: "barges" }) { nodes { similar { similarity } } } }`;
  expect((await viewer.failure(query)).extensions.code).toBe('QUERY_TOO_COMPLEX');
});

it.each([[-1], [21]])('refuses to give %i', async (first) => {
  const id = await addTask(OTHER);
  expect((await viewer.failure(SIMILAR, { id, first })).extensions.code).toBe('BAD_USER_INPUT');
});

it('shows a connection without a newsroom nothing, and lets no other role ask', async () => {
  const call = `select * from similar_claims('${SAME}', gen_random_uuid(), now(), 0.1::real, 20)`;
  expect(await desk.database.app.forSystem('directory').transaction((tx) => tx.$queryRawUnsafe(call))).toEqual([]);
  const [rights] = await desk.database.owner<{ open: boolean }>(
    `select has_function_privilege('public', 'similar_claims(text, uuid, timestamptz, real, integer)', 'execute') as open`,
  );
  expect(rights!.open).toBe(false);
});
