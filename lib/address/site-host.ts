// What kind of name a host is, as far as a public certificate for it is concerned.
import { parseHost } from './host.ts';
import { hasKnownSuffix, registrableDomain } from './public-suffix.ts';
import { classifyAddress } from './address.ts';

/**
 * - `public`: a name under a public suffix.
 * - `address`: an IP address.
 * - `private`: a name that only a private network or this device answers (RFC 6761, RFC 6762, RFC 8375, `.internal`, single labels).
 * - `suffix`: itself a public suffix, which nobody has registered.
 * - `reserved`: under `.test`, `.example` or `.invalid`, kept free for trying things out (RFC 2606).
 * - `unknown-suffix`: its end is not in the public suffix list; the list may be older than it.
 */
export type HostKind = 'public' | 'address' | 'private' | 'suffix' | 'reserved' | 'unknown-suffix';

export interface SiteHost {
  /** A-labels, lower case; an IPv6 address without brackets. */
  readonly host: string;
  readonly kind: HostKind;
  /** The part that someone registered; the host itself where that means nothing. */
  readonly domain: string;
}

/** A host as a person or a browser writes it; null when it is none. */
export function readSiteHost(text: string): SiteHost | null {
  const host = parseHost(text);
  if (host === null) return null;
  const { name } = host;
  if (host.kind === 'ip') return { host: name, kind: 'address', domain: name };
  if (classifyAddress(`http://${name}/`) !== 'http-public')
    return { host: name, kind: 'private', domain: name };
  const domain = registrableDomain(name);
  if (domain === null) return { host: name, kind: 'suffix', domain: name };
  if (/\.(?:test|example|invalid)$/.test(name)) return { host: name, kind: 'reserved', domain };
  return { host: name, kind: hasKnownSuffix(name) ? 'public' : 'unknown-suffix', domain };
}

/** Whether a public CA can issue for it at all, as far as its name tells. */
export function isIssuable({ kind }: SiteHost): boolean {
  return kind === 'public' || kind === 'reserved' || kind === 'unknown-suffix';
}

/** A host or the host of an address, as a person may paste it; null: neither. */
export function readTypedHost(text: string): SiteHost | null {
  const trimmed = text.trim();
  const url = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? URL.parse(trimmed) : null;
  if (url !== null) return readSiteHost(url.hostname);
  return readSiteHost(trimmed.replace(/[/?#].*$/, '').replace(/^([^:]*):\d{1,5}$/, '$1'));
}
