import { type FreshDatabase, freshDatabase } from '../kit/fresh-database.js';
import { makeNewsroom } from '../kit/newsrooms.js';
import { hasRedisServer, type RedisServer, startRedisServer } from '../kit/redis-server.js';
import { describeWhen } from '../kit/when.js';
import { killServices } from '../kit/service-process.js';
import { buildSlowService } from './build-slow-service.js';
import { killAndRestart } from './kill-and-restart.js';

/** Another one plays other moments; a failure names its own. */
const SEED = Number(process.env.ISNAD_TEST_SEED ?? 20_241_009);

/** On a machine with much else to do; alone it takes a quarter of it. */
const LONGEST = 300_000;

let slowService: Awaited<ReturnType<typeof buildSlowService>>;
let database: FreshDatabase;
let key: string;

beforeAll(async () => {
  slowService = await buildSlowService();
});

afterAll(() => slowService.remove());

beforeEach(async () => {
  database = await freshDatabase();
  ({ key } = await (await makeNewsroom(database.app)).member('FACT_CHECKER'));
});

afterEach(async () => {
  await killServices();
  await database.drop();
});

it(
  'loses no task and doubles none when its process is killed ten times, with the queue on PostgreSQL',
  async () => {
    await killAndRestart({
      database,
      key,
      entry: slowService.entry,
      environment: { DATABASE_URL: database.ownerUrl },
      seed: SEED,
    });
  },
  LONGEST,
);

describeWhen(hasRedisServer, 'there is no redis-server on this machine', 'with the queue on Redis', () => {
  let redis: RedisServer;

  beforeEach(async () => {
    redis = await startRedisServer();
  });

  afterEach(() => redis.kill());

  it(
    'loses no task and doubles none when its process is killed ten times',
    async () => {
      const environment = { DATABASE_URL: database.ownerUrl, REDIS_URL: redis.url };
      await killAndRestart({ database, key, entry: slowService.entry, environment, seed: SEED + 1 });
    },
    LONGEST,
  );
});
