import ipaddr from 'ipaddr.js';

type Address = ipaddr.IPv4 | ipaddr.IPv6;

/**
 * Where clouds keep their machines' credentials. Refused even where the allow-list holds them: some are link-local or
 * private, and Azure's (168.63.129.16) looks public. Sources: the providers' metadata documentation.
 */
const METADATA = new Set([
  '169.254.169.254',
  '169.254.170.2',
  '169.254.170.23',
  '100.100.100.200',
  '192.0.0.192',
  '168.63.129.16',
  'fd00:ec2::254',
  'fd00:ec2::23',
  'fd20:ce::254',
]);

/** Parts of IPv6 that carry an IPv4 address within them; the inner address is what the packet may end up at. */
const NAT64 = ipaddr.parseCIDR('64:ff9b::/96');
const NAT64_LOCAL = ipaddr.parseCIDR('64:ff9b:1::/48');
const SIX_TO_FOUR = ipaddr.parseCIDR('2002::/16');
const TEREDO = ipaddr.parseCIDR('2001::/32');

/** Ranges of IPv4 that ipaddr.js calls unicast although nothing public may stand there. */
const MORE_RESERVED_V4 = ['192.88.99.0/24', '198.18.0.0/15', '192.0.0.0/24'].map((range) => ipaddr.parseCIDR(range));
/** Of IPv6 only 2000::/3 is given out for public use (IANA). */
const GLOBAL_V6 = ipaddr.parseCIDR('2000::/3');
const MORE_RESERVED_V6 = ['2001:2::/48', '2001:db8::/32', '3fff::/20', '2001:10::/28', '2001:20::/28'].map((range) =>
  ipaddr.parseCIDR(range),
);

/** Reads a resolved IP address; an IPv4 address mapped into IPv6 is read as what it maps. Null where it is none. */
export function readAddress(text: string): Address | null {
  if (!ipaddr.isValid(text)) return null;
  const address = ipaddr.parse(text);
  return address instanceof ipaddr.IPv6 && address.isIPv4MappedAddress() ? address.toIPv4Address() : address;
}

/** Whether a machine's credentials may stand behind this address. */
export const isMetadata = (address: Address): boolean => METADATA.has(address.toString());

/** Whether an address belongs to the public internet: nothing of ours, of this machine, or of the link can stand there. */
export function isPublic(address: Address): boolean {
  if (isMetadata(address)) return false;
  return address instanceof ipaddr.IPv4 ? isPublicV4(address) : isPublicV6(address);
}

function isPublicV4(address: ipaddr.IPv4): boolean {
  return (
    address.range() === 'unicast' && !MORE_RESERVED_V4.some((range) => address.match(range as [ipaddr.IPv4, number]))
  );
}

function isPublicV6(address: ipaddr.IPv6): boolean {
  const within = (range: [Address, number]) => address.match(range as [ipaddr.IPv6, number]);
  // What translates to IPv4 on its way is refused whole: who resolves to such an address has something to hide.
  if ([NAT64, NAT64_LOCAL, SIX_TO_FOUR, TEREDO].some(within)) return false;
  return within(GLOBAL_V6) && !MORE_RESERVED_V6.some(within);
}
