import pg from 'pg';
import { type FreshDatabase, freshDatabase } from '../kit/fresh-database.js';
import { makeNewsroom, type TestNewsroom } from '../kit/newsrooms.js';
import { addNoticeRows } from '../kit/notice-rows.js';
import { addReviewRows } from '../kit/review-rows.js';
import { addReadyArticle, addTasks } from '../kit/row-builders.js';

let database: FreshDatabase;
let a: TestNewsroom;
let b: TestNewsroom;
let articleOfB: string;

beforeAll(async () => {
  database = await freshDatabase();
  [a, b] = [await makeNewsroom(database.app), await makeNewsroom(database.app)];
  for (const newsroom of [a, b]) {
    const { id: memberId } = await newsroom.member('EDITOR');
    const articleId = await addReadyArticle(newsroom.handle);
    const [taskId] = await addTasks(newsroom.handle, articleId, [{ kind: 'QUOTE' }, { kind: 'CLAIM' }]);
    await addReviewRows(newsroom.handle, taskId!, memberId);
    await newsroom.handle.transaction(async (tx) => {
      await addNoticeRows(tx, newsroom.id, memberId);
      await tx.$executeRaw`insert into invitations (id, newsroom_id, email, name, role, language, expires_at)
        values (gen_random_uuid(), ${newsroom.id}::uuid, 'x@y', 'x', 'EDITOR', 'ar', now())`;
      await tx.$executeRaw`with feed as (
          insert into feeds (id, newsroom_id, url, priority, poll_every_minutes, created_at, next_at)
          values (gen_random_uuid(), ${newsroom.id}::uuid, 'https://feed.example', 0, 60, now(), now()) returning id, newsroom_id)
        insert into feed_items (newsroom_id, feed_id, identity, content_hash, seen_at)
        select newsroom_id, id, '\\x00', '\\x00', now() from feed`;
      await tx.$executeRaw`insert into jobs (id, newsroom_id, name, payload)
        values (gen_random_uuid(), ${newsroom.id}::uuid, 'nothing', '{}')`;
      await tx.$executeRaw`insert into idempotency_keys (newsroom_id, holder, key, request_hash)
        values (${newsroom.id}::uuid, 'member', 'key', '\\x00')`;
    });
    if (newsroom === b) articleOfB = articleId;
  }
});

afterAll(() => database.drop());

/** Tables without row-level security, or with it and no policy, which nobody could then read. */
const unguarded = async () =>
  (
    await database.owner<{ name: string }>(`
      select c.relname as name from pg_class c
      where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and c.relname <> '_prisma_migrations'
        and (not c.relrowsecurity or not exists (select from pg_policy p where p.polrelid = c.oid))`)
  ).map(({ name }) => name);

const tables = async () =>
  (
    await database.owner<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = 'public' and tablename <> '_prisma_migrations'`,
    )
  ).map(({ name }) => name);

/** One connection under the service's login, as an attacker who got at it would use it: without any handle. */
async function asApp<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: database.appUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const countIn = async (client: pg.Client, table: string) =>
  Number((await client.query(`select count(*) from "${table}"`)).rows[0].count);

it('guards every table', async () => {
  expect(await unguarded()).toEqual([]);
  expect((await tables()).length).toBeGreaterThanOrEqual(12);
});

it('would name a table that somebody forgot to guard', async () => {
  await database.owner('create table forgotten (newsroom_id uuid)');
  await database.owner('create table locked_up (newsroom_id uuid)');
  await database.owner('alter table locked_up enable row level security');
  expect((await unguarded()).sort()).toEqual(['forgotten', 'locked_up']);
  await database.owner('drop table forgotten, locked_up');

  await database.owner('drop policy own_newsroom on articles');
  expect(await unguarded()).toEqual(['articles']);
  await database.owner(
    'create policy own_newsroom on articles to isnad_app using (newsroom_id = (select app_newsroom()))',
  );
});

it('works under a login that can get past nothing', async () => {
  const { rows } = await asApp((client) =>
    client.query(
      `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname = current_user`,
    ),
  );
  expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false }]);
  const owned = await asApp((client) =>
    client.query(`select tablename from pg_tables where schemaname = 'public' and tableowner = current_user`),
  );
  expect(owned.rows).toEqual([]);
  const member = await asApp((client) =>
    client.query(`select r.rolname from pg_auth_members m join pg_roles r on r.oid = m.roleid
      where m.member = (select oid from pg_roles where rolname = current_user)`),
  );
  expect(member.rows).toEqual([{ rolname: 'isnad_app' }]);
});

it("shows of people's passwords and sessions nothing but to the connections that sign people in", async () => {
  const inAuth = await database.owner<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'auth'`,
  );
  expect(inAuth.length).toBeGreaterThanOrEqual(6);
  await database.owner(`insert into auth."user" (name, email, "emailVerified") values ('x', 'x@test.invalid', true)`);
  await asApp(async (client) => {
    for (const { name } of inAuth) {
      const { rows } = await client.query(`select count(*)::int as n from auth."${name}"`);
      expect([name, rows[0].n]).toEqual([name, 0]);
    }
    await client.query(`set app.purpose = 'sign-in'`);
    expect((await client.query('select email from auth."user"')).rows).toEqual([{ email: 'x@test.invalid' }]);
  });
  const bare = await database.owner<{ name: string }>(`select c.relname as name from pg_class c
    where c.relkind = 'r' and c.relnamespace = 'auth'::regnamespace and not c.relrowsecurity`);
  expect(bare).toEqual([]);
});

