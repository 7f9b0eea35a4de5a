import { Desk } from '../../desk/desk.js';
import { type Home, SEEDS, submitTasks } from './seed.js';

/** A running service with a newsroom in it that has something of everything. */
export async function startHome(): Promise<Home> {
  const desk = await Desk.start();
  const admin = await desk.join('ADMIN');
  const editor = await desk.join('EDITOR');
  const reviewer = await desk.join('REVIEWER');
  const checker = await desk.join('FACT_CHECKER');
  const tasks = await submitTasks(desk, checker);
  const home = { desk, admin, editor, reviewer, checker, machine: await desk.machine(), tasks };
  for (const seed of SEEDS) await seed(home);
  return home;
}

/** The tables of the service, by name. */
export const tablesOf = async ({ desk: { database } }: Home): Promise<string[]> =>
  (
    await database.owner<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = 'public' and tablename <> '_prisma_migrations'
       order by 1`,
    )
  ).map(({ name }) => name);

/** The column that says whose a row is. */
export const ownerColumn = (table: string): string => (table === 'newsrooms' ? 'id' : 'newsroom_id');

/** Every id of every row of the newsroom. */
export async function idsOfHome({ desk: { database, newsroom } }: Home): Promise<string[]> {
  const withId = await database.owner<{ name: string }>(
    `select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'id'
       and data_type = 'uuid'`,
  );
  const found = await Promise.all(
    withId.map(({ name }) =>
      database.owner<{ id: string }>(`select id from "${name}" where ${ownerColumn(name)} = $1`, [newsroom.id]),
    ),
  );
  return found.flat().map(({ id }) => id);
}
