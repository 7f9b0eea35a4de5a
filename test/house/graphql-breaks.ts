import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DefinitionNode, parse, visit } from 'graphql';
import { mayUse, type Room, roomOf } from './room-law.js';
import { filesIn } from './source-files.js';

const BUILT_IN = ['ID', 'String', 'Int', 'Float', 'Boolean'];

/** Every type that a room's contract extends or names although a later room, or none, defines it. */
export function findGraphqlBreaks(root: string): string[] {
  const documents = filesIn(root, 'src', /\.graphql$/).map((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    return { file, room: roomOf(file), text, definitions: parse(text).definitions };
  });
  const homes = new Map<string, Room | null>();
  for (const { room, definitions } of documents) {
    for (const definition of definitions) if (isHome(definition)) homes.set(definition.name.value, room);
  }
  const lineOf = (text: string, offset = 0) => text.slice(0, offset).split('\n').length;
  return documents.flatMap(({ file, room, text, definitions }) => {
    if (!room) return [`${file}: stands in no room`];
    const judge = (name: string, offset: number | undefined, does: string): string[] => {
      const home = homes.get(name);
      if (BUILT_IN.includes(name) || (home && mayUse(room, home))) return [];
      const where = home ? `of the later room ${home}` : 'which no room defines';
      return [`${file}:${lineOf(text, offset)}: ${does} ${name}, ${where}`];
    };
    return definitions.flatMap((definition) => {
      const extended = definition.kind.endsWith('TypeExtension') && 'name' in definition ? definition.name : null;
      return [
        ...(extended ? judge(extended.value, extended.loc?.start, 'extends') : []),
        ...namesIn(definition).flatMap(({ name, offset }) => judge(name, offset, 'names')),
      ];
    });
  });
}

const isHome = (definition: DefinitionNode): definition is DefinitionNode & { name: { value: string } } =>
  definition.kind.endsWith('TypeDefinition');

function namesIn(definition: DefinitionNode): { name: string; offset: number | undefined }[] {
  const names: { name: string; offset: number | undefined }[] = [];
  visit(definition, { NamedType: ({ name }) => void names.push({ name: name.value, offset: name.loc?.start }) });
  return names;
}
