import { pino, type Logger } from 'pino';

/** Structured log; a line a happening, on standard error, so that standard output is free for what the contract names. */
export type Log = Logger;

export const LOG = Symbol('Log');

/** Keys, cookies and passwords never reach a log line, wherever in a record they stand. */
const REDACTED = ['authorization', 'cookie', 'password', 'token', 'secret', 'key'].flatMap((name) => [
  name,
  `*.${name}`,
  `*.*.${name}`,
]);

export function createLog(level: string): Log {
  return pino({ level, redact: { paths: REDACTED, censor: '[redacted]' } }, pino.destination({ fd: 2, sync: true }));
}
