import { setTimeout as sleep } from 'node:timers/promises';
import type { FreshDatabase } from '../kit/fresh-database.js';
import { seededRandom } from '../kit/seeded-random.js';
import { type ServiceProcess, startService } from '../kit/service-process.js';
import { until } from '../kit/until.js';
import { countJobsLeft, countReady, expectExactlyTheTasksOf, makeTexts, submitUntilTaken } from './articles.js';
import type { SlowDesk } from './slow-desk.js';

interface Killing {
  /** Its database may be out of reach while the service is down. */
  readonly desk: Pick<SlowDesk, 'entry' | 'key'> & { readonly database: Pick<FreshDatabase, 'owner'> };
  readonly environment: Record<string, string>;
  readonly seed: number;
  readonly articles?: number;
  readonly kills?: number;
}

/**
 * Submits articles to a real process, kills it at seeded moments while they run and starts it again each time. Within
 * 30 s of the last start every article must be READY, with exactly the tasks that `extract` gives.
 */
export async function killAndRestart({ desk, environment, seed, articles = 100, kills = 10 }: Killing) {
  const { database, key, entry } = desk;
  const random = seededRandom(seed);
  const texts = makeTexts(articles);
  let service: ServiceProcess = startService(entry, environment);
  let taken = 0;
  const submitting = inTurn(texts, 5, async (text) => {
    await submitUntilTaken(() => service.url, key, text);
    taken++;
  });
  const left: number[] = [];
  try {
    // From here on there is work to be killed; the rest is submitted between the kills.
    await until('some articles are taken', () => taken >= articles / 3, { within: 60_000 });
    for (let kill = 0; kill < kills; kill++) {
      // Now and then while it starts, mostly at work.
      if (kill % 5 === 4) await sleep(random() * 1_500);
      else {
        await service.url;
        await sleep(20 + random() * 700);
        left.push(await countJobsLeft(database));
      }
      await service.kill();
      service = startService(entry, environment);
    }
    await submitting;
    await service.url;
    await until('every article is READY', async () => (await countReady(database)) === articles, { within: 30_000 });
    // A kill that hits nothing proves nothing.
    expect(left.every((jobs) => jobs > 0)).toBe(true);
    await expectExactlyTheTasksOf(texts, database);
  } catch (error) {
    throw new Error(
      `with seed ${seed}, after jobs left ${left.join()}: ${String(error)}\n${service.log().slice(-4_000)}`,
    );
  } finally {
    await service.kill();
    await submitting.catch(() => undefined);
  }
}

/** Does `work` for each item, so many at a time. */
async function inTurn<Item>(items: readonly Item[], width: number, work: (item: Item) => Promise<void>): Promise<void> {
  const waiting = [...items];
  await Promise.all(
    Array.from({ length: width }, async () => {
      for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
    }),
  );
}
