import { randomUUID } from 'node:crypto';
import {
  buildSchema,
  getNamedType,
  isCompositeType,
  isInputObjectType,
  isNonNullType,
  type GraphQLObjectType,
} from 'graphql';
import { readFileSync } from 'node:fs';
import { type FreshDatabase, freshDatabase } from '../kit/fresh-database.js';
import { makeNewsroom, type TestMember, type TestNewsroom } from '../kit/newsrooms.js';
import { addReadyArticle, addTasks } from '../kit/row-builders.js';
import { startApp, type TestApp } from '../kit/start-app.js';

const WORD = 'confidential';
const schema = buildSchema(readFileSync('docs/schema.graphql', 'utf8'));

let database: FreshDatabase;
let app: TestApp;
/** The one who asks, ADMIN of a newsroom that has hardly anything. */
let stranger: TestMember;
let other: TestNewsroom;
/** Every id that stands in any row of the other newsroom. */
let foreign: string[];

beforeAll(async () => {
  database = await freshDatabase();
  const own = await makeNewsroom(database.app);
  stranger = await own.member('ADMIN');
  other = await makeNewsroom(database.app);
  const { id: assigneeId } = await other.member('EDITOR');
  await other.machine();
  const articleId = await addReadyArticle(other.handle, {
    ...{ title: `${WORD} title`, text: `${WORD} text`, externalId: WORD, status: 'FAILED', failure: WORD },
    sourceUrl: `https://news.example/${WORD}`,
  });
  await addTasks(other.handle, articleId, [
    { kind: 'QUOTE', text: `${WORD} quote`, speaker: WORD, assigneeId },
    { kind: 'CLAIM', text: `${WORD} claim`, speaker: WORD },
  ]);
  foreign = await idsOf(other.id);
  app = await startApp(database, { role: 'api' });
});

afterAll(async () => {
  await app.close();
  await database.drop();
});

async function idsOf(newsroomId: string): Promise<string[]> {
  const columns = await database.owner<{ table_name: string }>(
    `select table_name from information_schema.columns where table_schema = 'public' and column_name = 'id'
       and data_type = 'uuid'`,
  );
  const ids: string[] = [];
  for (const { table_name: table } of columns) {
    const column = table === 'newsrooms' ? 'id' : 'newsroom_id';
    ids.push(
      ...(await database.owner<{ id: string }>(`select id from ${table} where ${column} = $1`, [newsroomId])).map(
        ({ id }) => id,
      ),
    );
  }
  return ids;
}

const fieldsOf = (type: string) => Object.values((schema.getType(type) as GraphQLObjectType).getFields());
const hasId = ({ args }: { args: readonly { name: string }[] }) => args.some(({ name }) => name === 'id');

it('has something to hide, under ids of every kind', () => {
  expect(foreign.length).toBeGreaterThanOrEqual(13);
});

describe.each(fieldsOf('Query').filter(hasId))('the query $name', ({ name }) => {
  it('gives null for an id of another newsroom, unknown or malformed', async () => {
    const query = `query ($id: ID!) { found: ${name}(id: $id) { id } }`;
    const none = [randomUUID(), 'malformed', '', '0', '\0', '\ud800', 'x'.repeat(10_000), `${foreign[0]} `];
    for (const id of [...foreign, ...foreign.map((each) => each.toUpperCase()), ...none]) {
      expect((await app.graphql(query, { id }, stranger.key)).expectData()).toEqual({ found: null });
    }
  });
});

const FITTING: Readonly<Record<string, string>> = { 'Int!': '1', 'Role!': 'EDITOR' };

/** What else a field asks for, so that nothing but the id can be what is wrong. */
const furtherArguments = (args: readonly { name: string; type: unknown }[], id: string): string =>
  args
    .filter(({ name, type }) => name !== 'id' && String(type).endsWith('!'))
    .map(({ name, type }) => `, ${name}: ${FITTING[String(type)] ?? JSON.stringify(id)}`)
    .join('');

describe.each(fieldsOf('Mutation').filter(hasId))('the mutation $name', ({ name, args, type }) => {
  it('answers NOT_FOUND for them, and changes nothing', async () => {
    const state = () =>
      database.owner(`select to_jsonb(a) as row from articles a union all select to_jsonb(j) from jobs j
        union all select to_jsonb(t) from review_tasks t order by 1`);
    const before = await state();
    for (const id of [...foreign, randomUUID(), 'malformed', '']) {
      const query = `mutation ($id: ID!) { found: ${name}(id: $id${furtherArguments(args, id)}) ${isCompositeType(getNamedType(type)) ? '{ __typename }' : ''} }`;
      (await app.graphql(query, { id }, stranger.key)).expectError('NOT_FOUND');
    }
    expect(await state()).toEqual(before);
  });
});

/** Each list of Query, with every filter that could name something of another newsroom's. */
const LISTS = fieldsOf('Query').filter(({ args }) => args.some(({ name }) => name === 'first'));

describe.each(LISTS)('the list $name', ({ name, args }) => {
  const ask = async (filter?: object) => {
    const type = args.find((arg) => arg.name === 'filter')?.type;
    const query = type
      ? `query ($filter: ${String(type)}) { list: ${name}(first: 100, filter: $filter) { totalCount nodes { id } } }`
      : `{ list: ${name}(first: 100) { totalCount nodes { id } } }`;
    return (await app.graphql(query, filter ? { filter } : {}, stranger.key)).expectData().list;
  };

  it('shows and counts the own alone', async () => {
    const list = await ask();
    expect(list.nodes.filter(({ id }: { id: string }) => foreign.includes(id))).toEqual([]);
    expect(list.totalCount).toBe(list.nodes.length);
  });

  it('finds nothing of another newsroom by any filter', async () => {
    const filterType = args.find((arg) => arg.name === 'filter')?.type;
    if (!filterType || isNonNullType(filterType) || !isInputObjectType(filterType)) return;
    for (const { name: field, type } of Object.values(filterType.getFields())) {
      const values = String(type) === 'ID' ? foreign : String(type) === 'String' ? [WORD, '', '%'] : [];
      for (const value of values) expect(await ask({ [field]: value })).toMatchObject({ totalCount: 0, nodes: [] });
    }
  });
});

it('does not tell whether another newsroom has a text or an externalId', async () => {
  const submit =
    'mutation ($input: SubmitArticleInput!) { submitArticle(input: $input) { created article { id title } } }';
  const input = { text: `${WORD} text`, externalId: WORD };
  const { created, article } = (await app.graphql(submit, { input }, stranger.key)).expectData().submitArticle;
  expect(created).toBe(true);
  expect(article.title).toBeNull();
  expect(foreign).not.toContain(article.id);
});
