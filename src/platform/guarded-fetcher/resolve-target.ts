import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import type { AllowList } from './allow-list.js';
import { FetchRefused } from './fetch-refused.js';
import { isMetadata, isPublic, readAddress } from './public-address.js';

/** An address that may be fetched, and the one IP address at which it will be. */
export interface Target {
  readonly url: URL;
  readonly ip: string;
  readonly family: 4 | 6;
}

export type Resolve = (host: string) => Promise<readonly { address: string; family: number }[]>;

const LONGEST_URL = 2_048;

const resolveByDns: Resolve = (host) => lookup(host, { all: true, verbatim: true });

/**
 * Checks where an address leads and pins it: the connection later goes to the very IP address that was checked, so that
 * a name cannot resolve to another between check and use. One forbidden address among several refuses them all.
 * Throws FetchRefused.
 */
export async function resolveTarget(text: string, allow: AllowList, resolve: Resolve = resolveByDns): Promise<Target> {
  const url = readUrl(text);
  // The URL parser has turned odd forms of IPv4 (0x7f.1, 2130706433, 017700000001) into dotted ones.
  const host = url.hostname
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
    .toLowerCase();
  const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80));
  const found = isIP(host) ? [{ address: host, family: isIP(host) }] : await resolveName(host, resolve);
  for (const { address } of found) {
    const ip = readAddress(address);
    const open = ip && !isMetadata(ip) && (isPublic(ip) || allow.allows(host, port, address));
    if (!open) throw new FetchRefused('NOT_PUBLIC', `${url.hostname} is not a public address`);
  }
  const { address, family } = found[0]!;
  return { url, ip: address, family: family === 6 ? 6 : 4 };
}

function readUrl(text: string): URL {
  const url = text.length <= LONGEST_URL && URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.hostname === '') {
    throw new FetchRefused('INVALID_ADDRESS', 'Only http and https addresses can be fetched');
  }
  if (url.username || url.password) throw new FetchRefused('INVALID_ADDRESS', 'An address must not carry a password');
  return url;
}

async function resolveName(host: string, resolve: Resolve) {
  try {
    const found = await resolve(host);
    if (found.length > 0) return found;
  } catch {
    // Told below, like a name without addresses.
  }
  throw new FetchRefused('UNREACHABLE', `${host} could not be found`);
}
