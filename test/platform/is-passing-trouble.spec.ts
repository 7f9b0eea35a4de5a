import { Database } from '../../src/platform/database/database.js';
import { isPassingTrouble } from '../../src/platform/database/is-passing-trouble.js';
import { type FreshDatabase, freshDatabase } from '../kit/fresh-database.js';
import { until } from '../kit/until.js';

let database: FreshDatabase;
const newsroom = () => database.app.forNewsroom('0193a0b0-0000-7000-8000-000000000000');

beforeAll(async () => {
  database = await freshDatabase();
});

afterAll(() => database.drop());

const failureOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => Promise.reject(new Error('it did not fail')),
    (error: unknown) => error,
  );

const cutConnections = () =>
  database.owner('select pg_terminate_backend(pid) from pg_stat_activity where usename = $1', [
    new URL(database.appUrl).username,
  ]);

it('a connection cut while a statement runs', async () => {
  const failing = failureOf(newsroom().transaction((tx) => tx.$queryRaw`select pg_sleep(30)::text`));
  await until('the statement runs', async () => {
    const rows =
      await database.owner(`select from pg_stat_activity where query like '%pg_sleep(30)%' and state = 'active'
      and pid <> pg_backend_pid()`);
    return rows.length > 0;
  });
  await cutConnections();
  expect(isPassingTrouble(await failing)).toBe(true);
});

it.each(['raw', 'by model'])(
  'a connection cut between two statements of a transaction, then used: %s',
  async (form) => {
    const failure = await failureOf(
      newsroom().transaction(async (tx) => {
        await tx.$queryRaw`select 1`;
        await cutConnections();
        await new Promise((resolve) => setTimeout(resolve, 100));
        await (form === 'raw' ? tx.$queryRaw`select 1` : tx.article.findMany());
      }),
    );
    expect([isPassingTrouble(failure), String(failure)]).toEqual([true, expect.any(String)]);
  },
);

it('a server that is not there', async () => {
  const nowhere = new Database('postgresql://nobody@127.0.0.1:1/nothing');
  const work = nowhere.forNewsroom('0193a0b0-0000-7000-8000-000000000000').transaction((tx) => tx.article.findMany());
  expect(isPassingTrouble(await failureOf(work))).toBe(true);
  await nowhere.close();
});

it.each(['40001', '40P01', '57P01', '57P03', '53300', '08006'])('SQLSTATE %s', async (state) => {
  const failure = await failureOf(
    newsroom().transaction((tx) =>
      tx.$executeRawUnsafe(`do $$ begin raise exception 'something' using errcode = '${state}'; end $$`),
    ),
  );
  expect(isPassingTrouble(failure)).toBe(true);
});

it.each(['22012', '23505', '42P01', '42501'])('but not SQLSTATE %s: trying again would not help', async (state) => {
  const failure = await failureOf(
    newsroom().transaction((tx) =>
      tx.$executeRawUnsafe(`do $$ begin raise exception 'something' using errcode = '${state}'; end $$`),
    ),
  );
  expect(isPassingTrouble(failure)).toBe(false);
});

it('nor an error of the work itself', () => {
  expect(isPassingTrouble(new TypeError('x is not a function'))).toBe(false);
  expect(isPassingTrouble('words')).toBe(false);
});
