import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { AllowList } from './allow-list.js';
import { FetchRefused } from './fetch-refused.js';
import { type FetchLimits, guardedFetch } from './guarded-fetch.js';

const LIMITS: FetchLimits = { mostBytes: 100_000, timeoutMs: 1_500, mostRedirects: 3 };
const requests: IncomingMessage[] = [];
let server: Server;
let base: string;
let allow: AllowList;

const pages: Record<string, (request: IncomingMessage, response: ServerResponse) => void> = {
  '/page': (_, response) => response.setHeader('content-type', 'Text/HTML; charset=utf-8').end('<p>خبر</p>'),
  '/gzip': (_, response) => response.setHeader('content-encoding', 'gzip').end(gzipSync('packed')),
  '/brotli': (_, response) => response.setHeader('content-encoding', 'br').end(brotliCompressSync('packed')),
  '/broken': (_, response) => response.setHeader('content-encoding', 'gzip').end('not packed at all'),
  '/bomb': (_, response) => response.setHeader('content-encoding', 'gzip').end(gzipSync(Buffer.alloc(50_000_000))),
  '/twice': (_, response) => response.setHeader('content-encoding', 'gzip, gzip').end(gzipSync(gzipSync('x'))),
  '/announced': (_, response) => response.setHeader('content-length', '900000000').write('x'),
  '/endless': (_, response) => {
    const timer = setInterval(() => response.write('x'.repeat(20_000)), 1);
    response.on('close', () => clearInterval(timer));
  },
  '/silent': () => undefined,
  '/dripping': (_, response) => {
    const timer = setInterval(() => response.write('x'), 50);
    response.on('close', () => clearInterval(timer));
  },
  '/missing': (_, response) => response.writeHead(404).end('gone'),
  '/hop': (_, response) => response.writeHead(302, { location: '/page' }).end(),
  '/loop': (_, response) => response.writeHead(302, { location: '/loop' }).end(),
  '/inside': (_, response) => response.writeHead(301, { location: 'http://169.254.169.254/latest/' }).end(),
  '/elsewhere': (_, response) => response.writeHead(307, { location: 'http://[::1]:9/' }).end(),
  '/file': (_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
};

beforeAll(async () => {
  server = createServer((request, response) => {
    requests.push(request);
    (pages[request.url ?? ''] ?? pages['/missing'])!(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  base = `http://127.0.0.1:${port}`;
  allow = AllowList.parse(`127.0.0.1:${port}`);
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const get = (path: string) => guardedFetch(base + path, { allow, limits: LIMITS });
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'fetched',
    (error: unknown) => (error instanceof FetchRefused ? error.reason : `threw ${String(error)}`),
  );

it('fetches what it may, and tells its type', async () => {
  const { body, mediaType, status } = await get('/page');
  expect([body.toString(), mediaType, status]).toEqual(['<p>خبر</p>', 'text/html', 200]);
});

it('asks without cookies, credentials or referrer', () => {
  expect(Object.keys(requests[0]!.headers).sort()).toEqual([
    'accept',
    'accept-encoding',
    'connection',
    'host',
    'user-agent',
  ]);
});

it.each(['/gzip', '/brotli'])('unpacks %s', async (path) => {
  expect((await get(path)).body.toString()).toBe('packed');
});

it('follows a redirect and says where it ended', async () => {
  expect((await get('/hop')).url).toBe(`${base}/page`);
});

it.each([
  ['/missing', 'BAD_STATUS'],
  ['/loop', 'TOO_MANY_REDIRECTS'],
  ['/inside', 'NOT_PUBLIC'],
  ['/elsewhere', 'NOT_PUBLIC'],
  ['/file', 'INVALID_ADDRESS'],
  ['/bomb', 'TOO_LARGE'],
  ['/announced', 'TOO_LARGE'],
  ['/endless', 'TOO_LARGE'],
  ['/twice', 'WRONG_TYPE'],
  ['/broken', 'UNREACHABLE'],
  ['/silent', 'TOO_SLOW'],
  ['/dripping', 'TOO_SLOW'],
])('refuses %s as %s', async (path, reason) => {
  expect(await refusal(get(path))).toBe(reason);
});

it('goes to the address that was checked, whatever the name says later', async () => {
  let asked = 0;
  const port = new URL(base).port;
  const rebinding = async () => [{ address: asked++ === 0 ? '127.0.0.1' : '169.254.169.254', family: 4 }];
  const list = AllowList.parse(`rebound.example:${port}`);
  const { body } = await guardedFetch(`http://rebound.example:${port}/page`, {
    allow: list,
    limits: LIMITS,
    resolve: rebinding,
  });
  expect([body.toString(), asked]).toEqual(['<p>خبر</p>', 1]);
});

it('refuses this machine without an allow-list', async () => {
  expect(await refusal(guardedFetch(`${base}/page`, { allow: AllowList.parse('') }))).toBe('NOT_PUBLIC');
});
