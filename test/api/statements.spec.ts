import { countStatements, leastStatements } from '../kit/count-statements.js';
import { type FreshDatabase, freshDatabase } from '../kit/fresh-database.js';
import { makeNewsroom, type TestMember, type TestNewsroom } from '../kit/newsrooms.js';
import { addReadyArticle, addTasks } from '../kit/row-builders.js';
import { startApp, type TestApp } from '../kit/start-app.js';

let database: FreshDatabase;
let app: TestApp;
let member: TestMember;
let editor: TestMember;
let newsroom: TestNewsroom;

beforeAll(async () => {
  database = await freshDatabase();
  newsroom = await makeNewsroom(database.app);
  editor = await newsroom.member('EDITOR');
  member = await newsroom.member('FACT_CHECKER');
  for (let i = 0; i < 50; i++) {
    const articleId = await addReadyArticle(newsroom.handle);
    const assigned = { assigneeId: member.id };
    await addTasks(newsroom.handle, articleId, [
      { kind: 'QUOTE', ...assigned },
      { kind: 'CLAIM', ...assigned },
    ]);
  }
  app = await startApp(database, { role: 'api' });
});

afterAll(async () => {
  await app.close();
  await database.drop();
});

const SUBJECT = `subject {
  ... on Quote { text spans { text } speaker { name mention { text } } claims { id } article { id } }
  ... on Claim { text spans { text } speaker { name mention { text } } quote { id } denies { id } article { id } } }`;

it.each([
  [
    'tasks with subject, speaker and article',
    `reviewTasks(first: $first) { nodes { id article { id title } ${SUBJECT} } }`,
  ],
  [
    'tasks with assignee and lease',
    `reviewTasks(first: $first) { nodes { assignee { id } lease { holder { name } } } }`,
  ],
  ['articles with text and progress', `articles(first: $first) { nodes { text progress { total decided } } }`],
])('a list of %s takes as many statements for 50 as for 5', async (_name, field) => {
  const query = `query ($first: Int) { ${field} }`;
  const ask = (first: number) => app.graphql(query, { first }, member.key).then((answer) => answer.expectData());
  await ask(1); // what is looked up once: the key, the types of columns
  const five = await leastStatements(() => ask(5));
  const fifty = await leastStatements(() => ask(50));
  expect(five).toBeGreaterThan(3);
  expect(fifty).toBe(five);
});

it('counts a list only where its totalCount is asked for', async () => {
  const ask = (fields: string) =>
    countStatements(() => app.graphql(`{ reviewTasks { ${fields} } }`, {}, member.key).then((a) => a.expectData()));
  await ask('nodes { id }');
  expect(await ask('nodes { id } totalCount')).toBeGreaterThan(await ask('nodes { id }'));
});

it('withdraws an article of a hundred tasks with as many statements as one of ten', async () => {
  const withdraw = async (size: number) => {
    const articleId = await addReadyArticle(newsroom.handle);
    const wishes = Array.from({ length: size }, () => ({}));
    await addTasks(newsroom.handle, articleId, wishes);
    const mutation = `mutation { withdrawArticle(id: "${articleId}", reason: "x") { status } }`;
    return countStatements(async () => (await app.graphql(mutation, {}, editor.key)).expectData());
  };
  await withdraw(1);
  const least = async (tasks: number) => Math.min(await withdraw(tasks), await withdraw(tasks), await withdraw(tasks));
  expect(await least(100)).toBe(await least(10));
});
