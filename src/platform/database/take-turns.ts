import type { Transaction } from './database.js';

/** Lets one transaction of a newsroom at a time do what has this name: the next waits until this one ends. */
export const takeTurns = (tx: Transaction, what: string, newsroomId: string): Promise<unknown> =>
  tx.$executeRaw`select pg_advisory_xact_lock(hashtext(${`${what} ${newsroomId}`}))`;
