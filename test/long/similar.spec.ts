import { startCrowd } from '../integrations/large-exports.js';
import { until } from '../kit/until.js';

it('looks for what resembles a claim by the index of trigrams, also under the role of the service', async () => {
  const { database, newsroom } = await startCrowd(200_000, 100);
  await database.owner('vacuum analyze review_tasks');
  const scans = async () => {
    const [row] = await database.owner<{ n: number }>(
      `select idx_scan::int as n from pg_stat_user_indexes where indexrelname = 'review_tasks_text_folded_trgm'`,
    );
    return row!.n;
  };
  const before = await scans();
  const found = await newsroom.handle.transaction(async (tx) => {
    const sought = 'claim 77 of many: 28dd2c7955ce926456240b2ff0100bde';
    const rows = await tx.$queryRaw<{ similarity: number }[]>`
      select similarity from similar_claims(${sought}, ${newsroom.id}::uuid, now(), 0.4::real, 5)`;
    await tx.$executeRaw`select pg_stat_force_next_flush()`;
    return rows;
  });
  expect(found[0]!.similarity).toBeGreaterThan(0.7);
  await until('the index was used', async () => (await scans()) > before);
  await database.drop();
});
