import ipaddr from 'ipaddr.js';
import { readAddress } from './public-address.js';

type Rule =
  | { readonly kind: 'host'; readonly host: string; readonly port: number }
  | { readonly kind: 'range'; readonly range: [ipaddr.IPv4 | ipaddr.IPv6, number] };

/** Places that may be fetched although they are not public: an intranet's editorial system, a test's server. */
export class AllowList {
  private constructor(private readonly rules: readonly Rule[]) {}

  /** Reads `host:port` and CIDR entries, separated by commas. Throws an Error that names the entry which is neither. */
  static parse(text: string): AllowList {
    const entries = text.split(',').map((entry) => entry.trim());
    return new AllowList(entries.filter((entry) => entry !== '').map(readRule));
  }

  allows(host: string, port: number, resolved: string): boolean {
    return this.rules.some((rule) => {
      if (rule.kind === 'host') return rule.port === port && (rule.host === host || rule.host === resolved);
      const address = readAddress(resolved);
      return address?.kind() === rule.range[0].kind() && address.match(rule.range as [ipaddr.IPv4, number]);
    });
  }
}

function readRule(entry: string): Rule {
  if (ipaddr.isValidCIDR(entry)) return { kind: 'range', range: ipaddr.parseCIDR(entry) };
  const [, bracketed, plain, port] = /^(?:\[([^\]]+)\]|([^:/\s]+)):(\d{1,5})$/.exec(entry) ?? [];
  if (!port || Number(port) > 65_535) throw new Error(`${entry} is neither host:port nor a CIDR range`);
  return { kind: 'host', host: (bracketed ?? plain)!.toLowerCase(), port: Number(port) };
}
