import { rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { Database } from '../../src/platform/database/database.js';
import { prepareDatabase } from '../../src/platform/database/prepare-database.js';
import { endLeftBehindServer } from '../../src/platform/embedded-postgres/left-behind-server.js';
import { findRunningServer } from '../../src/platform/embedded-postgres/running-server.js';
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres/start-embedded-postgres.js';
import { buildSlowService } from '../faults/build-slow-service.js';
import { killAndRestart } from '../faults/kill-and-restart.js';
import { freshDatabase } from '../kit/fresh-database.js';
import { makeNewsroom } from '../kit/newsrooms.js';
import { hasRedisServer, startRedisServer } from '../kit/redis-server.js';
import { killServices } from '../kit/service-process.js';
import { MIGRATIONS, testSecrets } from '../kit/template-database.js';
import { temporaryFolder } from '../kit/temporary-folder.js';
import { itWhen } from '../kit/when.js';

const SEEDS = Array.from({ length: Number(process.env.ISNAD_TEST_SEEDS ?? 5) }, (_, i) => 1_000 + i);
const LONGEST = 10 * 60_000;

let slowService: Awaited<ReturnType<typeof buildSlowService>>;

beforeAll(async () => {
  slowService = await buildSlowService();
});

afterEach(killServices);

afterAll(() => slowService.remove());

describe.each(SEEDS)('loses no task and doubles none when it is killed ten times, seed %i', (seed) => {
  const run = async (environment: Record<string, string> = {}) => {
    const database = await freshDatabase();
    try {
      const { key } = await (await makeNewsroom(database.app)).member('FACT_CHECKER');
      await killAndRestart({
        desk: { database, key, entry: slowService.entry },
        seed,
        environment: { DATABASE_URL: database.ownerUrl, ...environment },
      });
    } finally {
      await killServices();
      await database.drop();
    }
  };

  it('with the queue on PostgreSQL', () => run(), LONGEST);

  itWhen(
    hasRedisServer,
    'there is no redis-server on this machine',
    'with the queue on Redis',
    async () => {
      const redis = await startRedisServer();
      await run({ REDIS_URL: redis.url }).finally(redis.kill);
    },
    LONGEST,
  );

  it('with the embedded database, whose server each kill leaves behind', () => runEmbedded(seed), LONGEST);
});

async function runEmbedded(seed: number): Promise<void> {
  const dataDir = temporaryFolder();
  try {
    const key = await prepareEmbedded(dataDir);
    await killAndRestart({
      desk: { key, entry: slowService.entry, database: { owner: (sql, values) => queryRunning(dataDir, sql, values) } },
      seed,
      environment: { ISNAD_DATA_DIR: dataDir },
    });
  } finally {
    await killServices();
    await endLeftBehindServer(join(dataDir, 'postgres'), () => {});
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** A newsroom in a new data folder, and a key to it. */
async function prepareEmbedded(dataDir: string): Promise<string> {
  const server = await startEmbeddedPostgres({ dataDir, log: () => {} });
  const { appUrl } = await prepareDatabase(server.url, MIGRATIONS, testSecrets);
  const database = new Database(appUrl);
  const { key } = await (await makeNewsroom(database)).member('FACT_CHECKER');
  await database.close();
  await server.stop();
  return key;
}

/** Each start of the service starts the server anew, on another port. */
async function queryRunning<Row extends pg.QueryResultRow>(dataDir: string, sql: string, values: unknown[] = []) {
  const connectionString = findRunningServer(dataDir);
  if (!connectionString) throw new Error('the server is down');
  const client = new pg.Client({ connectionString });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}
