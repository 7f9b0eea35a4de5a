import { readFileSync } from 'node:fs';
import ts from 'typescript';
import type { Role } from '../../src/core/workflow/roles.js';
import { Desk, type Person } from '../desk/desk.js';
import { runJobsUntilIdle } from '../kit/run-jobs-until-idle.js';
import { itWhen } from '../kit/when.js';
import { readExamples } from './read-examples.js';
import { drawStateDiagram } from './state-diagram.js';

const FILE = 'docs/api.md';
const examples = readExamples(FILE);
const source = readFileSync(FILE, 'utf8');

it('draws the states of a task as the table has them', () => {
  const [diagram] = examples.filter(({ language }) => language === 'mermaid');
  expect(diagram!.text).toBe(drawStateDiagram());
});

it('names every code of a failure, and no other', () => {
  const code = readFileSync('src/platform/request-error.ts', 'utf8');
  const type = ts
    .createSourceFile('x.ts', code, ts.ScriptTarget.Latest)
    .statements.find((statement): statement is ts.TypeAliasDeclaration => ts.isTypeAliasDeclaration(statement));
  const codes = [...type!.getFullText({ text: code } as ts.SourceFile).matchAll(/'(\w+)'/g)].map(([, name]) => name);
  const named = [...source.matchAll(/^\| `([A-Z_]+)`/gm)].map(([, name]) => name);
  expect(named.sort()).toEqual(codes.sort());
});

describe('The way of one article', () => {
  let desk: Desk;
  const people = new Map<string, Person>();
  const known: Record<string, unknown> = {};

  beforeAll(async () => {
    desk = await Desk.start();
    for (const role of ['VIEWER', 'FACT_CHECKER', 'REVIEWER', 'EDITOR', 'ADMIN'] satisfies Role[]) {
      people.set(role, await desk.join(role));
    }
  });

  afterAll(async () => {
    expect(await desk.findFaults()).toEqual([]);
    await desk.close();
  });

  /** The variables that the text promises: ids from earlier answers, versions as they are now. */
  async function variablesOf(query: string): Promise<Record<string, unknown>> {
    const viewer = people.get('VIEWER')!;
    if (known.taskId) {
      const task = await viewer.ask('query ($id: ID!) { reviewTask(id: $id) { version } }', { id: known.taskId });
      known.version = task.reviewTask.version;
    }
    if (known.factCheckId) {
      const found = await viewer.ask('query ($id: ID!) { factCheck(id: $id) { version } }', { id: known.factCheckId });
      known.factCheckVersion = found.factCheck.version;
    }
    return Object.fromEntries([...query.matchAll(/\$(\w+): /g)].map(([, name]) => [name!, known[name!]]));
  }

  const graphql = examples.filter(({ language }) => language === 'graphql');
  for (const { place, text, notRun, answer } of graphql) {
    itWhen(notRun === null, notRun ?? '', `${place} is answered as it is written`, async () => {
      const role = /^# (\w+)$/m.exec(text)![1]!;
      const { body } = await people.get(role)!.send(text, await variablesOf(text));
      await runJobsUntilIdle(desk.database);
      if (answer) expect(body).toMatchObject(JSON.parse(answer));
      else expect(body.errors).toBeUndefined();
      known.articleId ??= body.data?.submitArticle?.article.id;
      known.taskId ??= body.data?.nextTask?.id;
      known.factCheckId ??= body.data?.publishFactCheck?.id;
    });
  }
});
