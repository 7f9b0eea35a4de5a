import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import {
  BackupError,
  type BackupHead,
  type BackupSequence,
  type BackupTable,
  END,
  END_OF_TABLE,
  HEAD,
  SEQUENCES,
  TABLE,
} from './backup-format.js';
import type { BackupLines } from './backup-lines.js';
import { keptTables, quoted } from './kept-tables.js';

/** The first line of a backup. Throws BackupError where the file is none, or of a newer Isnad. */
export async function readHead(lines: BackupLines): Promise<BackupHead> {
  const first = (await lines.next()).toString('utf8');
  if (!first.startsWith(HEAD)) throw new BackupError('The file is no backup of Isnad');
  const head = JSON.parse(first.slice(HEAD.length)) as BackupHead;
  if ((head.version as number) !== 1) {
    throw new BackupError(
      `The backup has form ${head.version}, which a newer Isnad has written: restore it with that one`,
    );
  }
  return head;
}

/**
 * Fills a migrated database without rows from what follows the head of a backup, and returns how many rows there were.
 * All or nothing: it is one transaction, in which triggers and foreign keys rest, so that tables may come in any order
 * and what a trigger would write comes from the backup. Throws BackupError; the database is then as it was.
 */
export async function restoreRows(ownerUrl: string, lines: BackupLines): Promise<number> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(`begin; set local datestyle = 'ISO, YMD'`);
    const tables = await keptTables(client);
    await refuseRows(client, tables);
    const foreignKeys = await dropForeignKeys(client);
    for (const table of tables) await client.query(`alter table ${quoted(table).name} disable trigger user`);
    const rows = await readTables(client, tables, lines);
    for (const table of tables) await client.query(`alter table ${quoted(table).name} enable trigger user`);
    // Adding them checks every row.
    for (const { table, name, definition } of foreignKeys) {
      await client.query(`alter table ${table} add constraint ${name} ${definition}`);
    }
    await client.query('commit');
    await client.query('analyze');
    return rows;
  } finally {
    await client.end(); // an open transaction is rolled back
  }
}

async function refuseRows(client: pg.ClientBase, tables: readonly BackupTable[]): Promise<void> {
  for (const table of tables) {
    const { name } = quoted(table);
    // Nobody may fill it in the meantime.
    await client.query(`lock table ${name} in access exclusive mode`);
    if ((await client.query(`select from ${name} limit 1`)).rowCount) {
      throw new BackupError(`The database is not empty (${table.name} has rows): restore into a new one`);
    }
  }
}

interface ForeignKey {
  readonly table: string;
  readonly name: string;
  readonly definition: string;
}

async function dropForeignKeys(client: pg.ClientBase): Promise<ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(`
    select format('%I.%I', namespace.nspname, class.relname) as table, format('%I', conname) as name,
      pg_get_constraintdef(con.oid) as definition
    from pg_constraint con
    join pg_class class on class.oid = con.conrelid
    join pg_namespace namespace on namespace.oid = class.relnamespace
    where con.contype = 'f' and namespace.nspname <> 'bullmq'`);
  for (const { table, name } of rows) await client.query(`alter table ${table} drop constraint ${name}`);
  return rows;
}

async function readTables(client: pg.Client, tables: readonly BackupTable[], lines: BackupLines): Promise<number> {
  const known = new Map(tables.map((table) => [`${table.schema}.${table.name}`, table]));
  let rows = 0;
  for (;;) {
    const line = (await lines.next()).toString('utf8');
    if (line.startsWith(TABLE)) {
      const table = JSON.parse(line.slice(TABLE.length)) as BackupTable;
      const here = known.get(`${table.schema}.${table.name}`);
      if (!here || table.columns.some((column) => !here.columns.includes(column))) {
        throw new BackupError(`The database has no place for the backup's table ${table.schema}.${table.name}`);
      }
      rows += await readTable(client, table, lines);
    } else if (line.startsWith(SEQUENCES)) {
      await setSequences(client, JSON.parse(line.slice(SEQUENCES.length)) as BackupSequence[]);
    } else if (line.startsWith(END)) {
      const said = (JSON.parse(line.slice(END.length)) as { rows: number }).rows;
      if (said !== rows) throw new BackupError(`The backup is damaged: it says ${said} rows and holds ${rows}`);
      return rows;
    } else {
      throw new BackupError('The backup is damaged: it holds a line that is none of its kinds');
    }
  }
}

async function readTable(client: pg.Client, table: BackupTable, lines: BackupLines): Promise<number> {
  const { name, columns } = quoted(table);
  const copy = client.query(copyFrom(`copy ${name} (${columns}) from stdin`));
  const failed = new Promise<never>((_, reject) => copy.once('error', reject));
  failed.catch(() => undefined);
  let rows = 0;
  try {
    for await (const { bytes, lines: count } of lines.until(END_OF_TABLE)) {
      rows += count;
      if (!copy.write(bytes)) await Promise.race([new Promise((resolve) => copy.once('drain', resolve)), failed]);
    }
    await Promise.race([new Promise<void>((resolve) => copy.end(resolve)), failed]);
  } catch (error) {
    copy.destroy();
    throw error;
  }
  return rows;
}

/** A sequence that the database does not have belonged to a column that has none any more. */
async function setSequences(client: pg.ClientBase, sequences: readonly BackupSequence[]): Promise<void> {
  for (const { name, value } of sequences) {
    if (value !== null)
      await client.query('select setval(to_regclass($1), $2) where to_regclass($1) is not null', [name, value]);
  }
}
