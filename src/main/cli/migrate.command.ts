import { readConfig } from '../../platform/config/config.js';
import { openDatabase } from '../open-database.js';

/** Applies the migrations that the database lacks and prints their names, one a line. */
export async function runMigrate(): Promise<void> {
  const say = (line: string) => void process.stderr.write(`${line}\n`);
  const { appliedMigrations, close } = await openDatabase(readConfig(), say, { shareRunning: true });
  await close();
  process.stdout.write(appliedMigrations.map((name) => `${name}\n`).join(''));
  if (appliedMigrations.length === 0) say('The database is up to date.');
}
