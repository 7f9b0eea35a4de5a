import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Client, createClient } from 'graphql-ws';
import pg from 'pg';
import type { Desk, Person } from '../desk/desk.js';
import { readSchema } from '../house/read-schema.js';
import type { TestMember } from '../kit/newsrooms.js';
import { until } from '../kit/until.js';
import { idsOfHome, ownerColumn, startHome, tablesOf } from './walk/home.js';
import { type Home, WORD } from './walk/seed.js';
import { argumentsFor, isNode, selectEverything, takesId } from './walk/select-everything.js';
import { ECHOES, NAMES_NOTHING, TABLES_WITHOUT_ROWS, WITHOUT_DATA } from './walk/verdicts.js';
import { allFields, leaksIn, nodeTypes, Walk } from './walk/walk.js';

const schema = readSchema(join(import.meta.dirname, '../..'));
const { WebSocket } = createRequire(import.meta.url)('ws') as { WebSocket: unknown };

let desk: Desk;
let home: Home;
/** ADMIN of another newsroom, so that no lack of rights hides what the walk is after. */
let stranger: TestMember;
let tables: string[];
let ids: string[];
let own: Walk;
let types: Map<string, string>;

beforeAll(async () => {
  home = await startHome();
  desk = home.desk;
  stranger = await (await desk.otherNewsroom()).member('ADMIN');
  tables = await tablesOf(home);
  ids = await idsOfHome(home);
  own = walkAs(home.admin);
  types = await own.typesOfIds();
});

afterAll(() => desk.close());

const walkAs = ({ key }: Pick<Person, 'key'>, over = ids) => new Walk(schema, desk.app, key, over);

describe('the seeded newsroom', () => {
  it('has a row in every table', async () => {
    const empty: string[] = [];
    for (const table of tables) {
      const [row] = await desk.database.owner<{ some: boolean }>(
        `select exists (select from "${table}" where ${ownerColumn(table)} = $1) as some`,
        [desk.newsroom.id],
      );
      if (!row!.some && !(table in TABLES_WITHOUT_ROWS))
        empty.push(`${table}: add a row to it in test/safety/walk/seed.ts`);
    }
    expect(empty).toEqual([]);
  });

  it('has something of every type that has an id', () => {
    const missing = nodeTypes(schema).filter((name) => ![...types.values()].includes(name));
    expect(missing.map((name) => `${name}: seed one in test/safety/walk/seed.ts, and let node(id) find it`)).toEqual(
      [],
    );
  });

  it('shows its own member something in every field of every type', async () => {
    await own.everything(types);
    const submit =
      'mutation ($input: SubmitArticleInput!) { submitArticle(input: $input) { __typename created article { __typename id } } }';
    own.note(await home.admin.ask(submit, { input: { text: `A ${WORD} text that nobody checks.` } }));
    expect(own.failures).toEqual([]);
    const without = allFields(schema).filter((field) => !own.seen.has(field) && !(field in WITHOUT_DATA));
    expect(
      without.map((field) => `${field}: seed it in test/safety/walk/seed.ts, or say in verdicts.ts why it is empty`),
    ).toEqual([]);
    expect(Object.keys(WITHOUT_DATA).filter((field) => !allFields(schema).includes(field))).toEqual([]);
  });
});

