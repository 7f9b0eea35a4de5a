import type { ServerResponse } from 'node:http';
import { until } from '../kit/until.js';
import { HookedDesk } from './hooked-desk.js';

const MANY = 20;

let hooked: HookedDesk;

beforeAll(async () => {
  hooked = await HookedDesk.start(MANY);
});

afterAll(() => hooked.close());

it('reads articles while more receivers hang than there are jobs at once', async () => {
  const held: ServerResponse[] = [];
  for (const receiver of hooked.receivers) {
    receiver.answer = (response) => void held.push(response);
    await hooked.hook({ events: ['ARTICLE_READY'] }, receiver);
  }
  await hooked.openClaims();
  await until('the receivers hang', () => held.length >= 16);
  const before = held.length;
  await hooked.openClaims();
  // None has been given up meanwhile: the second article did not wait for their end.
  expect(held.slice(0, before).map((response) => response.destroyed)).toEqual(Array(before).fill(false));
  for (const receiver of hooked.receivers) receiver.answer = (response) => void response.writeHead(204).end();
  for (const response of held) response.writeHead(204).end();
});
