import { createRequire } from 'node:module';
import { until } from '../kit/until.js';
import { House } from './house.js';

interface Socket {
  on(event: string, listener: (...args: never[]) => void): void;
  send(data: string): void;
  close(): void;
}
const { WebSocket } = createRequire(import.meta.url)('ws') as {
  WebSocket: new (url: string, protocol: string, options: object) => Socket;
};

let house: House;
const sockets: Socket[] = [];

beforeAll(async () => {
  house = await House.open();
});

afterAll(async () => {
  for (const socket of sockets) socket.close();
  await house.close();
});

/** Subscribes over a socket of its own; says what came and how it ended. */
function subscribe(headers: Record<string, string>, init: object = {}) {
  const seen = { messages: [] as { type: string; payload?: unknown }[], closed: 0, refused: 0 };
  const socket = new WebSocket(`${house.app.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', { headers });
  sockets.push(socket);
  socket.on('open', () => socket.send(JSON.stringify({ type: 'connection_init', payload: init })));
  socket.on('unexpected-response', (request: never, response: never) => {
    seen.refused = (response as { statusCode: number }).statusCode;
    (request as { destroy(): void }).destroy();
  });
  socket.on('error', () => undefined);
  socket.on('close', (code: never) => void (seen.closed = code as number));
  socket.on('message', (data: never) => {
    const message = JSON.parse(String(data)) as { type: string };
    seen.messages.push(message);
    if (message.type !== 'connection_ack') return;
    const payload = { query: 'subscription { reviewTaskChanged { id } }' };
    socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload }));
  });
  return seen;
}

const isOpen = (seen: ReturnType<typeof subscribe>) => seen.messages.some(({ type }) => type === 'connection_ack');
const isRefused = (seen: ReturnType<typeof subscribe>) => seen.messages.some(({ type }) => type === 'error');

it('takes the cookie of a page of this service, and of no other', async () => {
  const { email } = await house.account('EDITOR');
  const { cookie } = await house.enter(email);
  const own = subscribe({ cookie, origin: house.app.url });
  await until('the socket is open', () => isOpen(own));
  const foreign = subscribe({ cookie, origin: 'https://evil.example' });
  await until('the socket is refused', () => foreign.refused === 403);
  const nobody = subscribe({ origin: house.app.url });
  await until('the subscription is refused', () => isRefused(nobody));
  expect(isRefused(own)).toBe(false);
});

it('closes within a minute what a key, a session or a member opened that has ended', async () => {
  const [admin, byKey, bySession, leaving, staying] = await Promise.all([
    house.account('ADMIN'),
    house.account('EDITOR'),
    house.account('EDITOR'),
    house.account('EDITOR'),
    house.account('EDITOR'),
  ]);
  const origin = house.app.url;
  const desk = await house.enter(admin.email);
  const browsers = {
    session: await house.enter(bySession.email),
    leaving: await house.enter(leaving.email),
    staying: await house.enter(staying.email),
  };
  const open = {
    key: subscribe({}, { authorization: `Bearer ${byKey.key}` }),
    session: subscribe({ cookie: browsers.session.cookie, origin }),
    member: subscribe({ cookie: browsers.leaving.cookie, origin }),
    memberKey: subscribe({}, { authorization: `Bearer ${leaving.key}` }),
  };
  const stays = [
    subscribe({ cookie: browsers.staying.cookie, origin }),
    subscribe({}, { authorization: `Bearer ${staying.key}` }),
  ];
  for (const each of [...Object.values(open), ...stays]) await until('the socket is open', () => isOpen(each));
  // Let in by the subscription that follows the greeting.
  await house.database.owner('select pg_sleep(0.5)');

  const { apiKeys } = (await desk.graphql('{ apiKeys(first: 100) { nodes { id member { id } } } }')).expectData();
  const { id } = apiKeys.nodes.find((key: { member: { id: string } }) => key.member.id === byKey.id);
  (await desk.graphql('mutation ($id: ID!) { revokeApiKey(id: $id) { revokedAt } }', { id })).expectData();
  await browsers.session.post('/api/auth/revoke-sessions');
  const leave = 'mutation ($id: ID!) { deactivateMember(id: $id) { active } }';
  (await desk.graphql(leave, { id: leaving.id })).expectData();

  for (const [what, socket] of Object.entries(open)) {
    await until(`the socket of the ${what} is closed`, () => socket.closed === 4401, { within: 55_000 });
  }
  for (const socket of stays) expect(socket.closed).toBe(0);
}, 120_000);
