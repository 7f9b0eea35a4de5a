import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type FreshDatabase, freshDatabase } from '../kit/fresh-database.js';
import { makeNewsroom } from '../kit/newsrooms.js';
import { runJobsUntilIdle } from '../kit/run-jobs-until-idle.js';
import { startApp, type TestApp } from '../kit/start-app.js';
import { itWhen } from '../kit/when.js';
import { listDocuments, readExamples } from './read-examples.js';
import { startedService, type StartedService } from './started-service.js';

const examples = listDocuments().flatMap((file) => readExamples(file));
const ofLanguage = (...languages: string[]) => examples.filter(({ language }) => languages.includes(language));

it('has only examples that are run, shown as an answer, or drawn', () => {
  const known = ['graphql', 'sh', 'bash', 'js', 'json', 'mermaid', 'text'];
  expect(examples.filter(({ language }) => !known.includes(language)).map(({ place }) => place)).toEqual([]);
  expect(ofLanguage('graphql').length).toBeGreaterThan(1);
  expect(ofLanguage('sh').length).toBeGreaterThan(3);
});

it('links only to files that are there', () => {
  const broken = listDocuments().flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\]\((?!https?:|#)([^)#]+)/g)]
      .map(([, link]) => join(dirname(file), link!))
      .filter((path) => !existsSync(path))
      .map((path) => `${file}: ${path}`),
  );
  expect(broken).toEqual([]);
});

describe('GraphQL in the documents', () => {
  let database: FreshDatabase;
  let app: TestApp;
  let key: string;

  beforeAll(async () => {
    database = await freshDatabase();
    app = await startApp(database);
    key = (await (await makeNewsroom(database.app)).member('FACT_CHECKER')).key;
  });

  afterAll(async () => {
    await app?.close();
    await database?.drop();
  });

  // In order: what one example hands in, the next one reads.
  // These two have members of every role and a receiver: test/docs/api.spec.ts and test/docs/webhooks.spec.ts run them.
  const elsewhere = /^docs\/(?:api|webhooks)\.md:/;
  const own = ofLanguage('graphql').filter(({ place }) => !elsewhere.test(place));
  for (const { place, text, notRun, answer } of own) {
    itWhen(notRun === null, notRun ?? '', `${place} is answered as it is written`, async () => {
      const data = (await app.graphql(text, {}, key)).expectData();
      if (answer) expect({ data }).toEqual(JSON.parse(answer));
      await runJobsUntilIdle(database);
    });
  }
});

describe('commands in the documents', () => {
  let service: StartedService;
  beforeAll(async () => void (service = await startedService()));
  afterAll(() => service?.stop());

  // In order and in one folder, but each in a shell of its own, as a reader may paste them.
  for (const { place, text, notRun, answer } of ofLanguage('sh', 'bash')) {
    itWhen(notRun === null, notRun ?? '', `${place} runs as it is written`, async () => {
      const output = await service.shell(text);
      if (answer) expect(JSON.parse(output)).toEqual(JSON.parse(answer));
      if (output.trimStart().startsWith('{')) expect(JSON.parse(output)).not.toHaveProperty('errors');
    });
  }
});
