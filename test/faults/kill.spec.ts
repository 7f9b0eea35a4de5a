import { type FreshDatabase, freshDatabase } from '../kit/fresh-database.js';
import { hasRedisServer, type RedisServer, startRedisServer } from '../kit/redis-server.js';
import { describeWhen } from '../kit/when.js';
import { killAndRestart } from './kill-and-restart.js';

/** Another one plays other moments; a failure names its own. */
const SEED = Number(process.env.ISNAD_TEST_SEED ?? 20_241_009);

let database: FreshDatabase;

beforeEach(async () => {
  database = await freshDatabase();
});

afterEach(() => database.drop());

it('loses no task and doubles none when its process is killed ten times, with the queue on PostgreSQL', async () => {
  await killAndRestart({ database, environment: { DATABASE_URL: database.ownerUrl }, seed: SEED });
}, 180_000);

describeWhen(hasRedisServer, 'there is no redis-server on this machine', 'with the queue on Redis', () => {
  let redis: RedisServer;

  beforeEach(async () => {
    redis = await startRedisServer();
  });

  afterEach(() => redis.kill());

  it('loses no task and doubles none when its process is killed ten times', async () => {
    const environment = { DATABASE_URL: database.ownerUrl, REDIS_URL: redis.url };
    await killAndRestart({ database, environment, seed: SEED + 1 });
  }, 180_000);
});
