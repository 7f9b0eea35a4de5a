import {
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type GraphQLSchema,
  type InputValueDefinitionNode,
  Kind,
  parse,
  print,
  printSchema,
} from 'graphql';

/** Every name of the contract that the schema lacks or gives another type; what the schema has beyond it is its own. */
export function findContractBreaks(contract: string, schema: GraphQLSchema): string[] {
  const ours = new Map(definitionsOf(parse(printSchema(schema))).map((type) => [type.name.value, type]));
  return definitionsOf(parse(contract)).flatMap((promised) => {
    const name = promised.name.value;
    const actual = ours.get(name);
    if (!actual) return [`${name} is missing`];
    if (actual.kind !== promised.kind) return [`${name} is another kind of type`];
    return [...compareParts(name, promised, actual), ...compareFields(name, promised, actual)];
  });
}

type Named = DefinitionNode & { readonly name: { readonly value: string } };

const definitionsOf = ({ definitions }: DocumentNode): Named[] =>
  definitions.filter((definition): definition is Named => definition.kind.endsWith('TypeDefinition'));

/** Interfaces, members of unions, values of enums: an enum's or a union's must be the same, not only be there. */
function compareParts(name: string, promised: Named, actual: Named): string[] {
  const [wanted, found] = [partsOf(promised), partsOf(actual)];
  const closed = promised.kind === Kind.ENUM_TYPE_DEFINITION || promised.kind === Kind.UNION_TYPE_DEFINITION;
  return [
    ...wanted.filter((part) => !found.includes(part)).map((part) => `${name} has lost ${part}`),
    ...(closed ? found.filter((part) => !wanted.includes(part)).map((part) => `${name} has a new ${part}`) : []),
  ];
}

function partsOf(type: Named): string[] {
  if (type.kind === Kind.ENUM_TYPE_DEFINITION) return (type.values ?? []).map((value) => value.name.value);
  if (type.kind === Kind.UNION_TYPE_DEFINITION) return (type.types ?? []).map((member) => member.name.value);
  return type.kind === Kind.OBJECT_TYPE_DEFINITION ? (type.interfaces ?? []).map(({ name }) => name.value) : [];
}

type Field = FieldDefinitionNode | InputValueDefinitionNode;

function compareFields(name: string, promised: Named, actual: Named): string[] {
  return fieldsOf(promised).flatMap((field) => {
    const path = `${name}.${field.name.value}`;
    const found = fieldsOf(actual).find((each) => each.name.value === field.name.value);
    if (!found) return [`${path} is missing`];
    const [type, foundType] = [print(field.type), print(found.type)];
    return [
      ...(type === foundType ? [] : [`${path} is ${foundType} instead of ${type}`]),
      ...compareArguments(path, argumentsOf(field), argumentsOf(found)),
    ];
  });
}

function compareArguments(
  path: string,
  promised: readonly InputValueDefinitionNode[],
  actual: readonly InputValueDefinitionNode[],
): string[] {
  const written = (argument: InputValueDefinitionNode) => `${argument.name.value}: ${print(argument.type)}`;
  const found = actual.map(written);
  const isNew = ({ name }: InputValueDefinitionNode) => promised.every((each) => each.name.value !== name.value);
  return [
    ...promised
      .map(written)
      .filter((argument) => !found.includes(argument))
      .map((each) => `${path} lacks (${each})`),
    ...actual
      .filter((each) => isNew(each) && each.type.kind === Kind.NON_NULL_TYPE && !each.defaultValue)
      .map((each) => `${path} now requires (${written(each)})`),
  ];
}

const fieldsOf = (type: Named): readonly Field[] => ('fields' in type ? (type.fields ?? []) : []);

const argumentsOf = (field: Field): readonly InputValueDefinitionNode[] =>
  field.kind === Kind.FIELD_DEFINITION ? (field.arguments ?? []) : [];
