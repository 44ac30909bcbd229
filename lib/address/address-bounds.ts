// Limits for the length of addresses: pages are hostile and may make addresses of any length, by the thousand.
import { requestedAddress } from './address.ts';

/** Longest address that is kept, in UTF-16 units: long enough to recognise it, short enough to keep thousands. */
export const MAX_URL = 2048;

/** Longest host that is kept: DNS allows no longer one (RFC 1035, 2.3.4). */
export const MAX_HOST = 253;

/** An address in at most MAX_URL units. Credentials of a longer one are removed first: an address cut inside them would name another host. */
export function shortAddress(url: string): string {
  return url.length > MAX_URL ? requestedAddress(url).slice(0, MAX_URL) : url;
}

/** Whether an address was cut inside its host, so that the rest of the host is unknown. */
export function isHostCut(url: string): boolean {
  return url.length >= MAX_URL && /^\w+:\/\/[^/]*$/.test(url);
}
