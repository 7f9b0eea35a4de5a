import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { Secrets } from '../../src/platform/config/secrets.js';
import { FINGERPRINT_PURPOSE } from '../../src/platform/database/backup/backup-format.js';
import { keptTables, quoted } from '../../src/platform/database/backup/kept-tables.js';
import { restoreDatabase } from '../../src/platform/database/backup/restore-database.js';
import { writeBackup } from '../../src/platform/database/backup/write-backup.js';
import { appliedMigrations, migrate, migrationNames } from '../../src/platform/database/migrate.js';
import { emptyDatabase, type FreshDatabase, freshDatabase } from '../kit/fresh-database.js';
import { makeNewsroom } from '../kit/newsrooms.js';
import { addReviewRows } from '../kit/review-rows.js';
import { addReadyArticle, addTasks } from '../kit/row-builders.js';
import { temporaryFolder } from '../kit/temporary-folder.js';
import { MIGRATIONS, testSecrets } from '../kit/template-database.js';

/** What would end a row or a table early, were it not written as it must be. */
const NASTY = 'first\n\\.\nsecond\r\n\ttab \\N back\\slash "quotes" «إسناد» \u{1F600}\n';

let source: FreshDatabase;
let target: Awaited<ReturnType<typeof emptyDatabase>>;

beforeAll(async () => {
  source = await freshDatabase();
  for (const text of [NASTY, 'Another text']) {
    const newsroom = await makeNewsroom(source.app);
    const { id: memberId } = await newsroom.member('EDITOR');
    const articleId = await addReadyArticle(newsroom.handle, { text, title: NASTY });
    const [taskId] = await addTasks(newsroom.handle, articleId, [{ kind: 'CLAIM' }, { kind: 'QUOTE' }]);
    await addReviewRows(newsroom.handle, taskId!, memberId);
  }
});

afterAll(() => source.drop());

beforeEach(async () => {
  target = await emptyDatabase();
});

afterEach(() => target.drop());

async function backupOf(url: string, secrets: Secrets = testSecrets): Promise<Buffer> {
  const head = { createdAt: '2026-01-01T00:00:00Z', secretFingerprint: secrets.derive(FINGERPRINT_PURPOSE) };
  const pieces: Buffer[] = [];
  for await (const piece of writeBackup(url, head)) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** In small pieces, so that lines are cut everywhere. */
async function* inPieces(bytes: Buffer, size = 777): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const restore = (bytes: Buffer, secrets = testSecrets, migrationsFolder = MIGRATIONS): Promise<number> =>
  restoreDatabase({ ownerUrl: target.url, migrationsFolder, secrets }, inPieces(bytes));

async function on<Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Every row of every table, as text. */
const contentOf = (url: string) =>
  on(url, async (client) => {
    await client.query(`set timezone = 'UTC'`);
    const content: Record<string, string[]> = {};
    for (const table of await keptTables(client)) {
      const { rows } = await client.query<{ row: string }>(
        `select t::text as row from ${quoted(table).name} t order by 1`,
      );
      content[table.name] = rows.map(({ row }) => row);
    }
    return content;
  });

/** What no row shows: constraints and triggers, with whether they are at work. */
const guardsOf = (url: string) =>
  on(url, async (client) => {
    const { rows } = await client.query<{ guard: string }>(`
      select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) as guard from pg_constraint
        where connamespace = 'public'::regnamespace
      union all select tgrelid::regclass || ' ' || tgname || ' ' || tgenabled::text from pg_trigger where not tgisinternal
      order by 1`);
    return rows.map(({ guard }) => guard);
  });

const emptyTables = (content: Record<string, string[]>) =>
  Object.keys(content).filter((name) => !content[name]!.length);

it('brings back every row of every table, and every guard', async () => {
  const before = await contentOf(source.ownerUrl);
  const rows = await restore(await backupOf(source.ownerUrl));
  expect(await contentOf(target.url)).toEqual(before);
  expect(rows).toBe(Object.values(before).flat().length);
  expect(await guardsOf(target.url)).toEqual(await guardsOf(source.ownerUrl));
  // What the rows above leave out proves nothing: these tables fill only while the service runs.
  expect(before.articles!.length + before.task_events!.length).toBeGreaterThan(3);
  expect(Object.keys(before).length - emptyTables(before).length).toBeGreaterThan(18);
});

it('leaves the database as it was when the backup was cut off, at any place', async () => {
  const bytes = await backupOf(source.ownerUrl);
  await migrate(target.url, MIGRATIONS);
  const before = await contentOf(target.url);
  for (const part of [0.1, 0.5, 0.9]) {
    await expect(restore(bytes.subarray(0, bytes.length * part))).rejects.toThrow('not whole');
  }
  // Up to the last line, which would tell that a row is missing.
  await expect(restore(bytes.subarray(0, bytes.lastIndexOf('end {')))).rejects.toThrow('not whole');
  expect(await contentOf(target.url)).toEqual(before);
});

it('refuses a backup that lost a row', async () => {
  const text = (await backupOf(source.ownerUrl)).toString('utf8');
  const lost = text.replace(/(table \{[^\n]*"name":"task_comments"[^\n]*\n)[^\n]*\n/, '$1');
  expect(lost.length).toBeLessThan(text.length);
  await expect(restore(Buffer.from(lost))).rejects.toThrow('damaged');
});

it('refuses a file that is no backup', async () => {
  await expect(restore(Buffer.from('create table x ();\n'))).rejects.toThrow('no backup');
});

it('refuses a backup made under another secret, before anything is changed', async () => {
  const bytes = await backupOf(source.ownerUrl, new Secrets('the secret of another desk'));
  await expect(restore(bytes)).rejects.toThrow('ISNAD_SECRET');
  expect(await on(target.url, appliedMigrations)).toEqual([]);
});

it('refuses a database that has rows', async () => {
  const bytes = await backupOf(source.ownerUrl);
  await restore(bytes);
  await expect(restore(bytes)).rejects.toThrow('not empty');
});

it('refuses a backup of a newer version', async () => {
  const bytes = await backupOf(source.ownerUrl);
  const folder = temporaryFolder();
  try {
    cpSync(MIGRATIONS, folder, { recursive: true });
    rmSync(join(folder, migrationNames(folder).at(-1)!), { recursive: true });
    await expect(restore(bytes, testSecrets, folder)).rejects.toThrow('newer Isnad');
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it('brings a backup of an older version up to date', async () => {
  const older = await emptyDatabase();
  try {
    const [first] = migrationNames(MIGRATIONS);
    await migrate(older.url, MIGRATIONS, [first!]);
    const id = '019f0000-0000-7000-8000-000000000000';
    await on(older.url, (client) =>
      client.query(`insert into newsrooms (id, slug, name) values ($1, 'older', 'Older')`, [id]),
    );
    await restore(await backupOf(older.url));
  } finally {
    await older.drop();
  }
  expect(await on(target.url, appliedMigrations)).toEqual(migrationNames(MIGRATIONS));
  expect((await contentOf(target.url)).newsrooms).toHaveLength(1);
});