it('reads nothing from any table while no newsroom is set', async () => {
  await asApp(async (client) => {
    for (const table of await tables()) expect([table, await countIn(client, table)]).toEqual([table, 0]);
    await expect(countIn(client, '_prisma_migrations')).rejects.toThrow('permission denied');
  });
});

it('has no rest of a newsroom on the connection after its transaction', async () => {
  await asApp(async (client) => {
    await client.query(`begin`);
    await client.query(`select set_config('app.newsroom_id', $1, true)`, [a.id]);
    expect(await countIn(client, 'articles')).toBe(1);
    await client.query('commit');
    expect(await countIn(client, 'articles')).toBe(0);
  });
});

it('reads of every table the own rows alone', async () => {
  for (const table of await tables()) {
    const column = table === 'newsrooms' ? 'id' : 'newsroom_id';
    const seen = await a.handle.transaction((tx) =>
      tx.$queryRawUnsafe<{ newsroom: string }[]>(`select distinct ${column}::text as newsroom from ${table}`),
    );
    expect([table, seen]).toEqual([table, [{ newsroom: a.id }]]);
  }
});

it("changes and deletes nothing of another newsroom's, in any table", async () => {
  const state = () =>
    Promise.all(
      ['newsrooms', 'members', 'articles', 'quotes', 'review_tasks', 'jobs', 'idempotency_keys'].map((table) =>
        database.owner(`select * from ${table} order by 1, 2`),
      ),
    );
  const before = await state();
  await a.handle.transaction(async (tx) => {
    const touched = [
      await tx.$executeRaw`update newsrooms set name = 'mine' where id = ${b.id}::uuid`,
      await tx.$executeRaw`update members set role = 'ADMIN' where newsroom_id = ${b.id}::uuid`,
      await tx.$executeRaw`update articles set title = 'mine' where id = ${articleOfB}::uuid`,
      await tx.$executeRaw`update review_tasks set priority = 1 where newsroom_id = ${b.id}::uuid`,
      await tx.$executeRaw`update jobs set state = 'DONE' where newsroom_id = ${b.id}::uuid`,
      await tx.$executeRaw`delete from quotes where newsroom_id = ${b.id}::uuid`,
      await tx.$executeRaw`delete from jobs where newsroom_id = ${b.id}::uuid`,
      await tx.$executeRaw`delete from idempotency_keys where newsroom_id = ${b.id}::uuid`,
    ];
    expect(touched).toEqual(touched.map(() => 0));
  });
  expect(await state()).toEqual(before);
});

it("can neither write a row into another newsroom nor move one's own there", async () => {
  const refused = 'row-level security';
  const write = (sql: string) => a.handle.transaction((tx) => tx.$executeRawUnsafe(sql, b.id));
  await expect(
    write(`insert into members (id, newsroom_id, email, name, role)
      values (gen_random_uuid(), $1::uuid, 'x@y', 'x', 'ADMIN')`),
  ).rejects.toThrow(refused);
  await expect(
    write(`insert into jobs (id, newsroom_id, name, payload) values (gen_random_uuid(), $1::uuid, 'x', '{}')`),
  ).rejects.toThrow(refused);
  for (const table of ['members', 'articles', 'review_tasks', 'jobs']) {
    await expect(write(`update ${table} set newsroom_id = $1::uuid`)).rejects.toThrow(/row-level security|foreign key/);
  }
});

it("cannot point one's own row at another newsroom's: foreign keys look past row-level security", async () => {
  const [[quote], [member]] = await Promise.all([
    database.owner<{ id: string }>('select id from quotes where newsroom_id = $1', [b.id]),
    database.owner<{ id: string }>('select id from members where newsroom_id = $1', [b.id]),
  ]);
  const write = (sql: string, ...values: string[]) =>
    a.handle.transaction((tx) => tx.$executeRawUnsafe(sql, a.id, ...values));
  await expect(
    write(
      `insert into speakers (id, newsroom_id, article_id, name_folded, anonymous)
       values (gen_random_uuid(), $1::uuid, $2::uuid, '', false)`,
      articleOfB,
    ),
  ).rejects.toThrow('speakers_newsroom_id_article_id_fkey');
  await expect(write('update claims set quote_id = $2::uuid where newsroom_id = $1::uuid', quote!.id)).rejects.toThrow(
    'claims_newsroom_id_quote_id_fkey',
  );
  await expect(
    write(
      `update review_tasks set assignee_id = $2::uuid, lease_expires_at = now(), status = 'IN_PROGRESS'
        where newsroom_id = $1::uuid`,
      member!.id,
    ),
  ).rejects.toThrow('review_tasks_newsroom_id_assignee_id_fkey');
  // The same for what comes later: each reference between two tables with newsroom_id must carry it.
  const loose = await database.owner<{ name: string }>(`
    select k.conname as name from pg_constraint k
    join pg_attribute child on child.attrelid = k.conrelid and child.attname = 'newsroom_id'
    join pg_attribute parent on parent.attrelid = k.confrelid and parent.attname = 'newsroom_id'
    where k.contype = 'f' and not child.attnum = any(k.conkey)`);
  expect(loose).toEqual([]);
});

it('keeps 60 transactions of both newsrooms apart on one small pool', async () => {
  const seen = await Promise.all(
    Array.from({ length: 60 }, (_, i) => {
      const { handle, id } = i % 2 ? a : b;
      return handle.transaction(async (tx) => {
        const rows = await tx.$queryRaw<{ newsroom_id: string }[]>`
          select newsroom_id::text, pg_sleep(0.005)::text from review_tasks`;
        await tx.$executeRaw`update articles set title = ${`round ${i}`}`;
        return rows.length === 2 && rows.every((row) => row.newsroom_id === id);
      });
    }),
  );
  expect(seen).toEqual(seen.map(() => true));
});
