// Writes src/generated/graphql.ts, the TypeScript types of the schema, and docs/schema.graphql, the schema as one file.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codegen } from '@graphql-codegen/core';
import * as typescript from '@graphql-codegen/typescript';
import * as resolvers from '@graphql-codegen/typescript-resolvers';
import { buildASTSchema, concatAST, extendSchema, lexicographicSortSchema, parse, printSchema, Kind } from 'graphql';

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.graphql'))
  .sort();
const document = concatAST(files.map((file) => parse(readFileSync(join('src', file), 'utf8'))));

const extensions = document.definitions.filter((definition) => definition.kind.endsWith('Extension'));
const types = document.definitions.filter((definition) => !definition.kind.endsWith('Extension'));
const schema = extendSchema(buildASTSchema({ kind: Kind.DOCUMENT, definitions: types }), {
  kind: Kind.DOCUMENT,
  definitions: extensions,
});

const output = await codegen({
  schema: document,
  documents: [],
  filename: 'src/generated/graphql.ts',
  plugins: [{ typescript: {} }, { 'typescript-resolvers': {} }],
  pluginMap: { typescript, 'typescript-resolvers': resolvers },
  config: {
    useTypeImports: true,
    enumsAsTypes: true,
    scalars: { DateTime: 'Date', ID: 'string', JSON: 'unknown' },
    contextType: '../accounts/request-context.js#RequestContext',
    mappers: {
      Article: '../articles/articles.store.js#ArticleRow',
      Quote: '../claims/claims.store.js#QuoteRow',
      Claim: '../claims/claims.store.js#ClaimRow',
      ReviewTask: '../tasks/tasks.store.js#TaskRow',
      TaskEvent: '../tasks/tasks.store.js#TaskEventRow',
      NewsroomEvent: '../accounts/audit/newsroom-events.store.js#NewsroomEventRow',
      Evidence: '../tasks/evidence.store.js#EvidenceRow',
      Verdict: '../tasks/verdicts.store.js#VerdictRow',
      FactCheck: '../fact-checks/fact-checks.store.js#FactCheckRow',
      FactCheckEdition: '../fact-checks/edition.js#EditionRow',
      EvidenceSnapshot: '../tasks/snapshots.store.js#SnapshotRow',
      Export: '../integrations/exports/exports.store.js#ExportRow',
      Import: '../integrations/imports/imports.store.js#ImportRow',
      ImportFault: '../integrations/imports/imports.store.js#ImportFaultRow',
      ExternalFactCheck: '../integrations/imports/external-fact-checks.store.js#ExternalFactCheckRow',
      ClaimMatch: '../integrations/imports/claim-matches.js#ClaimMatchRow',
      Correction: '../fact-checks/corrections.store.js#CorrectionRow',
    },
  },
});
mkdirSync('src/generated', { recursive: true });
writeFileSync('src/generated/graphql.ts', output);
mkdirSync('docs', { recursive: true });
writeFileSync('docs/schema.graphql', `${printSchema(lexicographicSortSchema(schema))}\n`);
