import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { type FreshDatabase, freshDatabase } from '../kit/fresh-database.js';
import { makeNewsroom, type TestNewsroom } from '../kit/newsrooms.js';
import { startApp, type TestApp } from '../kit/start-app.js';
import { until } from '../kit/until.js';
import { encode } from './single-byte.js';
import { serve, startWebServer, type WebServer } from './web-server.js';

let database: FreshDatabase;
let app: TestApp;
let newsroom: TestNewsroom;
let key: string;
let editor: string;
let site: WebServer;

beforeAll(async () => {
  database = await freshDatabase();
  newsroom = await makeNewsroom(database.app);
  ({ key } = await newsroom.member('FACT_CHECKER'));
  ({ key: editor } = await newsroom.member('EDITOR'));
  site = await startWebServer();
  app = await startApp(database, { fetchAllow: site.host });
});

afterAll(async () => {
  await app.close();
  await site.close();
  await database.drop();
});

const FIELDS = 'id status failure text title byline language publishedAt sourceUrl progress { total }';
const submit = async (input: object) =>
  (
    await app.graphql(
      `mutation ($input: SubmitArticleInput!) { submitArticle(input: $input) { created article { ${FIELDS} } } }`,
      { input },
      key,
    )
  ).expectData().submitArticle;
const over = (id: string) =>
  until(
    'the article is over',
    async () => {
      const { article } = (
        await app.graphql(`query ($id: ID!) { article(id: $id) { ${FIELDS} } }`, { id }, key)
      ).expectData();
      return (article.status === 'READY' || article.status === 'FAILED') && article;
    },
    { within: 40_000 },
  );
const fetchArticle = async (path: string) => over((await submit({ url: `${site.url}${path}` })).article.id);

/** Each page is an article of its own: the same text would be the same article. */
let count = 0;
const arabicPage = (head = '') => {
  const number = ++count;
  return `<!doctype html><html lang="ar"><head><title>خبر</title>${head}</head><body><nav><a href="/">الرئيسية</a></nav>
    <article><h1>مياه لا تنقطع في العاصمة رقم ${number}</h1>
    <p>أعلن وزير المياه سامر الحلو يوم الاثنين أن الفاقد في شبكة العاصمة انخفض إلى النصف منذ عام 2023 في المنطقة ${number}.</p>
    <p>وقال الحلو: "لن ترتفع التعرفة هذا العام"، مضيفا أن الحكومة ستدفع الفرق من صندوق الطوارئ حتى نهاية السنة.</p>
    </article><script>var a = "قال الرئيس إنه استقال";</script></body></html>`;
};

it('answers at once, fetches the page and makes tasks of it', async () => {
  site.pages.set('/news', serve(arabicPage('<meta name="author" content="ليلى حداد">')));
  const { created, article } = await submit({ url: `${site.url}/news#comments`, publishedAt: '2024-05-01T00:00:00Z' });
  expect({ created, article }).toMatchObject({
    created: true,
    article: { status: 'RECEIVED', text: '', failure: null },
  });
  const ready = await over(article.id);
  expect(ready).toMatchObject({
    ...{ status: 'READY', language: 'ar', byline: 'ليلى حداد', sourceUrl: `${site.url}/news` },
    ...{ title: expect.stringContaining('مياه لا تنقطع'), publishedAt: '2024-05-01T00:00:00.000Z' },
  });
  expect(ready.progress.total).toBeGreaterThan(0);
  expect(ready.text).not.toContain('استقال');
  const tasks = (
    await app.graphql(
      'query ($id: ID!) { article(id: $id) { text quotes { nodes { spans { start end text } } } } }',
      { id: article.id },
      key,
    )
  ).expectData().article;
  for (const { spans } of tasks.quotes.nodes) {
    for (const { start, end, text } of spans) expect(tasks.text.slice(start, end)).toBe(text);
  }
  expect(tasks.quotes.nodes.length).toBeGreaterThan(0);
  expect([...site.agents]).toEqual(['Isnad']);
});

it('gives the same article for the same address', async () => {
  site.pages.set('/same', serve(arabicPage()));
  const first = await submit({ url: `${site.url}/same` });
  const second = await submit({ url: `${site.url}/same#part` });
  expect(second).toMatchObject({ created: false, article: { id: first.article.id } });
  await over(first.article.id);
  expect(site.asked.filter((path) => path === '/same')).toHaveLength(1);
});

it.each([
  ['windows-1256', 'text/html; charset=windows-1256', ''],
  ['iso-8859-6', 'text/html', '<meta charset="iso-8859-6">'],
  ['windows-1256', 'text/html', ''],
])('reads a page in %s sent as %s', async (charset, type, head) => {
  const path = `/charset-${count}`;
  site.pages.set(path, serve(encode(arabicPage(head), charset), type));
  expect(await fetchArticle(path)).toMatchObject({
    status: 'READY',
    text: expect.stringContaining('لن ترتفع التعرفة'),
  });
});

