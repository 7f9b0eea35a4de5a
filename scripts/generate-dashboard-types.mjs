// Writes dashboard/src/generated/: the dashboard's GraphQL operations as typed documents, and the names of its words.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { codegen } from '@graphql-codegen/core';
import * as typedDocuments from '@graphql-codegen/typed-document-node';
import * as operations from '@graphql-codegen/typescript-operations';
import { parse } from 'graphql';
import { filesUnder } from './fingerprint.mjs';

const SOURCES = 'dashboard/src';
const OUTPUT = `${SOURCES}/generated`;
const files = filesUnder(SOURCES);
const read = (file) => readFileSync(file, 'utf8');

mkdirSync(OUTPUT, { recursive: true });
writeFileSync(`${OUTPUT}/documents.ts`, await writeDocuments());
writeFileSync(`${OUTPUT}/word-ids.ts`, writeWordIds());

function writeDocuments() {
  return codegen({
    schema: parse(read('docs/schema.graphql')),
    documents: files
      .filter((file) => file.endsWith('.graphql'))
      .map((location) => ({ location, document: parse(read(location)) })),
    filename: `${OUTPUT}/documents.ts`,
    plugins: [{ operations: {} }, { typedDocuments: {} }],
    pluginMap: { operations, typedDocuments },
    config: {
      useTypeImports: true,
      enumType: 'string-literal',
      enumsAsTypes: true,
      skipTypename: false,
      inlineFragmentTypes: 'combine',
      scalars: { ID: 'string', DateTime: 'string', JSON: 'unknown' },
    },
  });
}

/** One name for each message of the English words; a test compares the languages. */
function writeWordIds() {
  const ids = files
    .filter((file) => file.endsWith('words/en.po'))
    .flatMap((file) => [...read(file).matchAll(/^msgid "(.+)"$/gm)].map(([, id]) => id));
  return `export type WordId =\n${[...new Set(ids)]
    .sort()
    .map((id) => `  | '${id}'`)
    .join('\n')};\n`;
}
