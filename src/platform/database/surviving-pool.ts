import pg from 'pg';

/**
 * A pool that outlives its server. A broken connection is replaced at its next use, and the query that it broke fails;
 * but it also reports the break as an event, idle or lent out, sometimes twice, and an event that nobody hears ends the
 * whole process.
 */
export function survivingPool(config: pg.PoolConfig, onError: (error: Error) => void): pg.Pool {
  const pool = new pg.Pool(config);
  pool.on('error', onError);
  pool.on('connect', (client) => client.on('error', onError));
  return pool;
}
