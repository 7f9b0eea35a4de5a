// Writes docs/examples/generated/operations.ts: the examples' GraphQL operations with the types of what they take and give.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { codegen } from '@graphql-codegen/core';
import * as typedDocuments from '@graphql-codegen/typed-document-node';
import * as operations from '@graphql-codegen/typescript-operations';
import { parse } from 'graphql';

const SOURCE = 'docs/examples/operations.graphql';
const OUTPUT = 'docs/examples/generated/operations.ts';
const read = (file) => readFileSync(file, 'utf8');

mkdirSync('docs/examples/generated', { recursive: true });
writeFileSync(
  OUTPUT,
  await codegen({
    schema: parse(read('docs/schema.graphql')),
    documents: [{ location: SOURCE, document: parse(read(SOURCE)) }],
    filename: OUTPUT,
    plugins: [{ operations: {} }, { typedDocuments: {} }],
    pluginMap: { operations, typedDocuments },
    config: {
      // Strings: the client then needs no package at all.
      documentMode: 'string',
      useTypeImports: true,
      enumType: 'string-literal',
      enumsAsTypes: true,
      skipTypename: true,
      inlineFragmentTypes: 'combine',
      scalars: { ID: 'string', DateTime: 'string', JSON: 'unknown' },
    },
  }),
);
