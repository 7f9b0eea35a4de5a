import { request } from 'undici';
import type { AllowList } from './allow-list.js';
import { FetchRefused } from './fetch-refused.js';
import { pinnedAgent } from './pinned-agent.js';
import { readBody } from './read-body.js';
import { type Resolve, resolveTarget, type Target } from './resolve-target.js';

export interface FetchLimits {
  readonly mostBytes: number;
  /** For the whole fetch, redirects included, in milliseconds. */
  readonly timeoutMs: number;
  readonly mostRedirects: number;
}

export const DEFAULT_LIMITS: FetchLimits = { mostBytes: 5 * 1024 * 1024, timeoutMs: 15_000, mostRedirects: 5 };

export interface Fetched {
  /** Where the answer came from, after redirects. */
  readonly url: string;
  readonly status: number;
  /** The media type without parameters, in lower case; empty where none was given. */
  readonly mediaType: string;
  readonly contentType: string;
  readonly body: Buffer;
  /** By which a later request asks whether anything has changed. */
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/**
 * Fetches an address that somebody gave us, and cannot be led inside the network: the name is resolved and checked once
 * and the connection pinned to what was checked; each redirect is checked anew; no cookies or credentials are sent.
 * Throws FetchRefused for everything that goes wrong. Any status of 400 and above is a refusal.
 */
export async function guardedFetch(
  address: string,
  {
    allow,
    limits = DEFAULT_LIMITS,
    resolve,
    headers = {},
  }: {
    allow: AllowList;
    limits?: FetchLimits;
    resolve?: Resolve;
    /** For the address's own site alone: they are not sent on to where it redirects. */
    headers?: Readonly<Record<string, string>>;
  },
): Promise<Fetched> {
  const signal = AbortSignal.timeout(limits.timeoutMs);
  let next = address;
  for (let redirects = 0; redirects <= limits.mostRedirects; redirects++) {
    const target = await inTime(resolveTarget(next, allow, resolve), signal);
    const own = target.url.origin === new URL(address).origin;
    const answer = await fetchOnce(target, limits, signal, own ? headers : {});
    if (!('location' in answer)) return answer;
    next = readLocation(answer.location, target.url);
  }
  throw new FetchRefused('TOO_MANY_REDIRECTS', `More than ${limits.mostRedirects} redirects`);
}

async function fetchOnce(
  target: Target,
  limits: FetchLimits,
  signal: AbortSignal,
  more: Readonly<Record<string, string>>,
): Promise<Fetched | { location: string }> {
  const agent = pinnedAgent(target, limits.timeoutMs);
  try {
    const headers = {
      accept: 'text/html, application/xhtml+xml, */*;q=0.5',
      'accept-encoding': 'gzip, br',
      'user-agent': 'Isnad',
      ...more,
    };
    const answer = await request(target.url, { dispatcher: agent, signal, headers });
    const { statusCode: status } = answer;
    // A body that is not read to its end is cut off below, and says so; who reads it hears of it there as well.
    answer.body.on('error', () => undefined);
    const header = (name: string) => [answer.headers[name]].flat()[0];
    const location = header('location');
    if ([301, 302, 303, 307, 308].includes(status) && location) {
      answer.body.destroy();
      return { location };
    }
    if (status >= 400) {
      const message = `${target.url.host} answered with status ${status}`;
      throw new FetchRefused('BAD_STATUS', message, status, header('retry-after') ?? null);
    }
    if (Number(header('content-length')) > limits.mostBytes) {
      throw new FetchRefused('TOO_LARGE', `The answer is larger than ${limits.mostBytes} bytes`);
    }
    // 304 says how it would be packed, and has no body.
    const packed = status === 304 ? undefined : header('content-encoding');
    const body = await readBody(answer.body, packed, limits.mostBytes);
    const contentType = header('content-type') ?? '';
    const mediaType = contentType.split(';')[0]!.trim().toLowerCase();
    const validators = { etag: header('etag') ?? null, lastModified: header('last-modified') ?? null };
    return { url: target.url.href, status, mediaType, contentType, body, ...validators };
  } catch (error) {
    throw asRefusal(error, signal, target.url.host);
  } finally {
    // Not close(): that would wait for a server that never ends its answer.
    await agent.destroy().catch(() => undefined);
  }
}

function readLocation(location: string, from: URL): string {
  if (!URL.canParse(location, from.href)) throw new FetchRefused('INVALID_ADDRESS', 'It redirects to no address');
  return new URL(location, from.href).href;
}

/** DNS cannot be aborted; its answer is no longer waited for. */
export async function inTime<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  if (signal.aborted) throw tooSlow();
  let onAbort: () => void = () => undefined;
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () => reject(tooSlow());
    signal.addEventListener('abort', onAbort, { once: true });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

const tooSlow = () => new FetchRefused('TOO_SLOW', 'The answer took too long');

export function asRefusal(error: unknown, signal: AbortSignal, host: string): FetchRefused {
  if (error instanceof FetchRefused) return error;
  if (signal.aborted) return tooSlow();
  const code = (error as { code?: string }).code ?? '';
  if (/TIMEOUT/.test(code)) return tooSlow();
  return new FetchRefused('UNREACHABLE', `${host} could not be reached${code ? ` (${code})` : ''}`);
}
