import { type FreshDatabase, freshDatabase } from '../kit/fresh-database.js';
import { makeNewsroom, type TestNewsroom } from '../kit/newsrooms.js';
import { startApp, type TestApp } from '../kit/start-app.js';
import { intakeClient } from './intake-client.js';

let database: FreshDatabase;
let app: TestApp;
let newsroom: TestNewsroom;
let key: string;

beforeAll(async () => {
  database = await freshDatabase();
  newsroom = await makeNewsroom(database.app);
  key = await newsroom.machine();
  app = await startApp(database);
});

afterAll(async () => {
  await app.close();
  await database.drop();
});

const { push, accepted } = intakeClient(
  () => app.url,
  () => key,
);

const TEXT = 'The minister said on Monday that the bridge would open in May.';

describe('refusals are problems', () => {
  const problem = (status: number, code: string) => ({
    ...{ type: 'about:blank', title: expect.any(String), status, code },
    ...{ detail: expect.any(String), requestId: expect.any(String) },
  });

  it('without credentials, or with wrong ones', async () => {
    for (const by of [null, 'isnad_wrong']) {
      const { status, body, headers } = await push(TEXT, { by });
      expect(status).toBe(401);
      expect(body).toEqual(problem(401, 'UNAUTHENTICATED'));
      expect(headers.get('content-type')).toMatch(/^application\/problem\+json\b/);
      expect(headers.get('www-authenticate')).toBe('Bearer');
    }
  });

  it('of somebody who may only read, before what they sent is looked at', async () => {
    const viewer = await newsroom.member('VIEWER');
    const { status, body } = await push('x', { by: viewer.key, type: 'image/png' });
    expect(status).toBe(403);
    expect(body).toEqual(problem(403, 'FORBIDDEN'));
  });

  it('of kinds that are not read', async () => {
    for (const sent of [{ type: 'image/png' }, { headers: { 'content-encoding': 'gzip' } }]) {
      const { status, body } = await push('x', sent);
      expect(status).toBe(415);
      expect(body).toMatchObject({ ...problem(415, 'BAD_USER_INPUT'), fields: expect.any(Object) });
    }
  });

  it('of too much', async () => {
    const { status, body } = await push('a'.repeat(5 * 1024 * 1024 + 1));
    expect(status).toBe(413);
    expect(body).toEqual(problem(413, 'PAYLOAD_TOO_LARGE'));
  });

  it.each([
    ['nothing', '', 'text/plain'],
    ['a binary file', new Uint8Array(5_000).fill(1), 'text/plain'],
    ['a text that is too long', 'word '.repeat(40_001), 'text/plain'],
    ['a charset that is none', 'A text.', 'text/plain; charset=klingon'],
    ['bytes that are not in their charset', new Uint8Array([65, 0xff, 0xfe, 66]), 'text/plain; charset=utf-8'],
    ['broken JSON', '{"text": ', 'application/json'],
  ])('of %s', async (_what, body, type) => {
    const answer = await push(body, { type });
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({ ...problem(422, 'BAD_USER_INPUT'), fields: expect.any(Object) });
  });

  it('of another text under a version that is known', async () => {
    await accepted(push('One text about it.', { query: '?externalId=twice&version=2' }));
    const { status, body } = await push('Another text about it.', { query: '?externalId=twice&version=2' });
    expect(status).toBe(409);
    expect(body).toEqual(problem(409, 'CONFLICT'));
  });

  it('of an article that is unknown, malformed or of another newsroom', async () => {
    const { id } = await accepted(push('A text that stays at home.'));
    const stranger = await (await makeNewsroom(database.app)).machine();
    for (const [asked, by] of [
      [id, stranger],
      ['018f0000-0000-7000-8000-000000000000', key],
      ['x', key],
    ] as const) {
      const answer = await fetch(`${app.url}/intake/articles/${asked}`, { headers: { authorization: `Bearer ${by}` } });
      expect(answer.status).toBe(404);
      expect(await answer.json()).toEqual(problem(404, 'NOT_FOUND'));
    }
  });
});

describe('Idempotency-Key', () => {
  const headers = (name: string) => ({ headers: { 'idempotency-key': name } });

  it('answers a repetition with the first answer', async () => {
    const first = await push('A text that is sent twice.', headers('k-1'));
    const second = await push('A text that is sent twice.', headers('k-1'));
    expect(second).toMatchObject({ status: 202, body: first.body });
    expect(first.body.created).toBe(true);
    expect(second.headers.get('idempotency-replayed')).toBe('true');
  });

  it('keeps a refusal too', async () => {
    const first = await push('', headers('k-2'));
    expect(await push('', headers('k-2'))).toMatchObject({ status: 422, body: first.body });
  });

  it('is a CONFLICT with another body, also another key holder is another', async () => {
    await push('A first text here.', headers('k-3'));
    expect(await push('A second text here.', headers('k-3'))).toMatchObject({
      status: 409,
      body: { code: 'CONFLICT' },
    });
    const other = await newsroom.machine();
    expect(await push('A second text here.', { ...headers('k-3'), by: other })).toMatchObject({ status: 202 });
  });

  it('lets one of many at once do the work', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => push('Sent by many at once.', headers('k-4'))));
    const created = answers.filter(
      ({ status, body, headers: h }) => status === 202 && body.created && !h.get('idempotency-replayed'),
    );
    expect(created).toHaveLength(1);
    expect(new Set(answers.map(({ status }) => status))).toEqual(
      new Set(answers.some(({ status }) => status === 409) ? [202, 409] : [202]),
    );
  });
});
