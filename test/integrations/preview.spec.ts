import type { ServerResponse } from 'node:http';
import { type FreshDatabase, freshDatabase } from '../kit/fresh-database.js';
import { makeNewsroom, type TestNewsroom } from '../kit/newsrooms.js';
import { startApp, type TestApp } from '../kit/start-app.js';
import { until } from '../kit/until.js';
import { makePdf } from './make-pdf.js';
import { serve, startWebServer, type WebServer } from './web-server.js';

let database: FreshDatabase;
let app: TestApp;
let newsroom: TestNewsroom;
let key: string;
let site: WebServer;

beforeAll(async () => {
  database = await freshDatabase();
  newsroom = await makeNewsroom(database.app);
  ({ key } = await newsroom.member('FACT_CHECKER'));
  site = await startWebServer();
  app = await startApp(database, { fetchAllow: site.host });
});

afterAll(async () => {
  await app.close();
  await site.close();
  await database.drop();
});

const QUERY = `query ($input: SubmitArticleInput!) { previewArticle(input: $input) {
  title byline language publishedAt sourceUrl length beginning known { id title } } }`;
const preview = async (input: object, by = key) => app.graphql(QUERY, { input }, by);
const understood = async (input: object) => (await preview(input)).expectData().previewArticle;
const refusal = async (input: object, by = key) => (await preview(input, by)).body.errors![0]!.extensions;

async function previewFile(body: string | Uint8Array, type: string, query = '') {
  const headers = { 'content-type': type, authorization: `Bearer ${key}` };
  const answer = await fetch(`${app.url}/intake/preview${query}`, { method: 'POST', headers, body: body as string });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

const count = async () =>
  (await app.graphql('{ articles { totalCount } }', {}, key)).expectData().articles.totalCount as number;

const PAGE = `<!doctype html><html lang="en"><head><title>Harbour | The Post</title>
  <meta name="author" content="Noor Haddad"><meta property="article:published_time" content="2026-05-04T09:30:00Z"></head>
  <body><nav><a href="/">Home</a></nav><article><h1>Harbour will open in May</h1>
  <p>The new harbour will open in May, a year later than the city had planned, and cost 40 million.</p>
  <p>"We will not wait for another winter," said Mayor Ada Ferrol on Monday, after the council had met.</p></article></body></html>`;

it('says what would be stored of a text, and that it is here already once it is', async () => {
  const text = 'قال الوزير إن الجسر سيفتتح في أيار، ونفى أن تكون كلفته قد ارتفعت.';
  const before = await count();
  expect(await understood({ text, title: 'الجسر' })).toEqual({
    ...{ title: 'الجسر', byline: null, language: 'ar', publishedAt: null, sourceUrl: null, known: null },
    ...{ length: text.length, beginning: text },
  });
  expect(await count()).toBe(before);
  const submit = 'mutation ($input: SubmitArticleInput!) { submitArticle(input: $input) { article { id } } }';
  const { article } = (await app.graphql(submit, { input: { text, title: 'الجسر' } }, key)).expectData().submitArticle;
  expect((await understood({ text })).known).toEqual({ id: article.id, title: 'الجسر' });
});

it('cuts what it shows of a long text, and never within a character', async () => {
  const text = `${'a'.repeat(1_999)}😀${' and so on'.repeat(500)}`;
  const { length, beginning } = await understood({ text });
  expect([length, beginning]).toEqual([text.length, 'a'.repeat(1_999)]);
});

it('reads a page that is handed in, and one at its address, without storing either', async () => {
  site.pages.set('/harbour', serve(PAGE));
  const before = await count();
  const expected = {
    ...{ title: 'Harbour will open in May', byline: 'Noor Haddad', language: 'en' },
    ...{ publishedAt: '2026-05-04T09:30:00.000Z', beginning: expect.stringContaining('Mayor Ada Ferrol') },
  };
  expect(await understood({ html: PAGE })).toMatchObject(expected);
  expect(await understood({ url: `${site.url}/harbour` })).toMatchObject({
    ...expected,
    sourceUrl: `${site.url}/harbour`,
  });
  expect(await count()).toBe(before);
});

it('reads a file, with what the address says about it', async () => {
  const subtitles = 'WEBVTT\n\n00:01.000 --> 00:04.000\nThe mayor said the harbour opens in May.\n';
  const { status, body } = await previewFile(subtitles, 'text/vtt', '?title=Council&publishedAt=2026-05-04T09:30:00Z');
  expect(status).toBe(200);
  expect(body).toMatchObject({
    title: 'Council',
    language: 'en',
    publishedAt: '2026-05-04T09:30:00.000Z',
    known: null,
  });
  expect(body.beginning).toContain('the harbour opens in May');
});

it('says in one word why a document gives no article', async () => {
  const scan = await previewFile(makePdf([[]]), 'application/pdf');
  expect([scan.status, scan.body]).toEqual([
    422,
    expect.objectContaining({ code: 'BAD_USER_INPUT', reason: 'NO_TEXT', fields: { body: expect.any(String) } }),
  ]);
  const locked = PAGE.replace(
    '</head>',
    '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script></head>',
  ).replace(/<p>.*<\/p>/s, '<p>Subscribe.</p>');
  site.pages.set('/locked', serve(locked));
  site.pages.set('/gone', serve('', 'text/html', 404));
  site.pages.set('/robots.txt', serve('User-agent: *\nDisallow: /private', 'text/plain'));
  const reasons = await Promise.all(
    [`${site.url}/locked`, `${site.url}/gone`].map(async (url) => (await refusal({ url })).reason),
  );
  expect(reasons).toEqual(['PAYWALL', 'BAD_STATUS']);
  expect(await refusal({ url: `${site.url}/private/page` })).toMatchObject({ reason: 'ROBOTS' });
  expect(await refusal({ url: 'http://127.0.0.1:1/' })).toMatchObject({ code: 'BAD_USER_INPUT', reason: 'NOT_PUBLIC' });
});

it('fetches two pages at once for one person, not three, and others are not held up', async () => {
  const held: ServerResponse[] = [];
  site.pages.set('/slow', (_request, response) => void held.push(response));
  const first = preview({ url: `${site.url}/slow` });
  const second = preview({ url: `${site.url}/slow` });
  await until('both wait for the site', () => held.length === 2);
  expect(await refusal({ url: `${site.url}/slow` })).toMatchObject({ code: 'RATE_LIMITED', retryAfter: 5 });
  const other = (await newsroom.member('EDITOR')).key;
  expect((await preview({ url: `${site.url}/harbour` }, other)).expectData().previewArticle.title).toContain('Harbour');
  for (const response of held) response.end('<p>Too little</p>');
  await Promise.all([first, second]);
  expect((await refusal({ url: `${site.url}/gone` })).code).toBe('BAD_USER_INPUT');
});

it('is for those who may submit', async () => {
  const viewer = await newsroom.member('VIEWER');
  expect(await refusal({ text: 'A text that a viewer hands in.' }, viewer.key)).toMatchObject({ code: 'FORBIDDEN' });
  expect(await refusal({})).toMatchObject({ code: 'BAD_USER_INPUT', fields: { text: expect.any(String) } });
});
