import { setTimeout as sleep } from 'node:timers/promises';
import { hasRedisServer, startRedisServer } from '../kit/redis-server.js';
import { startService } from '../kit/service-process.js';
import { until } from '../kit/until.js';
import { itWhen } from '../kit/when.js';
import { countJobsLeft, countReady, expectExactlyTheTasksOf, makeTexts, submitUntilTaken } from './articles.js';
import { useSlowDesk } from './slow-desk.js';

const ARTICLES = 40;

const desk = useSlowDesk();

/** Lets a server be lost while articles run; all must end well in the same process, without a failed try. */
async function loseWhileRunning(environment: Record<string, string>, lose: () => Promise<void>): Promise<void> {
  const service = startService(desk.entry, { DATABASE_URL: desk.database.ownerUrl, ...environment });
  await service.url;
  const texts = makeTexts(ARTICLES);
  const submitting = Promise.all(texts.map((text) => submitUntilTaken(() => service.url, desk.key, text)));
  // Its end is waited for below, wherever the loss hits it.
  submitting.catch(() => undefined);
  try {
    await until('some work is done', async () => (await countReady(desk.database)) > 2, { within: 60_000 });
    expect(await countJobsLeft(desk.database)).toBeGreaterThan(10);
    await lose();
    await submitting;
    await until('every article is READY', async () => (await countReady(desk.database)) === ARTICLES, {
      within: 60_000,
    });
  } catch (error) {
    throw new Error(`${String(error)}\n${service.log().slice(-4_000)}`);
  }
  expect(service.isRunning).toBe(true);
  await expectExactlyTheTasksOf(texts, desk.database);
  // A lost server is nobody's failure.
  expect(await desk.database.owner('select name, last_error from jobs where failures > 0')).toEqual([]);
}

itWhen(
  hasRedisServer,
  'there is no redis-server on this machine',
  'goes on when Redis is killed and comes back empty',
  async () => {
    const redis = await startRedisServer();
    try {
      await loseWhileRunning({ REDIS_URL: redis.url }, async () => {
        await redis.kill();
        await sleep(1_000);
        await redis.restart();
      });
    } finally {
      await redis.kill();
    }
  },
  180_000,
);

it('goes on when PostgreSQL cuts every connection, again and again', async () => {
  await loseWhileRunning({}, async () => {
    for (let time = 0; time < 5; time++) {
      await desk.database.owner(`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and usename = '${new URL(desk.database.appUrl).username}'`);
      await sleep(400);
    }
  });
}, 180_000);
