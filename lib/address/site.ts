// The site that a host belongs to, and whether a public CA can issue a certificate for the host. Imports the public suffix list, which is too
// large for the background: only views and scripts may import this file.
import { parseHost, parseTypedHost } from './host.ts';
import type { Host } from './host.ts';
import { hasKnownSuffix, isPublicSuffix, registrableDomain } from './public-suffix.ts';
import { classifyAddress } from './address.ts';

/**
 * The site of a host: its registrable domain, or the host itself when it has none (an IP address, a public suffix, a single label). `private`:
 * whether the suffixes of companies count, so that `a.github.io` and `b.github.io` are two sites: yes where the question is who controls the
 * site, no where it is for which names a CA issues.
 */
export function siteOf(host: Host, options: { readonly private: boolean }): Host {
  const domain = host.kind === 'ip' ? null : registrableDomain(host.name, options);
  return domain === null ? host : { kind: 'dns', name: domain };
}

/**
 * What a host means to a public CA:
 *
 * - `public`: a name under a public suffix.
 * - `address`: an IP address.
 * - `private`: a name that only a private network or this device resolves (RFC 6761, RFC 6762, RFC 8375, `.internal`, single labels).
 * - `suffix`: a public suffix, which nobody can register.
 * - `reserved`: under `.test`, `.example` or `.invalid`, reserved for tests and examples (RFC 2606).
 * - `unknown-suffix`: its suffix is not in the public suffix list; it may be younger than the list.
 */
export type HostKind = 'public' | 'address' | 'private' | 'suffix' | 'reserved' | 'unknown-suffix';

export interface SiteHost {
  /** A-labels, lower case; an IPv6 address without brackets. */
  readonly host: string;
  readonly kind: HostKind;
  /** The registrable domain; the host itself for kinds without one. */
  readonly domain: string;
}

/** A host as a user or a browser writes it; null when it is not a host. */
export function readSiteHost(text: string): SiteHost | null {
  const host = parseHost(text);
  return host === null ? null : describeHost(host);
}

/** The host that a user typed, also as an address; null when it is neither. */
export function readTypedHost(text: string): SiteHost | null {
  const host = parseTypedHost(text);
  return host === null ? null : describeHost(host);
}

function describeHost(host: Host): SiteHost {
  const { name } = host;
  if (host.kind === 'ip') return { host: name, kind: 'address', domain: name };
  if (classifyAddress(`http://${name}/`) !== 'http-public')
    return { host: name, kind: 'private', domain: name };
  if (isPublicSuffix(name)) return { host: name, kind: 'suffix', domain: name };
  const domain = siteOf(host, { private: false }).name;
  if (/\.(?:test|example|invalid)$/.test(name)) return { host: name, kind: 'reserved', domain };
  return { host: name, kind: hasKnownSuffix(name) ? 'public' : 'unknown-suffix', domain };
}

/** Whether a public CA can issue a certificate for the host, judged by its name alone. */
export function isIssuable({ kind }: SiteHost): boolean {
  return kind === 'public' || kind === 'reserved' || kind === 'unknown-suffix';
}
