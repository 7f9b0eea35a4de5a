import { type FreshDatabase, freshDatabase } from '../kit/fresh-database.js';
import { makeNewsroom, type TestMember, type TestNewsroom } from '../kit/newsrooms.js';
import { startApp, type TestApp } from '../kit/start-app.js';

let database: FreshDatabase;
let app: TestApp;
let newsroom: TestNewsroom;
let member: TestMember;

beforeAll(async () => {
  database = await freshDatabase();
  newsroom = await makeNewsroom(database.app);
  member = await newsroom.member('EDITOR');
  app = await startApp(database, { role: 'api' });
});

afterAll(async () => {
  await app.close();
  await database.drop();
});

const submit = (text: string, idempotencyKey: string, { key } = member, to = app) => {
  const query = 'mutation ($input: SubmitArticleInput!) { submitArticle(input: $input) { created article { id } } }';
  const headers = { authorization: `Bearer ${key}`, 'idempotency-key': idempotencyKey };
  return to.post(JSON.stringify({ query, variables: { input: { text } } }), headers);
};

it('answers the same request at once in two processes with the answer of the one that did it', async () => {
  const second = await startApp(database, { role: 'api' });
  const answers = await Promise.all(
    [app, second, app, second, app].map((to) => submit('One text.', 'twice', member, to)),
  );
  const [first, ...others] = answers.map((answer) => answer.expectData());
  expect(first.submitArticle.created).toBe(true);
  for (const other of others) expect(other).toEqual(first);
  expect(answers.filter(({ headers }) => headers.get('idempotency-replayed') === 'true')).toHaveLength(4);
  await second.close();
});

it('does the work anew where the first failed through no fault of the client', async () => {
  await database.owner('alter table article_versions rename to hidden_table');
  const failed = await submit('Another text.', 'again');
  await database.owner('alter table hidden_table rename to article_versions');
  failed.expectError('INTERNAL');
  expect((await submit('Another text.', 'again')).expectData().submitArticle.created).toBe(true);
});

it('answers CONFLICT for another request under the key, and knows nothing of the keys of others', async () => {
  (await submit('A third text.', 'mine')).expectData();
  (await submit('A fourth text.', 'mine')).expectError('CONFLICT');
  const other = await newsroom.member('EDITOR');
  expect((await submit('A fifth text.', 'mine', other)).expectData().submitArticle.created).toBe(true);
});
