import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findGraphqlBreaks } from './graphql-breaks.js';
import { findImportBreaks } from './import-breaks.js';
import { findImpureCore } from './impure-core.js';

const REPOSITORY = join(import.meta.dirname, '../..');

describe('this house', () => {
  it('has no import against the order of the rooms', () => expect(findImportBreaks(REPOSITORY)).toEqual([]));
  it('has no GraphQL against the order of the rooms', () => expect(findGraphqlBreaks(REPOSITORY)).toEqual([]));
  it('has a core without clock, chance or world outside', () => expect(findImpureCore(REPOSITORY)).toEqual([]));
});

describe('a house that breaks the law', () => {
  let root: string;
  beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'isnad-house-'))));
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  function build(files: Record<string, string>): void {
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), text);
    }
  }

  it('is told each import by file and line', () => {
    build({
      'src/core/a.ts': `import { b } from './b.js';\nimport { readFileSync } from 'node:fs';\nimport type { R } from '../generated/graphql.js';`,
      'src/articles/a.ts': `export * from '../core/a.js';\n\nconst late = await import('../tasks/t.js');`,
      'src/claims/c.ts': `type T = import('../main/m.js').M;\nconst any = await import(name);`,
      'src/tasks/t.ts': `import { a } from '../articles/a.js';\nimport type { R } from '../generated/graphql.js';`,
      'src/shared/s.ts': '',
      'src/jobs/j.ts': `import { s } from '../shared/s.js';`,
      'dashboard/d.tsx': `import { t } from '../src/tasks/t.js';\nimport { e } from './e.js';`,
    });
    expect(findImportBreaks(root)).toEqual([
      'src/articles/a.ts:3: articles comes before tasks and may not import src/tasks/t.js',
      'src/claims/c.ts:1: claims comes before main and may not import src/main/m.js',
      'src/claims/c.ts:2: imports what only a run can tell',
      'src/core/a.ts:2: core may not import node:fs',
      'src/core/a.ts:3: core may not import src/generated/graphql.js',
      'src/jobs/j.ts:1: imports src/shared/s.js, which stands in no room',
      'src/shared/s.ts: stands in no room',
      'dashboard/d.tsx:1: imports src/tasks/t.js',
    ]);
  });

  it('is told each type of GraphQL by file and line', () => {
    build({
      'src/platform/base.graphql': 'type Query { id: ID! }',
      'src/articles/articles.graphql': 'type Article { id: ID!\n  task: Task }\nextend type Query { article: Article }',
      'src/claims/claims.graphql': 'extend type Task { claim: ID }\nextend type Article { claim: Claim }',
      'src/tasks/tasks.graphql': 'type Task { article: Article! }',
    });
    expect(findGraphqlBreaks(root)).toEqual([
      'src/articles/articles.graphql:2: names Task, of the later room tasks',
      'src/claims/claims.graphql:1: extends Task, of the later room tasks',
      'src/claims/claims.graphql:2: names Claim, which no room defines',
    ]);
  });

  it('is told where its core asks for the time, for chance or for the world', () => {
    build({
      'src/core/a.ts': `const now = Date.now();\nconst then = new Date(0);\nconst today = new Date();\nconst dice = Math.random();\nfetch('/');`,
    });
    expect(findImpureCore(root)).toEqual([
      'src/core/a.ts:1: Date.now',
      'src/core/a.ts:3: new Date()',
      'src/core/a.ts:4: Math.random',
      'src/core/a.ts:5: fetch',
    ]);
  });
});
