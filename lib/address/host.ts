// Parses a host as a user or a browser writes it into the form that certificates are compared with. The URL parser does the hard part (IDNA,
// unusual IPv4 spellings, IPv6), so a host means the same here as in the browser.

/** `name` of a DNS host: A-labels, lower case, no trailing dot; of an address: dotted quads or the text form of RFC 5952. */
export interface Host {
  readonly kind: 'dns' | 'ip';
  readonly name: string;
}

/** A DNS name has at most 253 bytes. In other scripts it may have more or fewer characters, but never this many. */
const MAX_LENGTH = 1024;

/** A name that the URL parser would not change. Its last label begins with a letter; otherwise it may be an IP address. */
const PLAIN_NAME = /^(?!.*xn--)(?:[a-z0-9_-]{1,63}\.)*[a-z][a-z0-9_-]{0,62}$/;

/** Parses a host without a port. Null: the text is not a host (it has a port, a path, spaces, an empty label …). */
export function parseHost(text: string): Host | null {
  const bare = text.trim();
  if (PLAIN_NAME.test(bare)) return { kind: 'dns', name: bare };
  if (bare.length > MAX_LENGTH) return null;
  const address = bare.includes(':') && /^(?:[0-9a-f:.]+|\[[0-9a-f:.]+\])$/i.test(bare);
  if (!address && !/^[^\s/?#@\\:[\]*%]+$/.test(bare)) return null;
  const url = URL.parse(`https://${address && !bare.startsWith('[') ? `[${bare}]` : bare}/`);
  if (url === null) return null;
  const name = url.hostname.replace(/\.$/, '');
  // The URL standard's serializer of addresses (4.3) writes the form of RFC 5952.
  if (name.startsWith('[')) return { kind: 'ip', name: name.slice(1, -1) };
  if (/^\d+\.\d+\.\d+\.\d+$/.test(name)) return { kind: 'ip', name };
  return name.split('.').includes('') ? null : { kind: 'dns', name };
}

/** The host of an address; null when it has none or cannot be parsed. */
export function hostOf(url: string): Host | null {
  const hostname = URL.parse(url)?.hostname ?? '';
  return hostname === '' ? null : parseHost(hostname);
}

/** The host that a user typed: alone, with a port or a path, or as a web address. Null: neither. */
export function parseTypedHost(text: string): Host | null {
  const trimmed = text.trim();
  const url = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? URL.parse(trimmed) : null;
  if (url !== null) return /^https?:$/.test(url.protocol) ? parseHost(url.hostname) : null;
  return parseHost(trimmed.replace(/[/?#].*$/, '').replace(/^([^:]*|\[[^\]]*\]):\d{1,5}$/, '$1'));
}

/** The host as addresses write it: an IPv6 address in brackets. */
export function toHostname({ kind, name }: Host): string {
  return kind === 'ip' && name.includes(':') ? `[${name}]` : name;
}

/** Whether a name is a domain itself or a name below it. Both in A-labels and lower case. */
export function isWithin(name: string, domain: string): boolean {
  return name === domain || name.endsWith(`.${domain}`);
}