describe('tells on the article what went wrong', () => {
  it.each([
    [
      'a page that only scripts fill',
      serve('<html><body><div id="root"></div><script src="a.js"></script></body></html>'),
      'scripts',
    ],
    [
      'a page for subscribers',
      serve(
        '<html><head><script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script></head><body><article><p>Only the first words of it are here, and then a wall, as in many places.</p></article></body></html>',
      ),
      'subscribers',
    ],
    ['a picture', serve('x', 'image/png'), 'image/png'],
    ['a page that is gone', serve('', 'text/html', 410), 'status 410'],
    [
      'a redirect inside',
      (_: unknown, response: ServerResponse) =>
        void response.writeHead(302, { location: 'http://127.0.0.1:1/secret' }).end(),
      'not a public address',
    ],
    [
      'a redirect to the metadata of a cloud',
      (_: unknown, response: ServerResponse) =>
        void response.writeHead(302, { location: 'http://169.254.169.254/latest' }).end(),
      'not a public address',
    ],
    [
      'a page that unpacks to far too much',
      (_: unknown, response: ServerResponse) =>
        void response
          .writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' })
          .end(gzipSync(Buffer.alloc(30 * 1024 * 1024, 'a '))),
      'larger than',
    ],
    ['a PDF that is none', serve('%PDF-nothing', 'application/pdf'), 'PDF'],
  ])('%s', async (_what, page, words) => {
    const path = `/bad-${++count}`;
    site.pages.set(path, page);
    const article = await fetchArticle(path);
    expect(article).toMatchObject({ status: 'FAILED', text: '' });
    expect(article.failure).toContain(words);
  });

  it('a text that is here already', async () => {
    const text = 'The minister said that the bridge would open in May, as everybody had hoped.';
    const known = await submit({ text });
    site.pages.set('/known.txt', serve(text, 'text/plain'));
    const article = await fetchArticle('/known.txt');
    expect(article).toMatchObject({ status: 'FAILED', failure: expect.stringContaining(known.article.id) });
  });
});

it('keeps to robots.txt', async () => {
  site.pages.set(
    '/robots.txt',
    serve('User-agent: *\nDisallow: /private/\nUser-agent: isnad\nDisallow: /desk/', 'text/plain'),
  );
  try {
    site.pages.set('/desk/a', serve(arabicPage()));
    site.pages.set('/private/a', serve(arabicPage()));
    expect(await fetchArticle('/desk/a')).toMatchObject({
      status: 'FAILED',
      failure: expect.stringContaining('robots.txt'),
    });
    expect(site.asked).not.toContain('/desk/a');
    expect(await fetchArticle('/private/a')).toMatchObject({ status: 'READY' });
  } finally {
    site.pages.delete('/robots.txt');
  }
});

it('tries again when the site is away, and what failed can be retried', async () => {
  let times = 0;
  const page = serve(arabicPage());
  site.pages.set('/shaky', (request, response) =>
    ++times < 3 ? serve('', 'text/html', 503)(request, response) : page(request, response),
  );
  expect(await fetchArticle('/shaky')).toMatchObject({ status: 'READY' });
  expect(times).toBe(3);

  const failed = await fetchArticle('/late');
  expect(failed.status).toBe('FAILED');
  site.pages.set('/late', serve(arabicPage()));
  (
    await app.graphql('mutation ($id: ID!) { retryArticle(id: $id) { status } }', { id: failed.id }, editor)
  ).expectData();
  expect(await over(failed.id)).toMatchObject({ status: 'READY', failure: null });
});

it('is tried again by whoever hands the address in again', async () => {
  const failed = await fetchArticle('/later');
  expect(failed.status).toBe('FAILED');
  site.pages.set('/later', serve(arabicPage()));
  const again = await Promise.all([1, 2, 3].map(() => submit({ url: `${site.url}/later` })));
  for (const { created, article } of again) expect([created, article.id]).toEqual([false, failed.id]);
  expect(await over(failed.id)).toMatchObject({ status: 'READY' });
  const versions = await database.owner('select 1 from article_versions where article_id = $1', [failed.id]);
  expect(versions).toHaveLength(1);
});

it('gives up on a server that nobody can reach, and says so', async () => {
  const gone = await startWebServer();
  await gone.close();
  const { article } = await submit({ url: `${gone.url}/a` });
  // A closed port of this machine is not allowed, so that it is refused before it is tried.
  expect(await over(article.id)).toMatchObject({
    status: 'FAILED',
    failure: expect.stringContaining('not a public address'),
  });
});
