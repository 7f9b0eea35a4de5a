import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { type BuiltService, buildService } from '../kit/build-service.js';
import { type FreshDatabase, freshDatabase } from '../kit/fresh-database.js';
import { makeNewsroom, type TestNewsroom } from '../kit/newsrooms.js';
import { addReadyArticle, addTasks } from '../kit/row-builders.js';
import { runNode } from '../kit/run-node.js';
import { TEST_SECRET } from '../kit/template-database.js';
import { temporaryFolder } from '../kit/temporary-folder.js';
import { publishRow } from './publish-row.js';

let service: BuiltService;
let database: FreshDatabase;
let newsroom: TestNewsroom;
let other: TestNewsroom;
let folder: string;

beforeAll(async () => {
  service = await buildService();
  database = await freshDatabase();
  folder = temporaryFolder();
  [newsroom, other] = [await makeNewsroom(database.app), await makeNewsroom(database.app)];
  const { id: memberId } = await newsroom.member('EDITOR');
  const [taskId] = await addTasks(newsroom.handle, await addReadyArticle(newsroom.handle), [
    { text: 'The mill is closed' },
    { text: 'Omar said so', kind: 'QUOTE', speaker: 'Omar Haddad', priority: 90 },
  ]);
  await publishRow(newsroom, taskId!, memberId, 'The mill is closed');
  await addTasks(other.handle, await addReadyArticle(other.handle), [{ text: 'Of another newsroom' }]);
});

afterAll(async () => {
  await database.drop();
  service.remove();
  rmSync(folder, { recursive: true, force: true });
});

const isnad = (words: string[], options = {}) =>
  runNode(
    [service.fileOf('src/main/isnad.ts'), ...words],
    { DATABASE_URL: database.ownerUrl, ISNAD_SECRET: TEST_SECRET, ISNAD_PUBLIC_URL: 'https://desk.example' },
    options,
  );
const exportOf = async (...words: string[]) => {
  const { code, output, errors } = await isnad(['export', ...words, '--newsroom', newsroom.slug]);
  expect([code, errors]).toEqual([0, '']);
  return output;
};

it('writes the result alone to standard output, of this newsroom alone', async () => {
  const csv = parse(await exportOf('tasks'), { columns: true }) as { text: string }[];
  expect(csv.map(({ text }) => text).sort()).toEqual(['Omar said so', 'The mill is closed']);
  const feed = JSON.parse(await exportOf('fact-checks', '--format', 'jsonld', '--status', 'published'));
  expect(feed.dataFeedElement[0].item[0].url).toMatch(/^https:\/\/desk\.example\/n\//);
});

it('writes a file that only its owner reads, whole or not at all', async () => {
  const file = join(folder, 'audit.csv');
  expect(await exportOf('audit', '--byte-order-mark', '--out', file)).toBe('');
  expect(readFileSync(file, 'utf8').startsWith('\ufefftype,id,at,action')).toBe(true);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const { code, errors } = await isnad(['export', 'tasks', '--newsroom', newsroom.slug, '--out', join(folder, 'no/x')]);
  expect([code, errors]).toEqual([1, expect.stringContaining('cannot be written')]);
  expect(readdirSync(folder)).toEqual(['audit.csv']);
});

it('ends without a word where its reader has read enough', async () => {
  const articleId = await addReadyArticle(other.handle);
  await addTasks(
    other.handle,
    articleId,
    Array.from({ length: 1_200 }, (_, i) => ({ text: `${i} ${'long '.repeat(100)}` })),
  );
  const ended = await isnad(['export', 'tasks', '--newsroom', other.slug], { readsBytes: 1_000 });
  expect([ended.code, ended.errors]).toEqual([0, '']);
});

it.each([
  [['export', 'members'], 2, 'no export of members'],
  [['export', 'tasks', '--newsroom', 'nowhere'], 1, 'no newsroom nowhere'],
])('refuses %j in one line', async (words, code, said) => {
  const ended = await isnad(words);
  expect([ended.code, ended.output]).toEqual([code, '']);
  expect(ended.errors.trimEnd().split('\n').at(-1)).toContain(said);
});

it('takes in what another newsroom exported, tells what it cannot use, and takes nothing in twice', async () => {
  const file = join(folder, 'checks.jsonl');
  writeFileSync(file, `${await exportOf('fact-checks', '--format', 'jsonl')}{"type":"FactCheck"}\n`);
  const first = await isnad(['import', file, '--newsroom', other.slug]);
  expect([first.code, JSON.parse(first.output)]).toEqual([
    0,
    { id: expect.any(String), status: 'DONE', added: 1, updated: 0, unchanged: 0, rejected: 1 },
  ]);
  expect(first.errors).toBe('item 2: It has no url; It has no claimReviewed; It has no rating\n');
  const again = await isnad(['import', '-', '--newsroom', other.slug], { input: readFileSync(file, 'utf8') });
  expect(JSON.parse(again.output)).toMatchObject({ added: 0, unchanged: 1, rejected: 1 });
});

it('ends with 1 where nothing of it can be read', async () => {
  const wrong = await isnad(['import', '-', '--newsroom', other.slug], { input: 'only words' });
  expect([wrong.code, JSON.parse(wrong.output).status]).toEqual([1, 'FAILED']);
  expect(wrong.errors).toContain('neither JSON, nor a page, nor a table');
});
