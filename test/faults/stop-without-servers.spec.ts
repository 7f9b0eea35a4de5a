import { hasRedisServer, startRedisServer } from '../kit/redis-server.js';
import { startService } from '../kit/service-process.js';
import { until } from '../kit/until.js';
import { itWhen } from '../kit/when.js';
import { countReady, makeTexts, submitUntilTaken } from './articles.js';
import { useSlowDesk } from './slow-desk.js';

/** Far more than a drain takes, far less than a supervisor's patience. */
const SOON = 25_000;

const desk = useSlowDesk();

/** Stops the service while articles run, once `lose` has taken a server from it. */
async function stopAfter(environment: Record<string, string>, lose: () => Promise<unknown>): Promise<void> {
  const service = startService(desk.entry, { DATABASE_URL: desk.database.ownerUrl, ...environment });
  await service.url;
  await Promise.all(makeTexts(20).map((text) => submitUntilTaken(() => service.url, desk.key, text)));
  await until('some work is done', async () => (await countReady(desk.database)) > 2, { within: 60_000 });
  await lose();
  service.stop();
  await until(`the service has ended; it says ${service.log().slice(-1_000)}`, () => !service.isRunning, {
    within: SOON,
  });
}

it('stops when its database is gone for good', async () => {
  await stopAfter({}, () =>
    desk.database
      .owner(`alter role ${new URL(desk.database.appUrl).username} nologin`)
      .then(() =>
        desk.database.owner('select pg_terminate_backend(pid) from pg_stat_activity where usename = $1', [
          new URL(desk.database.appUrl).username,
        ]),
      ),
  );
}, 120_000);

itWhen(
  hasRedisServer,
  'there is no redis-server on this machine',
  'stops when its Redis is gone for good',
  async () => {
    const redis = await startRedisServer();
    await stopAfter({ REDIS_URL: redis.url }, redis.kill).finally(redis.kill);
  },
  120_000,
);
