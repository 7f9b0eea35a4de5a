import pg from 'pg';
import type { Secrets } from '../../config/secrets.js';
import { appliedMigrations, migrate, migrationNames } from '../migrate.js';
import { prepareDatabase } from '../prepare-database.js';
import { BackupError, type BackupHead, FINGERPRINT_PURPOSE } from './backup-format.js';
import { BackupLines } from './backup-lines.js';
import { readHead, restoreRows } from './restore-backup.js';

/**
 * Brings an empty database to the state of a backup and then up to date, and returns the number of rows. A backup of an
 * older version meets the tables of that version; the later migrations then do to its rows what they did elsewhere.
 * Throws BackupError before anything is changed where the backup was made under another secret: what that secret
 * sealed, enciphered or derived could not be used. `source` gives the bytes after decompression.
 */
export async function restoreDatabase(
  { ownerUrl, migrationsFolder, secrets }: { ownerUrl: string; migrationsFolder: string; secrets: Secrets },
  source: AsyncIterable<Buffer>,
): Promise<number> {
  const lines = new BackupLines(source);
  const head = await readHead(lines);
  if (head.secretFingerprint !== secrets.derive(FINGERPRINT_PURPOSE)) {
    throw new BackupError(
      'The backup was made under another secret: set ISNAD_SECRET to that one (an embedded desk keeps it in the file "secret" of its data folder)',
    );
  }
  await meetMigrations(ownerUrl, migrationsFolder, head);
  const rows = await restoreRows(ownerUrl, lines);
  await prepareDatabase(ownerUrl, migrationsFolder, secrets);
  return rows;
}

/** Gives the database the tables that the backup was made of. */
async function meetMigrations(ownerUrl: string, folder: string, { migrations }: BackupHead): Promise<void> {
  const known = migrationNames(folder);
  const unknown = migrations.find((name) => !known.includes(name));
  if (unknown) {
    throw new BackupError(`The backup is of a newer Isnad (it has migration ${unknown}): update this one first`);
  }
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const applied = await appliedMigrations(client);
    const ahead = applied.find((name) => !migrations.includes(name));
    if (ahead) {
      throw new BackupError(
        `The database is newer than the backup (it has migration ${ahead}): restore into an empty one`,
      );
    }
  } finally {
    await client.end();
  }
  await migrate(ownerUrl, folder, migrations);
}
