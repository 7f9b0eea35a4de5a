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

it('answers a deep link of the desk with the desk, which is asked for anew each time', async () => {
  const answer = await get('/tasks/anything?view=mine', { accept: 'text/html,*/*;q=0.8' });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('cache-control')).toBe('no-cache');
  expect(await answer.text()).toContain('<div id="desk">');
});

it.each(['/graphql/x', '/health/x', '/n/nobody/x', '/api/x', '/intake/x', '/metrics/x', '/graphiql/x', '/assets/x.js'])(
  '%s, unknown, is never answered with the desk',
  async (path) => {
    const answer = await get(path, { accept: 'text/html' });
    expect(await answer.text()).not.toContain('<div id="desk">');
    expect(answer.status).toBeGreaterThanOrEqual(400);
  },
);

it('is no page to a program that asks for something else', async () => {
  const answer = await get('/somewhere', { accept: 'application/json' });
  expect(answer.status).toBe(404);
});

it('sends scripts compressed as the browser likes it, to be kept for good', async () => {
  const page = await (await get('/')).text();
  const script = /src="(\/assets\/[^"]+\.js)"/.exec(page)![1]!;
  for (const encoding of ['br', 'gzip']) {
    const { headers } = await get(script, { 'accept-encoding': encoding });
    expect(headers.get('content-encoding')).toBe(encoding);
    expect(headers.get('content-type')).toMatch(/javascript/);
    expect(headers.get('cache-control')).toMatch(/max-age=31536000, immutable/);
  }
});

it('loads less than 250 kB of compressed script before the first screen', async () => {
  const page = await (await get('/')).text();
  const scripts = [...page.matchAll(/"(\/assets\/[^"]+\.js)"/g)].map(([, url]) => url!);
  const sizes = await Promise.all(
    scripts.map(async (url) => {
      const { headers } = await get(url, { 'accept-encoding': 'gzip' });
      return Number(headers.get('content-length'));
    }),
  );
  expect(Math.min(...sizes)).toBeGreaterThan(0);
  expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(250 * 1024);
});

it('sends a file again only when it has changed', async () => {
  const first = await get('/graphiql/page.js');
  await first.arrayBuffer();
  const again = await get('/graphiql/page.js', { 'if-none-match': first.headers.get('etag')! });
  expect([first.status, again.status]).toEqual([200, 304]);
});

it('serves no file but those that it names', async () => {
  for (const path of [
    '/documents/../package.json',
    '/documents/%2e%2e/package.json',
    '/documents/.env',
    '/assets/%2e%2e/.stamp',
    '/assets/../../package.json',
  ]) {
    const answer = await get(path);
    expect([path, answer.status]).toEqual([path, 404]);
  }
});
