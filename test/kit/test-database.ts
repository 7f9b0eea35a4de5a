import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockDataFolder } from '../../src/platform/embedded-postgres/data-folder-lock.js';
import { endLeftBehindServer } from '../../src/platform/embedded-postgres/left-behind-server.js';
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../src/platform/embedded-postgres/start-embedded-postgres.js';
import { makeTemplate } from './template-database.js';

const FOLDER = 'isnad-test-postgres-';

let server: EmbeddedPostgres | undefined;
let dataDir: string | undefined;

/** One PostgreSQL for the whole run, on a free port; each test file makes databases of its own in it. */
export async function startDatabase(): Promise<void> {
  await clearAwayEarlierRuns();
  dataDir = mkdtempSync(join(tmpdir(), FOLDER));
  server = await startEmbeddedPostgres({
    dataDir,
    log: (line) => console.error(`test database: ${line}`),
    unsafeFast: true,
  });
  process.env.ISNAD_TEST_POSTGRES_URL = server.url;
  await makeTemplate(server.url);
}

export async function stopDatabase(): Promise<void> {
  await server?.stop();
  if (dataDir) rmSync(dataDir, { recursive: true, force: true });
}

/** A run that was killed could not tidy up: whoever can lock its folder knows that nobody uses it. */
async function clearAwayEarlierRuns(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith(FOLDER)) continue;
    const folder = join(tmpdir(), name);
    try {
      // One that has just been made may not be locked yet.
      if (Date.now() - statSync(folder).mtimeMs < 60_000) continue;
      lockDataFolder(folder);
      await endLeftBehindServer(join(folder, 'postgres'), () => {});
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // In use by a run beside this one, or another user's.
    }
  }
}
