import {
  getNamedType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { VALUES } from './verdicts.js';

/**
 * Everything that can be selected of a type: all its fields, with all of theirs, down to things that have an id of their
 * own, of which the id is enough, since each of those is walked by itself.
 */
export function selectEverything(
  schema: GraphQLSchema,
  type: GraphQLOutputType,
  above: readonly string[] = [],
): string {
  const named = getNamedType(type);
  if (!isCompositeType(named)) return '';
  if (above.length > 0 && isNode(schema, named.name)) return '{ __typename id }';
  if (isAbstractType(named)) {
    const parts = schema.getPossibleTypes(named).map(({ name }) => `... on ${name} { id }`);
    return `{ __typename ${parts.join(' ')} }`;
  }
  if (!isObjectType(named) || above.includes(named.name)) return '{ __typename }';
  const fields = Object.values(named.getFields()).map(
    (field) =>
      `${field.name}${argumentsFor(field, null)} ${selectEverything(schema, field.type, [...above, named.name])}`,
  );
  return `{ __typename ${fields.join(' ')} }`;
}

export const isNode = (schema: GraphQLSchema, name: string): boolean => {
  const type = schema.getType(name);
  return name === 'Node' || (isObjectType(type) && type.getInterfaces().some((each) => each.name === 'Node'));
};

/** The arguments that a field must have; with an id also those that take one, though they could be left out. */
export function argumentsFor(field: GraphQLField<unknown, unknown>, id: string | null): string {
  const parts = field.args
    .filter(({ type }) => isNonNullType(type) || (id !== null && takesId(type)))
    .map(({ name, type }) => `${name}: ${literal(name, type, id)}`);
  return parts.length ? `(${parts.join(', ')})` : '';
}

/** Whether an argument, or a field of its input, is an id. */
export function takesId(type: GraphQLInputType): boolean {
  const named = getNamedType(type);
  if (isInputObjectType(named)) return Object.values(named.getFields()).some((field) => takesId(field.type));
  return named.name === 'ID';
}

function literal(name: string, type: GraphQLInputType, id: string | null): string {
  if (isNonNullType(type)) return literal(name, type.ofType, id);
  if (isListType(type)) return `[${literal(name, type.ofType, id)}]`;
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields())
      .filter((field) => isNonNullType(field.type) || field.name in VALUES || (id !== null && takesId(field.type)))
      .map((field) => `${field.name}: ${literal(field.name, field.type, id)}`);
    return `{ ${fields.join(', ')} }`;
  }
  if (isEnumType(type)) return type.getValues()[0]!.name;
  if (type.name === 'ID') return JSON.stringify(id ?? 'none');
  if (name in VALUES) return JSON.stringify(VALUES[name]);
  const byType: Readonly<Record<string, string>> = {
    ...{ Int: '1', Float: '1', Boolean: 'true', DateTime: '"2026-01-01T00:00:00Z"', JSON: '{}' },
    String: JSON.stringify(`${name} of the stranger`),
  };
  const value = byType[type.name];
  if (value === undefined) throw new Error(`The walk has no value for the scalar ${type.name}: add one here`);
  return value;
}
