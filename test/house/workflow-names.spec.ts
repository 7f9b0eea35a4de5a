import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isEnumType } from 'graphql';
import ts from 'typescript';
import { CORRECTION_CLASSES, FACT_CHECK_STATUSES, TASK_ACTIONS, TASK_STATUSES } from '../../src/core/workflow/model.js';
import { ROLES } from '../../src/core/workflow/roles.js';
import { readSchema } from './read-schema.js';
import { nodesOf, parseTypeScript } from './source-files.js';

const REPOSITORY = join(import.meta.dirname, '../..');
const sorted = (names: readonly string[]) => [...names].sort();

/** The members of a union of words in the core, such as `type QuoteType = 'DIRECT' | …`. */
function wordsOf(file: string, type: string): string[] {
  for (const node of nodesOf(parseTypeScript(REPOSITORY, file))) {
    if (!ts.isTypeAliasDeclaration(node) || node.name.text !== type) continue;
    return [...nodesOf(node.type)].filter(ts.isStringLiteral).map(({ text }) => text);
  }
  throw new Error(`${file} has no type ${type}`);
}

const EXTRACTION = 'src/core/extraction/model.ts';
const CORE: Readonly<Record<string, readonly string[]>> = {
  ReviewTaskStatus: TASK_STATUSES,
  QuoteType: wordsOf(EXTRACTION, 'QuoteType'),
  ClaimStance: wordsOf(EXTRACTION, 'Stance'),
  SpeakerKind: wordsOf(EXTRACTION, 'SpeakerKind'),
  // A machine stands beside the members' order of roles.
  Role: [...ROLES, 'INTEGRATION'],
  TaskAction: TASK_ACTIONS,
  FactCheckStatus: FACT_CHECK_STATUSES,
  CorrectionClass: CORRECTION_CLASSES,
};

const PRISMA = new Map(
  [...readFileSync(join(REPOSITORY, 'prisma/schema.prisma'), 'utf8').matchAll(/^enum (\w+) \{([^}]*)\}/gm)].map(
    ([, name, body]) => [name!, body!.replace(/\/\/.*$/gm, '').match(/\w+/g) ?? []],
  ),
);

const GRAPHQL = new Map(
  Object.values(readSchema(REPOSITORY).getTypeMap())
    .filter(isEnumType)
    .map((type) => [type.name, type.getValues().map(({ name }) => name)]),
);

it.each(['ReviewTaskStatus', 'QuoteType', 'ClaimStance', 'SpeakerKind', 'Role'])(
  '%s is the same in the core, the database and GraphQL',
  (name) => {
    expect(sorted(PRISMA.get(name) ?? [])).toEqual(sorted(CORE[name]!));
    expect(sorted(GRAPHQL.get(name) ?? [])).toEqual(sorted(CORE[name]!));
  },
);

it.each(['ArticleStatus', 'ReviewTaskKind'])('%s is the same in the database and GraphQL', (name) => {
  expect(PRISMA.get(name)).toBeDefined();
  expect(sorted(GRAPHQL.get(name) ?? [])).toEqual(sorted(PRISMA.get(name)!));
});

it('every other name that two of them share has the same values in both', () => {
  for (const [name, values] of [...PRISMA, ...GRAPHQL]) {
    for (const other of [CORE[name], PRISMA.get(name), GRAPHQL.get(name)]) {
      if (other) expect({ name, values: sorted(other) }).toEqual({ name, values: sorted(values) });
    }
  }
});
