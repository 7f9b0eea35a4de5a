import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockDataFolder } from '../../src/platform/embedded-postgres/data-folder-lock.js';
import { endLeftBehindServer } from '../../src/platform/embedded-postgres/left-behind-server.js';
import { pidIsTaken } from '../../src/platform/embedded-postgres/process-identity.js';

/** A folder for a test, also as a data folder. Its name says whose it is, so that a later run can clear it away. */
export const temporaryFolder = () => mkdtempSync(join(tmpdir(), `isnad-test-${process.pid}-`));

/** A run that was killed could not tidy up: its folders go, and the servers that still run in them. */
export async function clearAwayEarlierRuns(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const owner = /^isnad-test-(\d+)-/.exec(name)?.[1];
    if (!owner || pidIsTaken(Number(owner))) continue;
    const folder = join(tmpdir(), name);
    try {
      // A process that a killed test had started may still use it.
      lockDataFolder(folder);
      await endLeftBehindServer(join(folder, 'postgres'), () => {});
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // In use, or another user's.
    }
  }
}