describe('a member of another newsroom', () => {
  it('finds nothing by any id, of whatever type', async () => {
    expect([...(await walkAs(stranger).typesOfIds())]).toEqual([]);
  });

  it('finds nothing of it in anything that needs no id', async () => {
    expect(leaksIn(await walkAs(stranger).roots(), ids)).toEqual([]);
  });

  const queries = Object.values(schema.getQueryType()!.getFields()).filter(({ args }) => args.length > 0);
  it.each(queries.map((field) => [field.name, field] as const))(
    'finds nothing by the arguments of %s',
    async (name, field) => {
      const type = isNode(schema, String(field.type).replace(/\W/g, ''))
        ? '{ __typename id }'
        : selectEverything(schema, field.type, ['Query']);
      const [cursor] = await cursorsOf(field.name);
      for (const arg of field.args) {
        const values = valuesFor(String(arg.type), cursor);
        for (const value of values) {
          const query = `query ($value: ${String(arg.type)}) { found: ${field.name}(${arg.name}: $value) ${type} }`;
          const { body } = await desk.app.graphql(query, { value }, stranger.key);
          const leaks = leaksIn(body.data, ids).filter((secret) => secret !== WORD || !(name in ECHOES));
          expect([arg.name, value, leaks]).toEqual([arg.name, value, []]);
        }
      }
    },
  );

  /** What of the seeded newsroom an argument of this type could name. */
  const valuesFor = (type: string, cursor: string | undefined): unknown[] => {
    if (/^ID!?$/.test(type)) return oneOfEachType();
    if (/^String!?$/.test(type)) return [WORD, `${WORD}-1`, ...(cursor ? [cursor] : [])];
    const input = schema.getType(type.replace(/\W/g, ''));
    if (!input || !('getFields' in input)) return [];
    return Object.values(input.getFields()).flatMap((part) => {
      const partType = String(part.type);
      if (/^\[?ID/.test(partType))
        return oneOfEachType().map((id) => ({ [part.name]: partType.startsWith('[') ? [id] : id }));
      return partType === 'String' ? [{ [part.name]: WORD }, { [part.name]: '' }] : [];
    });
  };

  const mutations = Object.values(schema.getMutationType()!.getFields());
  it.each(mutations.map((field) => [field.name, field] as const))(
    'changes nothing of it by %s',
    async (name, field) => {
      const names = field.args.some(({ type }) => takesId(type));
      if (!names && !(name in NAMES_NOTHING)) {
        throw new Error(
          `${name} takes no id: say in test/safety/walk/verdicts.ts (NAMES_NOTHING) what keeps it at home`,
        );
      }
      const before = await stateOfHome();
      const selection = selectEverything(schema, field.type, ['Mutation']);
      for (const id of names ? oneOfEachType() : [null]) {
        const { body } = await desk.app.graphql(
          `mutation { done: ${name}${argumentsFor(field, id)} ${selection} }`,
          {},
          stranger.key,
        );
        expect(leaksIn(body.data, ids)).toEqual([]);
        const codes = (body.errors ?? []).map(({ extensions }) => extensions.code);
        if (names && !(name in NAMES_NOTHING)) expect([name, id, codes]).toEqual([name, id, ['NOT_FOUND']]);
        expect(codes).not.toContain('INTERNAL');
      }
      expect(await stateOfHome()).toEqual(before);
    },
  );

  it('is told of nothing by any subscription, of which its own members are told', async () => {
    const fields = Object.values(schema.getSubscriptionType()!.getFields());
    const clients: Client[] = [];
    const heard = fields.map((field) => {
      const id = field.args.some(({ type }) => takesId(type)) ? [...types.keys()] : [];
      const plain = `subscription { told: ${field.name} ${selectEverything(schema, field.type, ['Subscription'])} }`;
      const aimed = id
        .slice(0, 20)
        .map((each) => `subscription { told: ${field.name}${argumentsFor(field, each)} { __typename } }`);
      return {
        name: field.name,
        own: follow(clients, home.admin.key, [plain]),
        other: follow(clients, stranger.key, [plain, ...aimed]),
      };
    });
    // A socket follows from when it was answered; until then it hears nothing.
    await new Promise((resolve) => setTimeout(resolve, 700));
    await desk.submit(home.checker, {
      text: `The ${WORD} harbour lost 40 ships in 2021, the ministry said.`,
      language: 'en',
    });
    await until('every subscription has told', () => heard.every((each) => each.own.length > 0));
    expect(heard.map(({ name, other }) => [name, other])).toEqual(heard.map(({ name }) => [name, []]));
    for (const client of clients) await client.dispose();
  });
});

describe('the service without a newsroom', () => {
  it('reads nothing from any table', async () => {
    const client = new pg.Client({ connectionString: desk.database.appUrl });
    await client.connect();
    for (const table of tables) {
      expect([table, (await client.query(`select from "${table}" limit 1`)).rowCount]).toEqual([table, 0]);
    }
    await client.end();
  });
});

describe('the walk itself', () => {
  const GUARDED = [
    'articles',
    'claims',
    'quotes',
    'review_tasks',
    'evidence',
    'verdicts',
    'fact_checks',
    'corrections',
    'members',
    'task_events',
    'newsrooms',
  ];

  it.each(GUARDED)('notices that nothing guards %s any more', async (table) => {
    await desk.database.owner(`alter table "${table}" disable row level security`);
    try {
      const leaks =
        [...(await walkAs(stranger, oneOfEachType()).typesOfIds())].length +
        leaksIn(await walkAs(stranger).roots(), ids).length;
      expect(leaks).toBeGreaterThan(0);
    } finally {
      await desk.database.owner(`alter table "${table}" enable row level security`);
    }
    expect([...(await walkAs(stranger, oneOfEachType()).typesOfIds())]).toEqual([]);
  });

  it.each(GUARDED)('notices that the policy of %s was dropped', async (table) => {
    const policies = await desk.database.owner<{ name: string; definition: string }>(
      `select policyname as name, format('create policy %I on %I as permissive for %s to %s using (%s) %s', policyname,
         tablename, cmd, array_to_string(roles, ','), qual, case when with_check is null then '' else
         'with check (' || with_check || ')' end) as definition
       from pg_policies where tablename = $1 and policyname = 'own_newsroom'`,
      [table],
    );
    const kinds = new Set(types.values()).size;
    expect(policies).toHaveLength(1);
    await desk.database.owner(`drop policy own_newsroom on "${table}"`);
    try {
      expect((await walkAs(home.admin, oneOfEachType()).typesOfIds()).size).toBeLessThan(kinds);
    } finally {
      await desk.database.owner(policies[0]!.definition);
    }
    expect((await walkAs(home.admin, oneOfEachType()).typesOfIds()).size).toBe(kinds);
  });
});

/** One id of each type, and one that stands in a row but is nothing by itself. */
function oneOfEachType(): string[] {
  const first = new Map([...types].reverse().map(([id, type]) => [type, id] as const));
  return [...first.values(), ids.find((id) => !types.has(id)) ?? ids[0]!];
}

/** A hash of each table's rows of the newsroom; keys say when they were last used, which is no change. */
async function stateOfHome(): Promise<Record<string, unknown>[]> {
  const parts = tables.map(
    (
      table,
    ) => `select '${table}' as name, md5(string_agg((to_jsonb(t) - 'last_used_at')::text, '' order by t::text)) as hash
      from "${table}" t where ${ownerColumn(table)} = '${desk.newsroom.id}'`,
  );
  return desk.database.owner(parts.join(' union all '));
}

async function cursorsOf(query: string): Promise<string[]> {
  const field = schema.getQueryType()!.getFields()[query]!;
  if (!field.args.some(({ name }) => name === 'after')) return [];
  const data = await home.admin.ask(`{ list: ${query}(first: 1) { pageInfo { endCursor } } }`);
  return [data.list.pageInfo.endCursor].filter(Boolean);
}

function follow(clients: Client[], key: string, queries: string[]): unknown[] {
  const heard: unknown[] = [];
  const client = createClient({
    url: `${desk.app.url.replace('http', 'ws')}/graphql`,
    ...{ webSocketImpl: WebSocket, retryAttempts: 0, connectionParams: { authorization: `Bearer ${key}` } },
  });
  clients.push(client);
  for (const query of queries) {
    client.subscribe(
      { query },
      {
        next: ({ data, errors }) => void heard.push(data ?? errors),
        error: () => undefined,
        complete: () => undefined,
      },
    );
  }
  return heard;
}
