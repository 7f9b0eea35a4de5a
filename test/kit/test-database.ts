import { rmSync } from 'node:fs';
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../src/platform/embedded-postgres/start-embedded-postgres.js';
import { makeTemplate } from './template-database.js';
import { clearAwayEarlierRuns, temporaryFolder } from './temporary-folder.js';

let server: EmbeddedPostgres | undefined;
let dataDir: string | undefined;

/** One PostgreSQL for the whole run, on a free port; each test file makes databases of its own in it. */
export async function startDatabase(): Promise<void> {
  await clearAwayEarlierRuns();
  dataDir = temporaryFolder();
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
