import { createRequire } from 'node:module';
import { type FreshDatabase, freshDatabase } from '../kit/fresh-database.js';
import { makeNewsroom, type TestMember } from '../kit/newsrooms.js';
import { startApp, type TestApp } from '../kit/start-app.js';

interface Socket {
  on(event: string, listener: (...args: never[]) => void): void;
  send(text: string): void;
  close(): void;
}
const { WebSocket } = createRequire(import.meta.url)('ws') as {
  WebSocket: new (url: string, protocol: string) => Socket;
};

let database: FreshDatabase;
let app: TestApp;
let member: TestMember;

beforeAll(async () => {
  database = await freshDatabase();
  member = await (await makeNewsroom(database.app)).member('EDITOR');
  app = await startApp(database, { role: 'api' });
});

afterAll(async () => {
  await app.close();
  await database.drop();
});

/** An open socket of this member, what comes over it, and with what code it ends. */
async function open(to = app, key = member.key) {
  const socket = new WebSocket(`${to.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  const messages: { type: string; payload?: unknown }[] = [];
  socket.on('message', (data: never) => void messages.push(JSON.parse(String(data))));
  socket.on('error', () => undefined);
  let isOver = false;
  socket.on('close', () => (isOver = true));
  const ended = new Promise<number>((resolve) => socket.on('close', (code: never) => resolve(code)));
  await new Promise<void>((resolve) => socket.on('open', () => resolve()));
  const say = (message: object) => socket.send(JSON.stringify(message));
  say({ type: 'connection_init', payload: { authorization: `Bearer ${key}` } });
  const next = async (type: string) => {
    while (!isOver) {
      const found = messages.find((message) => message.type === type);
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    return { type: 'over' };
  };
  await next('connection_ack');
  return { socket, say, ended, next };
}

const subscribe = (id: string, query = 'subscription { articleChanged { id } }') => ({
  ...{ type: 'subscribe', id },
  payload: { query },
});

it('ends a socket with too many operations', async () => {
  const { say, ended } = await open();
  for (let i = 0; i <= 100; i++) say(subscribe(String(i)));
  expect(await ended).toBe(4429);
});

it('ends a socket with too large a message', async () => {
  const { say, ended } = await open();
  say(subscribe('1', `subscription { articleChanged { id } } # ${'x'.repeat(300_000)}`));
  expect(await ended).toBe(1009);
});

it.each([
  [
    `subscription { articleChanged { ${Array.from({ length: 101 }, (_, i) => `a${i}: id`).join(' ')} } }`,
    'QUERY_TOO_COMPLEX',
  ],
  [
    'subscription ($n: Int) { articleChanged { tasks(first: $n) { nodes { article { tasks(first: $n) { nodes { article { id } evidence { id } } } } } } } }',
    'QUERY_TOO_COMPLEX',
  ],
])('refuses a subscription that asks for too much: %.40s…', async (query, code) => {
  const { say, next, socket } = await open();
  say(subscribe('1', query));
  expect((await next('error')).payload).toMatchObject([{ extensions: { code } }]);
  socket.close();
});

it('counts subscriptions with the other requests of their viewer', async () => {
  const strict = await startApp(database, { role: 'api', exposure: { rate: { perSecond: 1, burst: 3 } } });
  const { say, next, socket } = await open(strict);
  for (let i = 0; i < 6; i++) say(subscribe(String(i)));
  expect((await next('error')).payload).toMatchObject([{ extensions: { code: 'RATE_LIMITED' } }]);
  socket.close();
  await strict.close();
});

it('opens no more than a hundred sockets for one viewer', async () => {
  const sockets = await Promise.all(Array.from({ length: 101 }, () => open()));
  for (const { say } of sockets) say(subscribe('1'));
  const refused = await Promise.race(sockets.map(({ next }) => next('error')));
  expect(refused.payload).toMatchObject([{ extensions: { code: 'RATE_LIMITED' } }]);
  for (const { socket } of sockets) socket.close();
});

it('reads for a follower however long ago the socket was opened', async () => {
  const hurried = await startApp(database, { role: 'api', exposure: { requestTimeoutMs: 300 } });
  const { say, next, socket } = await open(hurried);
  say(subscribe('1', 'subscription { articleChanged { id title } }'));
  await new Promise((resolve) => setTimeout(resolve, 800));
  const input = { text: 'A text.', title: 'A title' };
  const submit = 'mutation ($input: SubmitArticleInput!) { submitArticle(input: $input) { created } }';
  (await app.graphql(submit, { input }, member.key)).expectData();
  expect((await next('next')).payload).toMatchObject({ data: { articleChanged: { title: 'A title' } } });
  socket.close();
  await hurried.close();
});
