import { until } from '../../kit/until.js';
import { type Home, WORD } from './seed.js';

/** One feed that waits for its next poll and one that failed for too long, with an item of each. */
export async function seedFeeds({ admin, desk: { database } }: Home): Promise<void> {
  const create = 'mutation ($input: CreateFeedInput!) { createFeed(input: $input) { id } }';
  for (const n of [1, 2]) await admin.ask(create, { input: { url: `http://10.0.0.${n}/${WORD}`, language: 'en' } });
  await until('both were polled', async () => {
    const [row] = await database.owner<{ none: boolean }>(
      'select not exists (select from feeds where last_polled_at is null) as none',
    );
    return row!.none;
  });
  await database.owner(`update feeds set last_status = 500, failing_since = now(), next_at = '2099-01-01T00:00:00Z'`);
  await database.owner(
    `update feeds set disabled_at = now(), disabled_reason = 'FAILING', next_at = null where url like '%10.0.0.2%'`,
  );
  await database.owner(
    `insert into feed_items (newsroom_id, feed_id, identity, content_hash, failure, seen_at)
     select newsroom_id, id, '\\x00', '\\x00', $1, now() from feeds`,
    [WORD],
  );
}
