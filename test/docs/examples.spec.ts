import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { proposeFor, submitClaims, versionOf } from '../desk/claim-in-review.js';
import { Desk, type Person } from '../desk/desk.js';
import * as document from '../desk/documents.js';
import { runNode } from '../kit/run-node.js';
import { temporaryFolder } from '../kit/temporary-folder.js';

let desk: Desk;
let editor: Person;
let reviewer: Person;
let checker: Person;
let machine: Person;
let folder: string;

beforeAll(async () => {
  desk = await Desk.start();
  [editor, reviewer] = [await desk.join('EDITOR'), await desk.join('REVIEWER')];
  checker = await desk.join('FACT_CHECKER');
  machine = await desk.machine();
  folder = temporaryFolder();
});

afterAll(async () => {
  await desk.close();
  rmSync(folder, { recursive: true, force: true });
});

/** As `npm run example -- NAME …` does. */
async function example(name: string, words: string[], key = machine.key): Promise<string> {
  const { code, output, errors } = await runNode(['scripts/example.mjs', name, ...words], {
    ...{ ISNAD_URL: desk.app.url, ISNAD_KEY: key },
  });
  if (code !== 0) throw new Error(`exit ${code}: ${errors}`);
  return output;
}

async function publish(text: string): Promise<{ id: string; slug: string }> {
  const [, [id]] = await submitClaims(desk, checker, text);
  await proposeFor(checker, id!);
  await reviewer.ask(document.APPROVE, { input: { taskId: id, expectedVersion: await versionOf(checker, id!) } });
  return (await editor.ask(document.PUBLISH, { id })).publishFactCheck;
}

const filesIn = (place: string) => readdirSync(place).filter((file) => !file.startsWith('.'));
const read = (place: string, file: string) => JSON.parse(readFileSync(join(place, file), 'utf8'));

it('submit-and-wait prints the tasks of an article, and of the same article again', async () => {
  const printed = await example('submit-and-wait', ['samples/sample-en.txt']);
  const lines = printed.trimEnd().split('\n');
  expect(lines.length).toBeGreaterThan(3);
  for (const line of lines) expect(line).toMatch(/^\d+\t(QUOTE|CLAIM)\t\S/);
  const priorities = lines.map((line) => Number(line.split('\t')[0]));
  expect(priorities).toEqual([...priorities].sort((a, b) => b - a));
  expect(await example('submit-and-wait', ['samples/sample-en.txt'])).toBe(printed);
});

it('mirror-verdicts brings in what is new, what was corrected, and takes out what was taken back', async () => {
  const place = join(folder, 'mirror');
  const [first, second] = [
    await publish('Grain exports rose by 12 percent in 2025, the ministry of trade said on Monday.'),
    await publish('The northern mill paid 4 million dollars for flour in 2024, Omar Haddad said.'),
  ];
  await example('mirror-verdicts', [place]);
  expect(filesIn(place).sort()).toEqual([`${first.id}.json`, `${second.id}.json`].sort());
  expect(read(place, `${first.id}.json`)).toMatchObject({ slug: first.slug, claimReview: { '@type': 'ClaimReview' } });

  const correct = (id: string, change: object) =>
    editor.ask(document.CORRECT, { input: { factCheckId: id, publicNote: 'Note.', expectedVersion: 1, ...change } });
  await correct(first.id, { class: 'TYPO', title: 'A better title' });
  await correct(second.id, { class: 'RETRACTION' });
  for (const { id } of [first, second]) await reviewer.ask(document.APPROVE_CORRECTION, { id, version: 1 });
  const told = await example('mirror-verdicts', [place]);
  expect(told.trimEnd().split('\n').sort()).toEqual([`CORRECTED ${first.slug} 2`, `RETRACTED ${second.slug} 2`]);
  expect(filesIn(place)).toEqual([`${first.id}.json`]);
  expect(read(place, `${first.id}.json`)).toMatchObject({ title: 'A better title', version: 2 });
  // Nothing has changed for longer than the overlap: nothing comes.
  await desk.database.owner(`update fact_checks set updated_at = updated_at - interval '1 hour'`);
  expect(await example('mirror-verdicts', [place])).toBe('');
});

it('daily-export leaves a whole file under the name of the day, once however often it runs', async () => {
  const place = join(folder, 'daily');
  const file = (await example('daily-export', [place])).trim();
  expect(file).toMatch(/fact-checks-\d{4}-\d\d-\d\d\.csv$/);
  const rows = parse(readFileSync(file), { columns: true }) as { status: string }[];
  expect(rows.map(({ status }) => status).sort()).toEqual(['CORRECTED', 'RETRACTED']);
  await example('daily-export', [place]);
  expect(filesIn(place)).toHaveLength(1);
  expect((await checker.ask('{ exports { totalCount } }')).exports.totalCount).toBe(1);
  const feed = (await example('daily-export', [place, 'JSONLD'])).trim();
  expect(JSON.parse(readFileSync(feed, 'utf8')).dataFeedElement).toHaveLength(1);
});

it.each([
  ['submit-and-wait', [], 'Which file?'],
  ['submit-and-wait', ['samples/none.txt'], 'no such file'],
  ['daily-export', ['x', 'XML'], 'BAD_USER_INPUT'],
])('%s says in a line what is wrong', async (name, words, said) => {
  await expect(example(name, words)).rejects.toThrow(said);
  expect(existsSync('x')).toBe(false);
});

it('a wrong key is told by its code', async () => {
  await expect(example('mirror-verdicts', [join(folder, 'none')], 'isnad_wrong')).rejects.toThrow('UNAUTHENTICATED');
});
