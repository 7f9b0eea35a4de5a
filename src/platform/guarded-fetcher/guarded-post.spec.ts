import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AllowList } from './allow-list.js';
import { FetchRefused } from './fetch-refused.js';
import { guardedPost } from './guarded-post.js';

const LIMITS = { timeoutMs: 1_500, keptBytes: 1_024 };
const asked: string[] = [];
let server: Server;
let base: string;
let allow: AllowList;

const answers: Record<string, (request: IncomingMessage, response: ServerResponse) => void> = {
  '/echo': (request, response) => {
    response.writeHead(202, { 'retry-after': '7' });
    request.pipe(response);
  },
  '/endless': (_, response) => {
    const timer = setInterval(() => response.write('x'.repeat(20_000)), 1);
    response.on('close', () => clearInterval(timer));
  },
  '/huge': (_, response) => response.end('ش'.repeat(5_000_000)),
  '/silent': () => undefined,
  '/broken': (request, response) => {
    response.writeHead(200, { 'content-length': '1000' }).write('only this');
    setTimeout(() => request.socket.destroy(), 50);
  },
  '/dripping': (_, response) => {
    response.write('x');
    const timer = setInterval(() => response.write('x'), 200);
    response.on('close', () => clearInterval(timer));
  },
  '/gone': (_, response) => response.writeHead(410).end('a\0b'),
  '/inside': (_, response) => response.writeHead(307, { location: `${base}/echo` }).end(),
};

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url!);
    answers[request.url!]!(request, response);
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

const post = (address: string, body = 'x') =>
  guardedPost(address, { body, headers: { 'content-type': 'text/plain' } }, { allow, limits: LIMITS });
const refusal = (address: string) =>
  post(address).then(
    () => 'answered',
    (error: unknown) => (error instanceof FetchRefused ? error.reason : `threw ${String(error)}`),
  );

it('posts the body as it is, and gives status, wish and beginning of the answer', async () => {
  expect(await post(`${base}/echo`, '{"نص":1}')).toEqual({ status: 202, retryAfter: '7', body: '{"نص":1}' });
});

it.each([
  ['/endless', 200, 'x'.repeat(1_024)],
  ['/huge', 200, 'ش'.repeat(512)],
  ['/broken', 200, 'only this'],
  ['/gone', 410, 'ab'],
])('keeps of %s what its head says and its first kilobyte', async (path, status, body) => {
  expect(await post(base + path)).toMatchObject({ status, body });
});

it('waits no longer for a body that drips than for one that comes', async () => {
  expect((await post(`${base}/dripping`)).status).toBe(200);
});

it('follows no redirect', async () => {
  asked.length = 0;
  expect(await post(`${base}/inside`)).toMatchObject({ status: 307, body: '' });
  expect(asked).toEqual(['/inside']);
});

it.each([
  ['what does not answer', () => `${base}/silent`, 'TOO_SLOW'],
  ['another port of this machine', () => 'http://127.0.0.1:1/', 'NOT_PUBLIC'],
  ['a name of this machine', () => 'http://localhost:1/', 'NOT_PUBLIC'],
  ['the credentials of a cloud', () => 'http://169.254.169.254/', 'NOT_PUBLIC'],
  ['a private network', () => 'https://10.0.0.1/', 'NOT_PUBLIC'],
  ['no address', () => 'file:///etc/passwd', 'INVALID_ADDRESS'],
])('refuses %s', async (_what, address, reason) => {
  expect(await refusal(address())).toBe(reason);
});

it('is not led inside by a name that changes its mind', async () => {
  const resolve = async () => [{ address: '10.0.0.1', family: 4 }];
  const attempt = guardedPost(
    'https://rebound.example/',
    { body: '', headers: {} },
    { allow, limits: LIMITS, resolve },
  );
  await expect(attempt).rejects.toMatchObject({ reason: 'NOT_PUBLIC' });
});
