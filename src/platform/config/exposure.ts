import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { z } from 'zod';
import type { Environment } from './env.js';

/** How far the service opens itself to a network: whom it believes, whom it answers, and how much it does for one. */
export interface Exposure {
  /** Proxies whose word on a client's address is taken, as CIDR, address or proxy-addr's names; null: nobody's. */
  readonly trustProxy: string | null;
  /** Origins of other sites whose scripts may call the API. */
  readonly corsOrigins: readonly string[];
  /** Opens /metrics beyond this machine. */
  readonly metricsToken: string | null;
  /** Whether the schema may be asked of the API. */
  readonly introspection: boolean;
  /** Operations known by their SHA-256, in hexadecimal; null where no file names any. */
  readonly operations: ReadonlyMap<string, string> | null;
  /** Whether only those operations run. */
  readonly onlyKnownOperations: boolean;
  /** What one key or session may ask; null: without limit. */
  readonly rate: Rate | null;
  /** After so long a request is stopped, with the query that it runs in the database. */
  readonly requestTimeoutMs: number;
}

export interface Rate {
  readonly perSecond: number;
  readonly burst: number;
}

/** A value is wrong; the message goes on from the variable's name. */
export class ExposureError extends Error {
  override name = 'ExposureError';
}

/** Reads what env.ts has checked for form. Throws ExposureError where a value's content is wrong. */
export function readExposure(env: Environment, onLoopback: boolean): Exposure {
  const operations = env.ISNAD_OPERATIONS ? readOperations(env.ISNAD_OPERATIONS) : null;
  const onlyKnownOperations = env.ISNAD_OPERATIONS_ONLY === '1';
  if (onlyKnownOperations && !operations) {
    throw new ExposureError('ISNAD_OPERATIONS_ONLY needs ISNAD_OPERATIONS, the file of those operations');
  }
  return {
    trustProxy: env.ISNAD_TRUST_PROXY ? readProxies(env.ISNAD_TRUST_PROXY) : null,
    corsOrigins: listed(env.ISNAD_CORS_ORIGINS).map(readOrigin),
    metricsToken: env.ISNAD_METRICS_TOKEN ?? null,
    introspection: env.ISNAD_INTROSPECTION === undefined ? onLoopback : env.ISNAD_INTROSPECTION === '1',
    operations,
    onlyKnownOperations,
    rate: readRate(env.ISNAD_RATE_LIMIT ?? '100/400'),
    requestTimeoutMs: (env.ISNAD_REQUEST_TIMEOUT ?? 30) * 1_000,
  };
}

const listed = (text = ''): string[] =>
  text
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean);

const NAMED_RANGES = ['loopback', 'linklocal', 'uniquelocal'];

function readProxies(text: string): string {
  for (const proxy of listed(text)) {
    const [address, bits, more] = proxy.split('/');
    const family = isIP(address ?? '');
    const isRange =
      family !== 0 &&
      more === undefined &&
      (bits === undefined || (/^\d+$/.test(bits) && +bits <= (family === 4 ? 32 : 128)));
    if (!isRange && !NAMED_RANGES.includes(proxy)) {
      throw new ExposureError(`ISNAD_TRUST_PROXY: ${proxy} is no address, range or one of ${NAMED_RANGES.join(', ')}`);
    }
  }
  return listed(text).join(',');
}

function readOrigin(text: string): string {
  const origin = URL.canParse(text) ? new URL(text).origin : null;
  if (origin === null || origin === 'null' || !/^https?:/.test(text) || text.replace(/\/$/, '') !== origin) {
    throw new ExposureError(`ISNAD_CORS_ORIGINS: ${text} is no origin, such as https://desk.example.org`);
  }
  return origin;
}

function readRate(text: string): Rate | null {
  if (text === '0') return null;
  const [perSecond, burst] = text.split('/').map(Number);
  return { perSecond: perSecond!, burst: burst! };
}

const operationsSchema = z.record(z.string().regex(/^[0-9a-f]{64}$/), z.string().min(1));

function readOperations(path: string): ReadonlyMap<string, string> {
  try {
    return new Map(Object.entries(operationsSchema.parse(JSON.parse(readFileSync(path, 'utf8')))));
  } catch (error) {
    const why = error instanceof z.ZodError ? 'not an object of SHA-256 (hexadecimal) to document' : String(error);
    throw new ExposureError(`ISNAD_OPERATIONS: ${path} cannot be read: ${why}`);
  }
}
