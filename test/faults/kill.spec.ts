import { hasRedisServer, type RedisServer, startRedisServer } from '../kit/redis-server.js';
import { describeWhen } from '../kit/when.js';
import { killAndRestart } from './kill-and-restart.js';
import { useSlowDesk } from './slow-desk.js';

/** Another one plays other moments; a failure names its own. */
const SEED = Number(process.env.ISNAD_TEST_SEED ?? 20_241_009);

/** On a machine with much else to do; alone it takes a quarter of it. */
const LONGEST = 300_000;

const desk = useSlowDesk();

it(
  'loses no task and doubles none when its process is killed ten times, with the queue on PostgreSQL',
  async () => {
    await killAndRestart({
      desk,
      environment: { DATABASE_URL: desk.database.ownerUrl },
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
      const environment = { DATABASE_URL: desk.database.ownerUrl, REDIS_URL: redis.url };
      await killAndRestart({ desk, environment, seed: SEED + 1 });
    },
    LONGEST,
  );
});
