import { createLog } from '../../src/platform/log.js';
import { type FreshDatabase, freshDatabase } from '../kit/fresh-database.js';
import { makeNewsroom } from '../kit/newsrooms.js';
import { startApp } from '../kit/start-app.js';

let database: FreshDatabase;
beforeAll(async () => (database = await freshDatabase()));
afterAll(() => database.drop());

/** A log at the most talkative level, with what it wrote. */
function listen() {
  const lines: string[] = [];
  return { lines, log: createLog('trace', { write: (line) => void lines.push(line) }) };
}

const SECRETS = {
  key: `isnad_${'k'.repeat(43)}`,
  cookie: 'isnad.session_token=s3ssion-value.signature',
  password: 'correct-horse-battery',
  email: 'noor.haddad@harbour.example',
};
const hidden = Object.values(SECRETS).map((secret) => secret.replace(/^isnad.session_token=/, ''));

it('hides keys, cookies, passwords and e-mails in records, in texts and in errors', () => {
  const { lines, log } = listen();
  log.info({ headers: { authorization: `Bearer ${SECRETS.key}`, cookie: SECRETS.cookie }, ...SECRETS }, 'record');
  log.warn({ a: { password: SECRETS.password, email: SECRETS.email } }, 'deeper');
  log.trace(`text with ${SECRETS.key} and ${SECRETS.email} and ${SECRETS.cookie}; password=${SECRETS.password}`);
  log.error({ err: new Error(`connect postgresql://isnad:${SECRETS.password}@host/db for ${SECRETS.email}`) }, 'error');
  log.error({ rest: [JSON.stringify({ password: SECRETS.password, token: SECRETS.key })] }, SECRETS.email);
  log.child({ token: SECRETS.key }).debug({ list: [SECRETS.email] }, 'child');
  const all = lines.join('');
  for (const secret of hidden) expect(all).not.toContain(secret);
  expect(lines).toHaveLength(6);
  for (const line of lines) expect(() => JSON.parse(line)).not.toThrow();
});

it('leaves alone what is no secret, and the mail that has no other way out', () => {
  const { lines, log } = listen();
  log.info({ articleId: '0199-1', state: 'DONE', keys: 3 }, 'applied migration 2026_spent');
  log.info({ printedMail: { to: SECRETS.email, text: 'https://isnad.example/?token=abcdef' } }, 'mail');
  expect(JSON.parse(lines[0]!)).toMatchObject({ articleId: '0199-1', state: 'DONE', keys: 3 });
  expect(lines[1]).toContain('token=abcdef');
  // Nobody makes a text into such a record.
  log.info(`{"printedMail":{"to":"${SECRETS.email}"}}`);
  expect(lines[2]).not.toContain(SECRETS.email);
});

it('carries the number of the answer in every line of the request, and no secret at any level', async () => {
  const { lines, log } = listen();
  const app = await startApp(database, { role: 'api', log });
  const newsroom = await makeNewsroom(database.app);
  const { key, email } = await newsroom.member('EDITOR');
  const headers = { authorization: `Bearer ${key}`, cookie: SECRETS.cookie, 'x-secret': SECRETS.password };
  await database.owner('alter table review_tasks rename to hidden_table');
  const body = JSON.stringify({
    query: 'query ($t: String) { reviewTasks(filter: { text: $t }) { totalCount } }',
    variables: { t: email },
  });
  const answers = await Promise.all([1, 2, 3].map(() => app.post(body, headers)));
  await database.owner('alter table hidden_table rename to review_tasks');
  await app.graphql('{ viewer { role } }', {}, SECRETS.key);
  await app.post('{', { authorization: `Bearer ${key}` });
  await app.close();
  for (const answer of answers) {
    const id = answer.headers.get('x-request-id')!;
    expect(answer.expectError('INTERNAL').extensions.requestId).toBe(id);
    const own = lines
      .filter((line) => line.includes(id))
      .map((line) => JSON.parse(line) as { msg: string; requestId: string });
    expect(own.map(({ msg }) => msg).sort()).toEqual(['answered', 'request failed']);
    expect(own.map(({ requestId }) => requestId)).toEqual([id, id]);
  }
  const all = lines.join('');
  for (const secret of [key, email, ...hidden]) expect(all).not.toContain(secret);
});
