import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  getNullableType,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  isListType,
  isObjectType,
  type SelectionSetNode,
} from 'graphql';
import { RequestError } from '../request-error.js';

/** Objects that one request may ask for, lists at their full length: 100 tasks with all that hangs on them are 10,000. */
export const HIGHEST_COST = 30_000;
export const MOST_ALIASES = 100;
/** Mutations in one document: each is a transaction of its own. */
export const MOST_MUTATIONS = 50;

/** As connections have it where `first` is left out (platform/graphql/connection.ts), and at most. */
const DEFAULT_FIRST = 20;
const MOST_FIRST = 100;
/** How long lists without `first` are taken to be: spans, links of a chain, pieces of evidence. */
const SHORT_LIST = 4;
/** An introspection query is bounded by GraphQL's own rule of its depth; it has no connection to count. */
const INTROSPECTION_COST = 500;

type Variables = Readonly<Record<string, unknown>>;

/** Throws QUERY_TOO_COMPLEX for a document that asks for too much. `variables` undefined: each is taken at its most. */
export function checkCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Variables | undefined,
  operationName?: string | null,
): void {
  const meter = new Meter(schema, document, variables);
  for (const operation of document.definitions) {
    if (operation.kind !== 'OperationDefinition') continue;
    if (operationName && operation.name?.value !== operationName) continue;
    const root = schema.getRootType(operation.operation);
    if (!root) continue;
    const { cost, aliases, fields } = meter.measure(operation.selectionSet, root);
    if (cost > HIGHEST_COST) {
      refuse(`asks for up to ${Math.round(cost)} objects; ${HIGHEST_COST} are allowed: ask for shorter lists`);
    }
    if (aliases > MOST_ALIASES) refuse(`has ${aliases} aliases; ${MOST_ALIASES} are allowed`);
    if (operation.operation === 'mutation' && fields > MOST_MUTATIONS) {
      refuse(`has ${fields} mutations; ${MOST_MUTATIONS} are allowed`);
    }
  }
}

const refuse = (why: string): never => {
  throw new RequestError('QUERY_TOO_COMPLEX', `The operation ${why}`);
};

interface Measure {
  /** Objects. */
  readonly cost: number;
  readonly aliases: number;
  /** Fields at this level. */
  readonly fields: number;
}

const NOTHING: Measure = { cost: 0, aliases: 0, fields: 0 };

/**
 * Adds up a document. A fragment is measured once for each type it stands in, however often it is spread, so that
 * fragments of fragments cannot make the measuring itself the attack.
 */
class Meter {
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  private readonly known = new Map<string, Measure>();

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
    private readonly variables: Variables | undefined,
  ) {
    this.fragments = new Map(
      document.definitions.flatMap((node) =>
        node.kind === 'FragmentDefinition' ? [[node.name.value, node] as const] : [],
      ),
    );
  }

  measure(selections: SelectionSetNode, parent: GraphQLCompositeType): Measure {
    return selections.selections.reduce<Measure>((sum, node) => {
      if (node.kind === 'Field') return add(sum, this.field(node, parent));
      if (node.kind === 'FragmentSpread') return add(sum, this.fragment(node.name.value, parent));
      return add(sum, this.measure(node.selectionSet, this.typeNamed(node.typeCondition?.name.value) ?? parent));
    }, NOTHING);
  }

  private fragment(name: string, parent: GraphQLCompositeType): Measure {
    const key = `${name} ${parent.name}`;
    const known = this.known.get(key);
    if (known) return known;
    // A fragment that spreads itself is refused by validation; until then it must not run in a circle here.
    this.known.set(key, NOTHING);
    const node = this.fragments.get(name);
    const measured = node
      ? this.measure(node.selectionSet, this.typeNamed(node.typeCondition.name.value) ?? parent)
      : NOTHING;
    this.known.set(key, measured);
    return measured;
  }

  private field(node: FieldNode, parent: GraphQLCompositeType): Measure {
    const aliases = node.alias ? 1 : 0;
    if (node.name.value.startsWith('__'))
      return { cost: node.selectionSet ? INTROSPECTION_COST : 0, aliases, fields: 1 };
    const field = this.fieldOf(parent, node.name.value);
    const type = field && getNamedType(field.type);
    if (!field || !node.selectionSet || !isCompositeType(type)) return { cost: 0, aliases, fields: 1 };
    const below = this.measure(node.selectionSet, type);
    const length = this.lengthOf(field, node, parent);
    return { cost: (1 + below.cost) * length, aliases: aliases + below.aliases, fields: 1 };
  }

  private lengthOf(field: GraphQLField<unknown, unknown>, node: FieldNode, parent: GraphQLCompositeType): number {
    if (field.args.some(({ name }) => name === 'first')) {
      const value = node.arguments?.find(({ name }) => name.value === 'first')?.value;
      return value ? this.firstOf(value) : DEFAULT_FIRST;
    }
    // The connection has counted its nodes and edges already.
    const isOfConnection = parent.name.endsWith('Connection');
    return isListType(getNullableType(field.type)) && !isOfConnection ? SHORT_LIST : 1;
  }

  private firstOf(value: NonNullable<FieldNode['arguments']>[number]['value']): number {
    let given: unknown = MOST_FIRST;
    if (value.kind === 'IntValue') given = Number(value.value);
    if (value.kind === 'NullValue') given = DEFAULT_FIRST;
    if (value.kind === 'Variable' && this.variables) given = this.variables[value.name.value];
    // Left out or null, it has the default of the variable or of the list; the greater of the two is taken as the most.
    if (given == null) given = MOST_FIRST;
    // What is refused later (a negative one, one above the most) costs no more than the most.
    return typeof given === 'number' ? Math.min(Math.max(given, 0), MOST_FIRST) : MOST_FIRST;
  }

  /** Of an interface or a union the field may stand on any of its types. */
  private fieldOf(parent: GraphQLCompositeType, name: string): GraphQLField<unknown, unknown> | undefined {
    if (isObjectType(parent)) return parent.getFields()[name];
    if (!isAbstractType(parent)) return undefined;
    return 'getFields' in parent ? parent.getFields()[name] : undefined;
  }

  private typeNamed(name: string | undefined): GraphQLCompositeType | undefined {
    const type = name ? this.schema.getType(name) : undefined;
    return type && isCompositeType(type) ? type : undefined;
  }
}

const add = (a: Measure, b: Measure): Measure => ({
  cost: a.cost + b.cost,
  aliases: a.aliases + b.aliases,
  fields: a.fields + b.fields,
});
