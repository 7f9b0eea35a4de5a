import { readFileSync } from 'node:fs';
import { type FreshDatabase, freshDatabase } from '../kit/fresh-database.js';
import { startApp, type TestApp } from '../kit/start-app.js';

let database: FreshDatabase;
let app: TestApp;

beforeAll(async () => {
  database = await freshDatabase();
  app = await startApp(database, { role: 'api' });
});

afterAll(async () => {
  await app?.close();
  await database?.drop();
});

const get = (path: string, headers: Record<string, string> = {}) => fetch(app.url + path, { headers });
const PAGES = ['/', '/graphiql'];

it.each([...PAGES, '/health/live', '/graphql', '/graphiql/page.js', '/nowhere'])(
  '%s is answered with headers that protect the browser',
  async (path) => {
    const { headers } = await get(path);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
  },
);

it.each(PAGES)('%s has no script of its own inside and loads all that it names from here', async (path) => {
  const page = await get(path);
  const text = await page.text();
  expect(page.headers.get('content-security-policy')).toContain("script-src 'self';");
  expect(text).not.toMatch(/<script(?![^>]* src=)|<style| on\w+=|javascript:/);
  const named = [...text.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, url]) => url!);
  const ours = named.filter((url) => !url.startsWith('data:'));
  expect(ours.length).toBeGreaterThan(3);
  for (const url of ours) {
    expect(url).toMatch(/^\/(?!\/)/);
    const answer = await get(url.replaceAll('&#38;', '&'));
    expect([url, answer.status]).toEqual([url, 200]);
    await answer.arrayBuffer();
  }
});

it('speaks Arabic, from right to left, and English', async () => {
  const [arabic, english] = [await get('/?lang=ar'), await get('/', { 'accept-language': 'en-GB' })];
  expect(await arabic.text()).toMatch(/<html lang="ar" dir="rtl">[^]*إسناد/);
  expect(await english.text()).toMatch(/<html lang="en" dir="ltr">[^]*What runs/);
  expect(english.headers.get('vary')).toContain('accept-language');
});

it('says what runs', async () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  const text = await (await get('/?lang=en')).text();
  for (const fact of [
    `isnad ${version}`,
    'API alone',
    'your own PostgreSQL',
    '<bdi>PostgreSQL</bdi>',
    '/documents/README.md',
  ]) {
    expect(text).toContain(fact);
  }
});

it('sends a file again only when it has changed', async () => {
  const first = await get('/home/home.js');
  await first.arrayBuffer();
  const again = await get('/home/home.js', { 'if-none-match': first.headers.get('etag')! });
  expect([first.status, again.status]).toEqual([200, 304]);
});

it('serves no file but those that it names', async () => {
  for (const path of [
    '/documents/../package.json',
    '/documents/%2e%2e/package.json',
    '/documents/.env',
    '/home/%2e%2e/home.js',
  ]) {
    const answer = await get(path);
    expect([path, answer.status]).toEqual([path, 404]);
  }
});
