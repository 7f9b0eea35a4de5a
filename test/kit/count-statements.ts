import pg from 'pg';

/** How many SQL statements this process sends while `work` runs; run nothing beside it. */
export async function countStatements(work: () => Promise<unknown>): Promise<number> {
  const real = pg.Client.prototype.query;
  let count = 0;
  pg.Client.prototype.query = function (this: pg.Client, ...words: unknown[]) {
    count++;
    return (real as (...words: unknown[]) => unknown).apply(this, words);
  } as typeof real;
  try {
    await work();
    return count;
  } finally {
    pg.Client.prototype.query = real;
  }
}
