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

/** The least of some runs: what looks by the clock asks the database too, and a slow run can meet it. */
export async function leastStatements(work: () => Promise<unknown>, runs = 4): Promise<number> {
  const counts: number[] = [];
  for (let run = 0; run < runs; run++) counts.push(await countStatements(work));
  return Math.min(...counts);
}
