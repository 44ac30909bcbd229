// How long an address may be: pages are hostile and may make addresses of any length, by the thousand.
import { requestedAddress } from './address.ts';

/** Longest address kept, in UTF-16 units: enough to recognise it, small enough for a page that makes them by the thousand. */
export const MAX_URL = 2048;

/** Longest host kept: DNS has none longer (RFC 1035, 2.3.4). */
export const MAX_HOST = 253;

/** An address in at most MAX_URL units. Of a longer one the credentials go first: cut inside them, it would name another host, or none. */
export function shortAddress(url: string): string {
  return url.length > MAX_URL ? requestedAddress(url).slice(0, MAX_URL) : url;
}

/** Whether an address was shortened inside its host, so that the rest of the host is unknown. */
export function isHostCut(url: string): boolean {
  return url.length >= MAX_URL && /^\w+:\/\/[^/]*$/.test(url);
}
