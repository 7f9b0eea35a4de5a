import { createReadStream, createWriteStream } from 'node:fs';
import { access, rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { readConfig } from '../../platform/config/config.js';
import { loadSecrets } from '../../platform/config/secrets.js';
import { FINGERPRINT_PURPOSE } from '../../platform/database/backup/backup-format.js';
import { restoreDatabase } from '../../platform/database/backup/restore-database.js';
import { writeBackup } from '../../platform/database/backup/write-backup.js';
import { MIGRATIONS, openDatabase, openServer } from '../open-database.js';
import { CommandError } from './fail.js';

const say = (line: string): void => void process.stderr.write(`${line}\n`);

/**
 * Writes the whole desk into a file, `-` for standard output, also while the service runs. A file of that name is left
 * alone without --force, and never half overwritten.
 */
export async function runBackup(file: string, { force = false }: { force?: boolean }): Promise<void> {
  if (file !== '-' && !force && (await exists(file))) {
    throw new CommandError(`${file} exists: give another name, or --force to replace it`);
  }
  const { ownerUrl, secrets, close } = await openDatabase(readConfig(), say, { shareRunning: true });
  try {
    const head = { createdAt: new Date().toISOString(), secretFingerprint: secrets.derive(FINGERPRINT_PURPOSE) };
    const bytes = Readable.from(writeBackup(ownerUrl, head));
    if (file === '-') return await pipeline(bytes, createGzip(), process.stdout);
    const draft = `${file}.part`;
    try {
      // It holds what nobody outside the desk may read.
      await pipeline(bytes, createGzip(), createWriteStream(draft, { mode: 0o600 }));
      await rename(draft, file);
    } catch (error) {
      await rm(draft, { force: true });
      throw readable(error, file);
    }
    say(`The desk is in ${file}. Keep the secret that it runs with beside it: it is not inside.`);
  } finally {
    await close();
  }
}

/** Fills an empty database from a backup, `-` for standard input, and brings it up to date. No service may run on it. */
export async function runRestore(file: string): Promise<void> {
  const config = readConfig();
  const secrets = loadSecrets(config);
  const server = await openServer(config, say);
  try {
    const source = file === '-' ? process.stdin : createReadStream(file);
    const gunzip = createGunzip();
    const piped = pipeline(source, gunzip);
    piped.catch(() => undefined);
    const target = { ownerUrl: server.url, migrationsFolder: MIGRATIONS, secrets };
    try {
      const rows = await restoreDatabase(target, gunzip);
      say(`Restored ${rows} rows.`);
    } finally {
      source.destroy();
    }
  } catch (error) {
    throw readable(error, file);
  } finally {
    await server.stop();
  }
}

const exists = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );

/** What the file system and the decompressor say, in a line that names the file. */
function readable(error: unknown, file: string): Error {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return new CommandError(`${file} does not exist`);
  if (code === 'ENOSPC') return new CommandError(`${file}: the disk is full`);
  if (code === 'Z_BUF_ERROR') return new CommandError(`${file} is not whole: it was cut off before its end`);
  if (code?.startsWith('Z_')) return new CommandError(`${file} is no backup of Isnad: ${message}`);
  if (code === 'EACCES' || code === 'EISDIR') return new CommandError(`${file}: ${message}`);
  return error as Error;
}
