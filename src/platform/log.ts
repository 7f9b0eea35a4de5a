import { pino, type DestinationStream, type Logger } from 'pino';
import { currentRequest } from './request-trace.js';

/** Structured log; a line a happening, on standard error, so that standard output is free for what the contract names. */
export type Log = Logger;

export const LOG = Symbol('Log');

/** Keys, cookies and passwords never reach a log line, wherever in a record they stand. */
const REDACTED = ['authorization', 'cookie', 'password', 'token', 'secret', 'key', 'email', '["set-cookie"]'].flatMap(
  (name) => [name, `*.${name}`, `*.*.${name}`].map((path) => path.replace('.[', '[')),
);

/** The same within any text, such as the message of somebody else's error: keys, e-mails, cookies, words in a URL. */
const HIDDEN_WORDS: readonly (readonly [RegExp, string])[] = [
  [/isnad_[\w-]{16,}/g, 'isnad_[redacted]'],
  [/\bBearer +[\w.~+/=-]{8,}/gi, 'Bearer [redacted]'],
  [/\bisnad[\w.-]*=[^;\s"\\]{8,}/g, 'isnad=[redacted]'],
  [/(:\/\/[^\s:/@"]*):[^\s/@"]+@/g, '$1:[redacted]@'],
  [/((?:password|passwd|secret|token)\\?["']?\s*[:=]\s*\\?["']?)(?!\[redacted)[^\s"'\\,;&}]+/gi, '$1[redacted]'],
  [/[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu, '[e-mail]'],
];

/**
 * The one record that is logged as it stands: `{ printedMail: { to, subject, text } }`, a mail that has no other way out
 * while no mail server is configured. Within a logged text the words are escaped and mean nothing.
 */
const PRINTED_MAIL = '"printedMail":{';

export const hideSecrets = (line: string): string =>
  line.includes(PRINTED_MAIL)
    ? line
    : HIDDEN_WORDS.reduce((text, [words, instead]) => text.replace(words, instead), line);

/** Every line of a request carries its number. `target` is where the lines go: standard error. */
export function createLog(level: string, target: DestinationStream = pino.destination({ fd: 2, sync: true })): Log {
  return pino(
    {
      level,
      redact: { paths: REDACTED, censor: '[redacted]' },
      mixin() {
        const request = currentRequest();
        return request ? { requestId: request.requestId } : {};
      },
      hooks: { streamWrite: hideSecrets },
    },
    target,
  );
}
