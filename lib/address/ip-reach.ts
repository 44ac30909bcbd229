// Whether an IP address can be reached over the internet, by IANA's registries of special-purpose addresses.
// https://www.iana.org/assignments/iana-ipv4-special-registry https://www.iana.org/assignments/iana-ipv6-special-registry
// Hosts are expected as the URL parser writes them: it turns octal, hexadecimal and short forms into four decimal parts (IPv4) or the form of
// RFC 5952 (IPv6).

type Ipv4 = readonly [number, number, number, number];

/**
 * IPv4 blocks that are not globally reachable, as first address and prefix length. The blocks for documentation (RFC 5737) are left out: they
 * stand for public addresses in examples, and no network routes them.
 */
const IPV4_BLOCKS = [
  [[0, 0, 0, 0], 8], // this network, RFC 791
  [[10, 0, 0, 0], 8], // RFC 1918
  [[100, 64, 0, 0], 10], // shared address space of a provider, RFC 6598
  // Loopback. Reached here only for IPv4 addresses inside IPv6: ::ffff:127.0.0.1 is not potentially trustworthy.
  [[127, 0, 0, 0], 8],
  [[169, 254, 0, 0], 16], // link-local, RFC 3927
  [[172, 16, 0, 0], 12], // RFC 1918
  [[192, 0, 0, 0], 24], // IETF protocol assignments, RFC 6890
  [[192, 168, 0, 0], 16], // RFC 1918
  [[198, 18, 0, 0], 15], // benchmarking, RFC 2544
  [[224, 0, 0, 0], 3], // multicast and reserved, RFC 5771, RFC 1112
] as const satisfies readonly (readonly [Ipv4, number])[];

/** The parts of an IPv4 address; null when the host is not one. */
function parseIpv4(host: string): Ipv4 | null {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(host);
  if (match === null) return null;
  return [Number(match[1]), Number(match[2]), Number(match[3]), Number(match[4])];
}

/** Whether a host, as the URL parser writes it (IPv6 in brackets), is an IP address. */
export function isIpAddress(hostname: string): boolean {
  return hostname.startsWith('[') || parseIpv4(hostname) !== null;
}

/**
 * Whether an IP address is public: not of this device, a private network or a special purpose. `host`: as the URL parser writes it, IPv6 with or
 * without brackets. False for a text that is not an IP address.
 */
export function isPublicIp(host: string): boolean {
  const ipv4 = parseIpv4(host);
  if (ipv4 !== null) return isPublicIpv4(ipv4);
  const groups = parseIpv6(host.replace(/^\[|\]$/g, ''));
  return groups !== null && isPublicIpv6(groups);
}

function isPublicIpv4(address: Ipv4): boolean {
  const number = toNumber(address);
  return !IPV4_BLOCKS.some(
    ([first, length]) => number >>> (32 - length) === toNumber(first) >>> (32 - length),
  );
}

function toNumber([a, b, c, d]: Ipv4): number {
  return ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;
}

/** The eight groups of 16 bits of an IPv6 address; null when the text is not one. */
function parseIpv6(text: string): readonly number[] | null {
  const [head = '', tail, ...rest] = text.split('::');
  if (rest.length > 0 || !text.includes(':')) return null;
  const before = toGroups(head);
  const after = toGroups(tail ?? '');
  const gap = 8 - before.length - after.length;
  if (tail === undefined ? gap !== 0 : gap < 1) return null;
  const groups = [...before, ...Array.from({ length: gap }, () => 0), ...after];
  return groups.every((group) => group >= 0 && group <= 0xff_ff) ? groups : null;
}

function toGroups(text: string): readonly number[] {
  return text === '' ? [] : text.split(':').map((group) => parseInt(group, 16));
}

/** Global unicast is 2000::/3 (RFC 4291, 2.4); every other public address embeds an IPv4 address. */
function isPublicIpv6(groups: readonly number[]): boolean {
  const [a = 0, b = 0, c = 0] = groups;
  const isZero = (from: number, to: number): boolean => groups.slice(from, to).every((group) => group === 0);
  // ::ffff:0:0/96, mapped (RFC 4291, 2.5.5.2), and 64:ff9b::/96, NAT64 (RFC 6052). 64:ff9b:1::/48 is for local use (RFC 8215).
  if (isZero(0, 5) && groups[5] === 0xff_ff) return isPublicIpv4(embeddedIpv4(groups, 6));
  if (a === 0x64 && b === 0xff_9b && isZero(2, 6)) return isPublicIpv4(embeddedIpv4(groups, 6));
  // 2002::/16, 6to4 (RFC 3056): bits 16 to 47.
  if (a === 0x20_02) return isPublicIpv4(embeddedIpv4([b, c], 0));
  // 2001::/23, IETF protocol assignments (RFC 2928): Teredo, benchmarking, ORCHID.
  if (a === 0x20_01 && b < 0x02_00) return false;
  return a >> 13 === 1;
}

function embeddedIpv4(groups: readonly number[], at: number): Ipv4 {
  const high = groups[at] ?? 0;
  const low = groups[at + 1] ?? 0;
  return [high >> 8, high & 255, low >> 8, low & 255];
}
