import { request } from 'node:http';
import { type FreshDatabase, freshDatabase } from '../kit/fresh-database.js';
import { makeNewsroom, type TestMember } from '../kit/newsrooms.js';
import { startApp, type TestApp } from '../kit/start-app.js';

const FRIEND = 'https://desk.example';
const PUBLIC_URL = 'https://isnad.example';
let database: FreshDatabase;
let app: TestApp;
let behindTls: TestApp;
let editor: TestMember;

beforeAll(async () => {
  database = await freshDatabase();
  editor = await (await makeNewsroom(database.app)).member('EDITOR');
  app = await startApp(database, { role: 'api' });
  const exposure = { corsOrigins: [FRIEND], trustProxy: 'loopback' };
  behindTls = await startApp(database, { role: 'api', publicUrl: PUBLIC_URL, exposure });
});

afterAll(async () => {
  await app.close();
  await behindTls.close();
  await database.drop();
});

interface Sent {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly body: string;
}

/** As a browser can be made to: fetch() of Node would not let a test set these headers. */
function send(
  url: string,
  headers: Record<string, string>,
  body?: string,
  method = body === undefined ? 'GET' : 'POST',
) {
  return new Promise<Sent>((resolve, reject) => {
    const sent = request(url, { method, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => (text += part));
      response.on('end', () => resolve({ status: response.statusCode!, headers: response.headers, body: text }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const codeOf = ({ body }: Sent): string | undefined => JSON.parse(body).errors?.[0]?.extensions.code;
const COOKIE = { cookie: 'isnad_session=abc' };
const JSON_TYPE = { 'content-type': 'application/json' };
const QUERY = JSON.stringify({ query: '{ viewer { role } }' });

describe('a request that brings a cookie alone', () => {
  const evil = { origin: 'https://evil.example' };
  it.each([
    ['another origin', { ...evil, ...JSON_TYPE }, QUERY],
    [
      'another origin that calls itself the same site',
      { ...evil, ...JSON_TYPE, 'sec-fetch-site': 'same-origin' },
      QUERY,
    ],
    ['an opaque origin', { origin: 'null', ...JSON_TYPE }, QUERY],
    ['a cross-site fetch', { 'sec-fetch-site': 'cross-site', ...JSON_TYPE }, QUERY],
    ['a neighbouring site', { 'sec-fetch-site': 'same-site', ...JSON_TYPE }, QUERY],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 'query=%7Bviewer%7Brole%7D%7D'],
    ['a multipart form', { 'content-type': 'multipart/form-data; boundary=x' }, '--x\r\n\r\n--x--'],
    ['plain text', { 'content-type': 'text/plain' }, QUERY],
    ['no type at all', {}, QUERY],
    ['GraphQL without JSON', { 'content-type': 'application/graphql' }, '{ viewer { role } }'],
  ])('is refused with %s', async (_name, headers, body) => {
    const answer = await send(`${app.url}/graphql`, { ...COOKIE, ...headers } as Record<string, string>, body);
    expect([answer.status, codeOf(answer)]).toEqual([403, 'FORBIDDEN']);
  });

  it('is refused by GET', async () => {
    const answer = await send(`${app.url}/graphql?query=%7Bviewer%7Brole%7D%7D`, COOKIE);
    expect(codeOf(answer)).toBe('FORBIDDEN');
  });

  it('is refused as a socket from another origin, and goes on from one of ours', async () => {
    const upgrade = {
      ...{ connection: 'upgrade', upgrade: 'websocket', 'sec-websocket-version': '13' },
      ...{ 'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==', ...COOKIE },
    };
    // The connection is ended at once, often before the client has read why.
    const refused = await send(`${app.url}/graphql`, { ...upgrade, ...evil }).catch(() => ({ status: 403 }));
    expect(refused.status).toBe(403);
    const own = await new Promise((resolve, reject) => {
      const sent = request(`${app.url}/graphql`, {
        agent: false,
        headers: { ...upgrade, origin: app.url, 'sec-websocket-protocol': 'graphql-transport-ws' },
      });
      sent.on('upgrade', (response, socket) => {
        socket.destroy();
        resolve(response.statusCode);
      });
      sent.on('error', reject).end();
    });
    expect(own).toBe(101);
  });

  it.each([
    ['these pages', (url: string) => ({ origin: url })],
    ['no browser', () => ({})],
    ['what a person typed', () => ({ 'sec-fetch-site': 'none' })],
    ['the same origin by Sec-Fetch-Site', () => ({ 'sec-fetch-site': 'same-origin' })],
  ])('goes on to its credentials from %s', async (_name, headersOf) => {
    const answer = await send(
      `${app.url}/graphql`,
      { ...COOKIE, ...JSON_TYPE, ...headersOf(app.url) } as Record<string, string>,
      QUERY,
    );
    expect(codeOf(answer)).toBe('UNAUTHENTICATED');
  });

  it.each([PUBLIC_URL, FRIEND])('goes on from %s, which the operator named', async (origin) => {
    expect(codeOf(await send(`${behindTls.url}/graphql`, { ...COOKIE, ...JSON_TYPE, origin }, QUERY))).toBe(
      'UNAUTHENTICATED',
    );
  });

  it('leaves a key alone, from wherever it comes', async () => {
    const headers = { ...COOKIE, ...JSON_TYPE, ...evil, authorization: `Bearer ${editor.key}` };
    expect(JSON.parse((await send(`${app.url}/graphql`, headers, QUERY)).body)).toEqual({
      data: { viewer: { role: 'EDITOR' } },
    });
  });
});

describe('other origins', () => {
  const preflight = { 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' };

  it('get no word of CORS unless they are named', async () => {
    for (const url of [app.url, behindTls.url]) {
      const answer = await send(`${url}/graphql`, { ...preflight, origin: 'https://evil.example' }, '', 'OPTIONS');
      expect(answer.headers['access-control-allow-origin']).toBeUndefined();
      const posted = await send(`${url}/graphql`, { ...JSON_TYPE, origin: 'https://evil.example' }, QUERY);
      expect(posted.headers['access-control-allow-origin']).toBeUndefined();
    }
  });

  it('may call where they are', async () => {
    const asked = await send(`${behindTls.url}/graphql`, { ...preflight, origin: FRIEND }, '', 'OPTIONS');
    expect([asked.status, asked.headers['access-control-allow-origin']]).toEqual([204, FRIEND]);
    const authorization = `Bearer ${editor.key}`;
    const posted = await send(`${behindTls.url}/graphql`, { ...JSON_TYPE, origin: FRIEND, authorization }, QUERY);
    expect([posted.status, posted.headers['access-control-allow-origin']]).toEqual([200, FRIEND]);
    expect(String(posted.headers.vary)).toMatch(/origin/i);
  });
});

describe('every answer', () => {
  const paths = [
    '/',
    '/graphiql',
    '/graphql',
    '/health/live',
    '/health/ready',
    '/nothing',
    '/n/none/fact-checks/none',
    '/n/none/feeds/claimreview.json',
    '/n/none/fact-checks',
    '/n/none/fact-checks/none/card',
    '/n/none/fact-checks/none/ninjs.json',
    '/n/none/method',
    '/n/none/contact',
    '/n/none/sitemap.xml',
    '/n/none/sitemap-page.xml',
    '/home/home.js',
    '/documents/README.md',
  ];

  it.each(paths)('has its number and the headers that keep a browser safe: %s', async (path) => {
    const { headers } = await send(`${app.url}${path}`, {});
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(headers['strict-transport-security']).toBeUndefined();
    const policy = String(headers['content-security-policy']);
    for (const part of ["default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"])
      expect(policy).toContain(part);
    // Nothing from elsewhere, and no script but from files of this origin.
    expect(policy).not.toMatch(/https?:|\*|unsafe-eval|script-src[^;]*unsafe-inline/);
    expect((await send(`${behindTls.url}${path}`, {})).headers['strict-transport-security']).toMatch(/^max-age=\d{8}/);
  });

  it('leads nowhere that the request names', async () => {
    for (const path of [
      '//evil.example',
      '/%2f%2fevil.example/..',
      '/?lang=https://evil.example',
      '/graphiql?return=https://evil.example',
      '/\\evil.example',
    ]) {
      const { status, headers } = await send(`${app.url}${path}`, {
        host: 'evil.example',
        'x-forwarded-host': 'evil.example',
      });
      expect([path, status < 300 || status >= 400, headers.location]).toEqual([path, true, undefined]);
    }
  });

  it('believes no header on where the public reaches it', async () => {
    const { body } = await send(`${app.url}/n/none/feeds/claimreview.json`, {
      'x-forwarded-host': 'evil.example',
      host: 'evil.example',
    });
    expect(body).not.toContain('evil.example');
  });
});

describe('a proxy', () => {
  it('is believed on the address where it is trusted, and nobody else is', async () => {
    const rate = { perSecond: 1, burst: 1 };
    const trusting = await startApp(database, { role: 'api', exposure: { rate, trustProxy: 'loopback' } });
    const wary = await startApp(database, { role: 'api', exposure: { rate } });
    const statuses = async (url: string) =>
      (
        await Promise.all(Array.from({ length: 60 }, (_, i) => send(`${url}/`, { 'x-forwarded-for': `192.0.2.${i}` })))
      ).map(({ status }) => status);
    expect(await statuses(trusting.url)).not.toContain(429);
    expect(await statuses(wary.url)).toContain(429);
    await trusting.close();
    await wary.close();
  });
});
