import { createHash } from 'node:crypto';
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrate, MigrationError } from '../../src/platform/database/migrate.js';
import { prepareDatabase } from '../../src/platform/database/prepare-database.js';
import { emptyDatabase } from '../kit/fresh-database.js';
import { MIGRATIONS, testSecrets } from '../kit/template-database.js';

let database: Awaited<ReturnType<typeof emptyDatabase>>;
let folder: string;

beforeEach(async () => {
  database = await emptyDatabase();
  folder = mkdtempSync(join(tmpdir(), 'isnad-migrations-'));
  cpSync(MIGRATIONS, folder, { recursive: true });
});

afterEach(async () => {
  await database.drop();
  rmSync(folder, { recursive: true });
});

const names = () =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();

async function query<Row>(sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as Row[];
  } finally {
    await client.end();
  }
}

function addMigration(name: string, sql: string): void {
  mkdirSync(join(folder, name));
  writeFileSync(join(folder, name, 'migration.sql'), sql);
}

it("keeps Prisma's own account: one finished row for each file, with the SHA-256 of its text", async () => {
  expect(await migrate(database.url, folder)).toEqual(names());
  const rows = await query(`
    select migration_name, checksum, applied_steps_count, finished_at is not null as finished, rolled_back_at, logs,
      length(id) as id_length from _prisma_migrations order by migration_name`);
  expect(rows).toEqual(
    names().map((name) => ({
      migration_name: name,
      checksum: createHash('sha256')
        .update(readFileSync(join(folder, name, 'migration.sql')))
        .digest('hex'),
      applied_steps_count: 1,
      finished: true,
      rolled_back_at: null,
      logs: null,
      id_length: 36,
    })),
  );
});

it('finds nothing to do a second time', async () => {
  await migrate(database.url, folder);
  const before = await query('select * from _prisma_migrations');
  expect(await migrate(database.url, folder)).toEqual([]);
  expect(await query('select * from _prisma_migrations')).toEqual(before);
});

it('applies only what is new, function bodies with semicolons included', async () => {
  await migrate(database.url, folder);
  addMigration(
    '29991231000000_later',
    `create function one() returns int language plpgsql as $$ begin perform 1; return 1; end $$; -- one; two`,
  );
  expect(await migrate(database.url, folder)).toEqual(['29991231000000_later']);
  expect(await query('select one()')).toEqual([{ one: 1 }]);
});

it('refuses a file that was changed after it had been applied, and names it', async () => {
  await migrate(database.url, folder);
  const name = names()[0]!;
  appendFileSync(join(folder, name, 'migration.sql'), '\n-- changed\n');
  const attempt = migrate(database.url, folder);
  await expect(attempt).rejects.toThrow(MigrationError);
  await expect(attempt).rejects.toThrow(`Migration ${name} was changed after it had been applied: restore its file`);
});

it('leaves nothing behind of a migration that fails, and says which one it was', async () => {
  addMigration('29991231000000_broken', 'create table half_done (id int); select from nowhere;');
  const attempt = migrate(database.url, folder);
  await expect(attempt).rejects.toThrow(MigrationError);
  await expect(attempt).rejects.toThrow(/29991231000000_broken/);
  expect(await query(`select to_regclass('public.half_done') as found`)).toEqual([{ found: null }]);
  await expect(migrate(database.url, folder)).rejects.toThrow(/29991231000000_broken/);
});

it('lets two processes migrate at the same moment: one does it, the other finds it done', async () => {
  const results = await Promise.all([migrate(database.url, folder), migrate(database.url, folder)]);
  expect(results.sort((a, b) => a.length - b.length)).toEqual([[], names()]);
});

it('prepares one database from several processes at once, with the same login for all', async () => {
  const prepared = await Promise.all([1, 2, 3].map(() => prepareDatabase(database.url, folder, testSecrets)));
  expect(new Set(prepared.map(({ appUrl }) => appUrl)).size).toBe(1);
  const client = new pg.Client({ connectionString: prepared[0]!.appUrl });
  await client.connect();
  const { rows } = await client.query('select count(*)::int as seen from articles');
  await client.end();
  expect(rows).toEqual([{ seen: 0 }]);
  await query(`drop owned by ${new URL(prepared[0]!.appUrl).username}`);
  await query(`drop role ${new URL(prepared[0]!.appUrl).username}`);
});
