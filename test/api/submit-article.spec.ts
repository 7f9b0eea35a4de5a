import { type FreshDatabase, freshDatabase } from '../kit/fresh-database.js';
import { makeNewsroom, type TestNewsroom } from '../kit/newsrooms.js';
import { startApp, type TestApp } from '../kit/start-app.js';

let database: FreshDatabase;
let app: TestApp;
let newsroom: TestNewsroom;
let key: string;

beforeAll(async () => {
  database = await freshDatabase();
  newsroom = await makeNewsroom(database.app);
  ({ key } = await newsroom.member('FACT_CHECKER'));
  app = await startApp(database, { role: 'api' });
});

afterAll(async () => {
  await app.close();
  await database.drop();
});

const ARTICLE =
  'id text title language publishedAt sourceUrl externalId status failure progress { total prepared decided }';
const SUBMIT = `mutation ($input: SubmitArticleInput!) { submitArticle(input: $input) { created article { ${ARTICLE} } } }`;

const send = (input: object, by = key) => app.graphql(SUBMIT, { input }, by);
const submit = async (input: object, by = key) => (await send(input, by)).expectData().submitArticle;
const refuse = async (input: object) => (await send(input)).expectError('BAD_USER_INPUT').extensions.fields!;

const countArticles = async () =>
  (
    await database.owner<{ n: number }>('select count(*)::int as n from articles where newsroom_id = $1', [newsroom.id])
  )[0]!.n;

it('stores what was handed in, and one job for it', async () => {
  const input = {
    text: 'The minister said that the talks had ended.',
    title: 'Talks',
    language: 'en',
    publishedAt: '2024-10-09T19:05:00+03:00',
    sourceUrl: 'https://news.example/talks?page=1',
    externalId: 'cms-1',
  };
  const { created, article } = await submit(input);
  expect(created).toBe(true);
  expect(article).toEqual({
    ...input,
    id: expect.any(String),
    publishedAt: '2024-10-09T16:05:00.000Z',
    status: 'RECEIVED',
    failure: null,
    progress: { total: 0, prepared: 0, decided: 0 },
  });
  const jobs = await database.owner(`select name, payload, state from jobs where payload ->> 'articleId' = $1`, [
    article.id,
  ]);
  expect(jobs).toEqual([
    { name: 'extract-article', payload: { articleId: article.id, versionNumber: 1 }, state: 'WAITING' },
  ]);
});

