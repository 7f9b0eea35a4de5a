import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildASTSchema,
  concatAST,
  extendSchema,
  type GraphQLSchema,
  Kind,
  lexicographicSortSchema,
  parse,
  printSchema,
} from 'graphql';
import { filesIn } from './source-files.js';

/** The schema that the rooms' .graphql files give together. */
export function readSchema(root: string): GraphQLSchema {
  const files = filesIn(root, 'src', /\.graphql$/);
  const { definitions } = concatAST(files.map((file) => parse(readFileSync(join(root, file), 'utf8'))));
  const isExtension = (kind: string) => kind.endsWith('Extension');
  const part = (extensions: boolean) => ({
    kind: Kind.DOCUMENT as const,
    definitions: definitions.filter(({ kind }) => isExtension(kind) === extensions),
  });
  return extendSchema(buildASTSchema(part(false)), part(true));
}

export const print = (schema: GraphQLSchema): string => `${printSchema(lexicographicSortSchema(schema))}\n`;
