import { Prisma } from '../../generated/prisma/client.js';

/** Prisma's codes for a database that cannot be reached, a pool that is empty, a transaction that was cut off. */
const PASSING_CODES = /^(P1\d{3}|P2024|P2028|P2034)$/;
/** PostgreSQL's classes: connection exception, resources, operator intervention, serialisation failure and deadlock. */
const PASSING_STATES = /\b(08\w{3}|53\w{3}|57P0\d|40001|40P01)\b/;
/** What the driver says of a connection that went before or while it was used; it gives no code with it. */
const PASSING_WORDS =
  /ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EAI_AGAIN|Connection terminated|connection closed|not queryable|server closed the connection/i;

/** Whether an error says that the database was away or busy, not that the work was wrong: the same work may be tried again. */
export function isPassingTrouble(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof Prisma.PrismaClientKnownRequestError && PASSING_CODES.test(error.code)) return true;
  const { code, cause } = error as { code?: unknown; cause?: unknown };
  const words = [error.message, String(code ?? ''), cause ? JSON.stringify(cause) : ''].join(' ');
  return PASSING_STATES.test(words) || PASSING_WORDS.test(words);
}
