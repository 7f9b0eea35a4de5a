import type { Readable } from 'node:stream';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { appliedMigrations } from '../migrate.js';
import { type BackupHead, END, END_OF_TABLE, HEAD, SEQUENCES, TABLE } from './backup-format.js';
import { keptSequences, keptTables, quoted } from './kept-tables.js';

/**
 * The bytes of a backup, before compression: every row of every table as they stood at one moment, while the service
 * goes on. Memory does not grow with the desk. `ownerUrl` is the owner's, who sees every newsroom.
 */
export async function* writeBackup(
  ownerUrl: string,
  { createdAt, secretFingerprint }: Pick<BackupHead, 'createdAt' | 'secretFingerprint'>,
): AsyncGenerator<Buffer> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    // One snapshot for all tables. Row security must not hide a row from whoever believes to have saved it.
    await client.query('begin isolation level repeatable read, read only; set local row_security = off');
    // Values are written in a form that another server reads alike, whatever its administrator has set.
    await client.query(
      `set local datestyle = 'ISO, YMD'; set local timezone = 'UTC'; set local extra_float_digits = 3`,
    );
    const migrations = await appliedMigrations(client);
    const head: BackupHead = { version: 1, createdAt, migrations, secretFingerprint };
    yield line(HEAD + JSON.stringify(head));
    let rows = 0;
    for (const table of await keptTables(client)) {
      yield line(TABLE + JSON.stringify(table));
      const { name, columns } = quoted(table);
      const copy = client.query(copyTo(`copy ${name} (${columns}) to stdout`));
      yield* copy as Readable as AsyncIterable<Buffer>;
      rows += copy.rowCount;
      yield line(END_OF_TABLE);
    }
    yield line(SEQUENCES + JSON.stringify(await keptSequences(client)));
    yield line(END + JSON.stringify({ rows }));
  } finally {
    await client.end();
  }
}

const line = (text: string): Buffer => Buffer.from(`${text}\n`);
