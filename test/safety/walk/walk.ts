import { type GraphQLObjectType, type GraphQLSchema, isObjectType } from 'graphql';
import type { GraphqlClient } from '../../kit/graphql-client.js';
import { WORD } from './seed.js';
import { isNode, selectEverything } from './select-everything.js';

type Failures = string[];

/** Of how many ids one request asks: below the limit of aliases. */
const BATCH = 40;

const chunks = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));

/** Walks the schema with one key, over every id of the seeded newsroom. */
export class Walk {
  /** `Type.field` of each field that gave something. */
  readonly seen = new Set<string>();
  readonly failures: Failures = [];

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly client: GraphqlClient,
    private readonly key: string,
    /** Every id in any row of the newsroom. */
    private readonly ids: readonly string[],
  ) {}

  /** The kind of thing that each id is for this key; an id that is nothing, or no Node, is left out. */
  async typesOfIds(): Promise<Map<string, string>> {
    const types = new Map<string, string>();
    for (const batch of chunks(this.ids, BATCH)) {
      const query = `{ ${batch.map((id, i) => `n${i}: node(id: "${id}") { __typename id }`).join(' ')} }`;
      const data = await this.ask(query);
      batch.forEach((id, i) => {
        const found = data?.[`n${i}`] as { __typename: string } | null | undefined;
        if (found) types.set(id, found.__typename);
      });
    }
    return types;
  }

  /** Everything of every id, and everything that Query gives without one. */
  async everything(types: ReadonlyMap<string, string>): Promise<unknown[]> {
    const answers: unknown[] = [];
    for (const [id, type] of types) {
      const selection = selectEverything(this.schema, this.schema.getType(type) as GraphQLObjectType);
      const data = await this.ask(`query Everything($id: ID!) { node(id: $id) { ... on ${type} ${selection} } }`, {
        id,
      });
      this.note(data?.node);
      answers.push(data);
    }
    answers.push(...(await this.roots()));
    return answers;
  }

  /** The fields of Query that need no argument, one by one, with everything below them. */
  async roots(): Promise<unknown[]> {
    const answers: unknown[] = [];
    for (const field of Object.values(this.schema.getQueryType()!.getFields())) {
      if (field.args.some(({ type }) => String(type).endsWith('!'))) continue;
      const data = await this.ask(`{ ${field.name} ${selectEverything(this.schema, field.type, ['Query'])} }`);
      this.note(data);
      answers.push(data);
    }
    return answers;
  }

  /** Notes which fields of which types gave something, wherever in an answer. */
  note(value: unknown): void {
    if (Array.isArray(value)) return value.forEach((each) => this.note(each));
    if (typeof value !== 'object' || value === null) return;
    const { __typename: type, ...fields } = value as { __typename?: string };
    for (const [name, below] of Object.entries(fields)) {
      if (type && hasSomething(below)) this.seen.add(`${type}.${name}`);
      this.note(below);
    }
  }

  private async ask(query: string, variables: Readonly<Record<string, unknown>> = {}) {
    const { body } = await this.client.graphql<Record<string, unknown>>(query, variables, this.key);
    for (const { message, path } of body.errors ?? []) this.failures.push(`${path?.join('.') ?? query}: ${message}`);
    return body.data;
  }
}

const hasSomething = (value: unknown): boolean =>
  value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0);

/** Every field of every type that an answer can hold. */
export const allFields = (schema: GraphQLSchema): string[] =>
  Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter(({ name }) => !name.startsWith('__') && !['Query', 'Mutation', 'Subscription'].includes(name))
    .flatMap((type) => Object.keys(type.getFields()).map((field) => `${type.name}.${field}`));

export const nodeTypes = (schema: GraphQLSchema): string[] =>
  Object.keys(schema.getTypeMap()).filter((name) => name !== 'Node' && isNode(schema, name));

/** What of the newsroom stands in an answer to somebody else: its ids, and the word that all its texts have. */
export function leaksIn(answer: unknown, ids: readonly string[]): string[] {
  const text = JSON.stringify(answer) ?? '';
  return [...ids, WORD].filter((secret) => text.includes(secret));
}
