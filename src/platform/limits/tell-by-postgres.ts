import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { TellOthers } from './rate-limiter.js';

/**
 * One statement for all subjects of an exchange, sorted so that two processes never wait for each other in a circle. The
 * time is the database's, the only one that all processes share. Subjects are stored as hashes: addresses are personal.
 */
export const tellByPostgres =
  (pool: Pick<pg.Pool, 'query'>): TellOthers =>
  async (spent) => {
    const names = new Map(spent.map(({ subject }) => [hash(subject), subject]));
    const rows = spent
      .map(({ subject, amount, perSecond }) => ({ name: hash(subject), amount, perSecond }))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
    const { rows: levels } = await pool.query<{ subject: string; level: number }>(
      `insert into limits.spent as known (subject, level, at)
       select given.subject, given.amount, clock_timestamp()
       from unnest($1::text[], $2::float8[]) as given (subject, amount)
       on conflict (subject) do update set
         level = greatest(0, known.level - extract(epoch from clock_timestamp() - known.at)
           * ($3::float8[])[array_position($1::text[], known.subject)]) + excluded.level,
         at = clock_timestamp()
       returning subject, level`,
      [rows.map(({ name }) => name), rows.map(({ amount }) => amount), rows.map(({ perSecond }) => perSecond)],
    );
    return new Map(levels.map(({ subject, level }) => [names.get(subject)!, level]));
  };

/** Rows that nobody has touched for an hour are empty buckets, whatever their rate. */
export const forgetSpent = (pool: Pick<pg.Pool, 'query'>) =>
  pool.query(`delete from limits.spent where at < now() - interval '1 hour'`);

const hash = (subject: string): string => createHash('sha256').update(subject).digest('base64url');
