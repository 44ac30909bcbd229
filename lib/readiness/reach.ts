// Where a host can be reached from, by the rules for IP addresses, `localhost` and private names. RFC 1918 and RFC 3927 (IPv4), RFC 4193 and RFC 4291
// (IPv6): only the addresses of local networks, not every address that is not public.
import { registrableDomain } from '../address/public-suffix.ts';
import { kindOfName } from '../address/special-names.ts';
import type { Target } from './target.ts';

/**
 * - `device`: the device itself.
 * - `lan-address`: an IP address of the local network.
 * - `address`: any other IP address.
 * - `private-name`: a name that nobody can register, so that it cannot have a filing.
 * - `name`: any other name.
 */
export type Reach = 'device' | 'lan-address' | 'address' | 'private-name' | 'name';

export function reachOf({ kind, host }: Pick<Target, 'kind' | 'host'>): Reach {
  if (kind === 'ip') return host.includes(':') ? reachOfIpv6(host) : reachOfIpv4(host);
  if (/(?:^|\.)localhost$/.test(host)) return 'device';
  return kindOfName(host) !== 'other' || registrableDomain(host) === null ? 'private-name' : 'name';
}

function reachOfIpv4(host: string): Reach {
  const [a = 0, b = 0] = host.split('.').map(Number);
  if (a === 127 || a === 0) return 'device';
  const isLan =
    a === 10 || (a === 172 && b >= 16 && b <= 31) || (a === 192 && b === 168) || (a === 169 && b === 254);
  return isLan ? 'lan-address' : 'address';
}

function reachOfIpv6(host: string): Reach {
  if (host === '::1' || host === '::') return 'device';
  // An IPv4 address inside IPv6, which the URL parser writes as two groups of hex digits.
  const mapped = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(host);
  if (mapped !== null) {
    const high = parseInt(mapped[1] ?? '', 16);
    return reachOfIpv4(`${high >> 8}.${high & 255}.0.0`);
  }
  // fc00::/7 is unique local, fe80::/10 is link-local.
  return /^f[cd][0-9a-f]{2}:|^fe[89ab][0-9a-f]:/.test(host) ? 'lan-address' : 'address';
}
