import type { SystemPurpose } from '../../src/platform/database/database.js';
import { type FreshDatabase, freshDatabase } from '../kit/fresh-database.js';
import { makeNewsroom, type TestNewsroom } from '../kit/newsrooms.js';
import { addNoticeRows } from '../kit/notice-rows.js';
import { addReadyArticle, addTasks } from '../kit/row-builders.js';

let database: FreshDatabase;
let newsroom: TestNewsroom;

beforeAll(async () => {
  database = await freshDatabase();
  newsroom = await makeNewsroom(database.app);
  const { id: assigneeId } = await newsroom.member('EDITOR');
  await addTasks(newsroom.handle, await addReadyArticle(newsroom.handle), [{ kind: 'QUOTE' }, { assigneeId }]);
  await newsroom.handle.transaction(async (tx) => {
    await tx.$executeRaw`insert into invitations (id, newsroom_id, email, name, role, language, expires_at)
      values (gen_random_uuid(), ${newsroom.id}::uuid, 'x@y', 'x', 'EDITOR', 'ar', now())`;
    await tx.$executeRaw`insert into jobs (id, newsroom_id, name, payload)
      values (gen_random_uuid(), ${newsroom.id}::uuid, 'nothing', '{}')`;
    await addNoticeRows(tx, newsroom.id, assigneeId);
    await tx.$executeRaw`insert into idempotency_keys (newsroom_id, holder, key, request_hash)
      values (${newsroom.id}::uuid, 'member', 'key', '\\x00')`;
    await tx.$executeRaw`insert into feeds (id, newsroom_id, url, priority, poll_every_minutes, created_at, next_at)
      values (gen_random_uuid(), ${newsroom.id}::uuid, 'https://feed.example/', 5, 30, now(), now())`;
    await tx.$executeRaw`insert into feed_items (newsroom_id, feed_id, identity, content_hash, seen_at)
      select newsroom_id, id, '\\x00', '\\x00', now() from feeds`;
    await tx.$executeRaw`insert into exports (id, newsroom_id, kind, format, filter, bom, status, created_at, expires_at)
      values (gen_random_uuid(), ${newsroom.id}::uuid, 'TASKS', 'CSV', '{}', false, 'READY', now(), now())`;
  });
});

afterAll(() => database.drop());

/** What each purpose may do, table by table; what is not named here must be out of its reach. */
const REACH: Record<SystemPurpose, Record<string, string[]>> = {
  relay: { jobs: ['select', 'insert', 'update', 'delete'], idempotency_keys: ['select', 'delete'] },
  authenticate: { api_keys: ['select', 'update'], members: ['select'], newsrooms: ['select'], invitations: ['select'] },
  directory: { newsrooms: ['select'] },
  // Nothing is published here; test/desk/published.spec.ts looks at what is.
  published: {},
  leases: { review_tasks: ['select'] },
  expire: { exports: ['select'] },
  poll: { feeds: ['select'] },
  seal: { unsealed_events: ['select'] },
  notify: { webhook_deliveries: ['select'], outgoing_events: ['select'], digest_subscriptions: ['select'] },
};

/** Tries each verb on a table's rows, and leaves everything as it was. */
async function reach(purpose: SystemPurpose, table: string): Promise<string[]> {
  const statements = {
    select: `select count(*)::int as n from ${table}`,
    update: `with done as (update ${table} set ${table === 'newsrooms' ? 'id = id' : 'newsroom_id = newsroom_id'}
      returning 1) select count(*)::int as n from done`,
    delete: `with done as (delete from ${table} returning 1) select count(*)::int as n from done`,
  };
  const able: string[] = [];
  for (const [verb, sql] of Object.entries(statements)) {
    const undo = new Error('undone');
    await database.app
      .forSystem(purpose)
      .transaction(async (tx) => {
        const [row] = await tx.$queryRawUnsafe<{ n: number }[]>(sql);
        if (row!.n > 0) able.push(verb);
        throw undo;
      })
      .catch((error: unknown) => {
        if (error !== undo && !String(error).includes('permission denied')) throw error;
      });
  }
  return able;
}

const TABLES = [
  ...['newsrooms', 'members', 'api_keys', 'articles', 'article_versions', 'speakers', 'quotes', 'claims'],
  ...['review_tasks', 'task_events', 'jobs', 'idempotency_keys', 'task_comments', 'evidence', 'evidence_versions'],
  ...[
    'verdicts',
    'verdict_drafts',
    'fact_checks',
    'fact_check_editions',
    'corrections',
    'newsroom_policies',
    'invitations',
    'snapshots',
  ],
  ...['snapshot_contents', 'rating_scales', 'rating_scale_retirements'],
  ...['newsroom_events', 'newsroom_event_comments', 'unsealed_events', 'audit_seals', 'extraction_feedback'],
  ...['exports', 'export_parts', 'imports', 'import_contents', 'import_faults', 'external_fact_checks'],
  ...['webhooks', 'webhook_secrets', 'outgoing_events', 'webhook_deliveries', 'webhook_attempts'],
  ...['digest_subscriptions', 'digest_items', 'feeds', 'feed_items'],
];

describe.each(Object.keys(REACH) as SystemPurpose[])('forSystem(%s)', (purpose) => {
  it('reaches what it says and nothing else', async () => {
    const found: Record<string, string[]> = {};
    for (const table of TABLES) {
      const able = await reach(purpose, table);
      if (able.length) found[table] = able;
    }
    const promised = Object.entries(REACH[purpose]);
    // What may be added stands in the test below: it needs values that fit.
    const withoutInsert = promised.map(([table, verbs]) => [table, verbs.filter((verb) => verb !== 'insert')]);
    expect(found).toEqual(Object.fromEntries(withoutInsert));
  });

  it.each([
    ['newsrooms', `(id, slug, name) values (gen_random_uuid(), 'made-up', 'x')`],
    ['members', `(id, newsroom_id, email, name, role) values (gen_random_uuid(), $1::uuid, 'x@y', 'x', 'ADMIN')`],
    [
      'api_keys',
      `(id, newsroom_id, role, label, key_hash) values (gen_random_uuid(), $1::uuid, 'INTEGRATION', 'x', '\\x00')`,
    ],
    ['jobs', `(id, newsroom_id, name, payload) values (gen_random_uuid(), $1::uuid, 'x', '{}')`],
    ['idempotency_keys', `(newsroom_id, holder, key, request_hash) values ($1::uuid, 'x', 'x', '\\x00')`],
  ])('adds to %s only where it says so', async (table, values) => {
    const may = REACH[purpose][table]?.includes('insert') ?? false;
    const undo = new Error('undone');
    const attempt = database.app.forSystem(purpose).transaction(async (tx) => {
      const parameters = values.includes('$1') ? [newsroom.id] : [];
      await tx.$executeRawUnsafe(`insert into ${table} ${values}`, ...parameters);
      throw undo;
    });
    await expect(attempt).rejects.toThrow(may ? 'undone' : 'row-level security');
  });
});

it('opens nothing for a purpose that does not exist', async () => {
  for (const table of TABLES) expect(await reach('everything' as SystemPurpose, table)).toEqual([]);
});