describe('exactly as it came', () => {
  it.each([
    ['CRLF', 'One line.\r\nAnother.\r\n\r\nA third.'],
    ['lone CR', 'One line.\rAnother.'],
    ['a byte order mark', '\ufeffA text with a mark before it.'],
    ['leading and trailing space', '  \n\tA text.  \n\n'],
    ['Arabic with marks and direction signs', '\u200fقالَ الوزيرُ: «لا تعليق».\u200e\u00a0\u202bنعم\u202c'],
    ['decomposed and composed letters', 'e\u0301 \u00e9 \u0627\u0653 \u0622 \ufefb'],
    ['astral characters', '😀 𝔸 🇸🇦 👩‍👩‍👧'],
    ['one control character among many letters', `A text\u0007 with a bell. ${'More words. '.repeat(10)}`],
    ['a form feed and vertical tab in much text', `A page.\f\u000b${'More words follow here. '.repeat(20)}`],
    ['a backslash and SQL', `C:\\new\\table '; drop table articles; -- \\u0000 %s $1`],
  ])('keeps %s', async (_name, text) => {
    const { article } = await submit({ text });
    expect(article.text).toBe(text);
    const read = await app.graphql('query ($id: ID!) { article(id: $id) { text } }', { id: article.id }, key);
    expect(read.expectData().article.text).toBe(text);
  });

  it('takes 200,000 code units, each written as an escape of six characters', async () => {
    const text = 'م'.repeat(199_999) + '.';
    const escaped = text.replace(/[^\0-\x7f]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
    const body = `{"query":${JSON.stringify(SUBMIT)},"variables":{"input":{"text":"${escaped}"}}}`;
    expect(body.length).toBeGreaterThan(1_199_000);
    const answer = await app.post(body, { authorization: `Bearer ${key}` });
    expect(answer.expectData().submitArticle.article.text === text).toBe(true);
  });

  it('takes 200,000 code units of characters that count as two', async () => {
    const text = '😀'.repeat(99_999) + 'ab';
    expect(text.length).toBe(200_000);
    expect((await submit({ text })).article.text === text).toBe(true);
  });
});

describe('refuses', () => {
  it.each([
    ['nothing', undefined],
    ['null', null],
    ['an empty text', ''],
    ['blanks', ' \t\r\n\u00a0\u2003\u3000'],
    ['marks that show nothing', '\ufeff\u200b\u200f\u2060'],
    ['one unit too many', 'a'.repeat(200_001)],
    ['one unit too many in characters that count as two', '😀'.repeat(100_000) + 'a'],
    ['NUL', 'A text\0 with NUL.'],
    ['the first half of a pair', 'A text \ud83d with half a smile.'],
    ['the second half of a pair', 'A text \ude00 with half a smile.'],
    ['a pair in the wrong order', 'A text \ude00\ud83d.'],
    ['a binary file', `PNG\u0001\u0002\u0003\u0004\u0005 ${'x'.repeat(100)}`],
    ['the C1 controls of a binary file', `text\u0080\u0081\u0090\u009f${'x'.repeat(100)}`],
  ])('%s', async (_name, text) => {
    const before = await countArticles();
    expect(Object.keys(await refuse({ text }))).toEqual(['text']);
    expect(await countArticles()).toBe(before);
  });

  it.each([
    ['title', 'x'.repeat(1_001)],
    ['title', 'NUL\0'],
    ['title', 'half \ud83d'],
    ['externalId', ' '],
    ['externalId', 'x'.repeat(201)],
    ['sourceUrl', 'javascript:alert(1)'],
    ['sourceUrl', 'no address'],
    ['language', 'arabic!'],
    ['publishedAt', '2024-13-01'],
    ['publishedAt', '2024-10-09T19:05:00'],
    ['publishedAt', 1_728_000_000],
  ])('a %s such as %j', async (field, value) => {
    expect(Object.keys(await refuse({ text: 'A good text.', [field]: value }))).toEqual([field]);
  });
});

describe('submitting again', () => {
  it('gives the same article for the same text', async () => {
    const first = await submit({ text: 'Twice the same text.' });
    const second = await submit({ text: 'Twice the same text.' });
    expect(second).toEqual({ created: false, article: first.article });
  });

  it('tells texts apart that differ in one sign, or in composition alone', async () => {
    const ids = [];
    for (const text of ['A caf\u00e9.', 'A cafe\u0301.', 'A caf\u00e9. ', 'A cafe.']) {
      ids.push((await submit({ text })).article.id);
    }
    expect(new Set(ids).size).toBe(4);
  });

  it('fills metadata that was empty, and changes none that was there', async () => {
    const text = 'A text that gets its metadata later.';
    const { article } = await submit({ text, title: 'Kept' });
    const second = await submit({
      ...{ text, title: 'Ignored', externalId: 'late-1' },
      ...{ sourceUrl: 'https://news.example/late', publishedAt: '2024-01-01T00:00:00Z' },
    });
    expect(second).toEqual({
      created: false,
      article: {
        ...article,
        externalId: 'late-1',
        sourceUrl: 'https://news.example/late',
        publishedAt: '2024-01-01T00:00:00.000Z',
      },
    });
    const third = await submit({ text, externalId: 'late-2', sourceUrl: 'https://news.example/other' });
    expect(third).toEqual({ created: false, article: second.article });
  });

  it('finds a title that was filled in later', async () => {
    const text = 'A text whose title comes later.';
    await submit({ text });
    const { article } = await submit({ text, title: 'عنوانٌ متأخر' });
    const found = await app.graphql('{ articles(filter: { text: "عنوان متاخر" }) { nodes { id } } }', {}, key);
    expect(found.expectData().articles.nodes).toEqual([{ id: article.id }]);
  });

  it('looks the externalId up first', async () => {
    const one = await submit({ text: 'The text of one.', externalId: 'ext-one' });
    const two = await submit({ text: 'The text of two.', externalId: 'ext-two' });
    expect((await submit({ text: 'The text of one.', externalId: 'ext-one' })).article.id).toBe(one.article.id);
    // The id says one article, the text another: never a third, and nothing is changed.
    (await send({ text: 'The text of two.', externalId: 'ext-one' })).expectError('CONFLICT');
    expect((await submit({ text: 'The text of two.' })).article).toEqual(two.article);
  });

  it('makes another text under the same externalId a new version of the article', async () => {
    const first = await submit({ text: 'First form.', externalId: 'moving' });
    const before = await countArticles();
    const second = await submit({ text: 'Second form.', externalId: 'moving' });
    expect(second).toMatchObject({ created: false, article: { id: first.article.id, text: 'Second form.' } });
    expect(await countArticles()).toBe(before);
  });

  it('makes one article and one job of ten submissions at the same moment', async () => {
    const text = 'Ten times at the same moment.';
    const results = await Promise.all(Array.from({ length: 10 }, () => submit({ text })));
    expect(results.filter(({ created }) => created)).toHaveLength(1);
    expect(new Set(results.map(({ article }) => article.id)).size).toBe(1);
    const [row] = await database.owner<{ n: number }>(
      `select count(*)::int as n from jobs where payload ->> 'articleId' = $1`,
      [results[0]!.article.id],
    );
    expect(row!.n).toBe(1);
  });

  it('makes one article of ten texts that come under one externalId at the same moment', async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, i) => send({ text: `Rival ${i}.`, externalId: 'rivals' })),
    );
    const ids = answers.map((answer) => answer.expectData().submitArticle.article.id);
    expect(new Set(ids).size).toBe(1);
    const numbers = await database.owner('select number from article_versions where article_id = $1 order by 1', [
      ids[0],
    ]);
    expect(numbers).toEqual(Array.from({ length: 10 }, (_, i) => ({ number: i + 1 })));
  });

  it('fills the externalId for one text only when two claim it at the same moment', async () => {
    const texts = Array.from({ length: 6 }, (_, i) => `Known text ${i}.`);
    for (const text of texts) await submit({ text });
    const answers = await Promise.all(texts.map((text) => send({ text, externalId: 'claimed' })));
    expect(answers.filter(({ body }) => !body.errors)).toHaveLength(1);
    answers.filter(({ body }) => body.errors).forEach((answer) => answer.expectError('CONFLICT'));
  });

  it('knows nothing of what another newsroom submitted', async () => {
    const other = await makeNewsroom(database.app);
    const { key: otherKey } = await other.member('FACT_CHECKER');
    const input = { text: 'Both have this.', externalId: 'both' };
    const here = await submit(input);
    const there = await submit(input, otherKey);
    expect([here.created, there.created]).toEqual([true, true]);
    expect(there.article.id).not.toBe(here.article.id);
  });
});
