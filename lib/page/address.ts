// What an address says about its connection before anything is loaded.
// Potentially trustworthy: https://www.w3.org/TR/secure-contexts/#is-origin-trustworthy
// Private networks: RFC 1918, RFC 3927, RFC 4193, RFC 4291, RFC 6598 (addresses), RFC 6762, RFC 8375 and ICANN's `.internal` (names).

/**
 * - `https`: encrypted.
 * - `http-public`, `http-private`: plain http, told apart by whether the host can be on the internet at all.
 * - `local`: plain http that does not leave this device.
 * - `browser`, `file`, `blank`, `other`: not over the web.
 */
export type AddressClass =
  'https' | 'http-public' | 'http-private' | 'local' | 'browser' | 'file' | 'blank' | 'other';

const BROWSER_SCHEMES = new Set([
  'about:',
  'chrome:',
  'chrome-error:',
  'chrome-extension:',
  'chrome-search:',
  'chrome-untrusted:',
  'devtools:',
  'edge:',
  'extension:',
  'moz-extension:',
  'opera:',
  'brave:',
  'vivaldi:',
  'resource:',
  'view-source:',
]);

/** Names that no public resolver answers for: mDNS, home networks, private use. */
const PRIVATE_SUFFIXES = ['.local', '.internal', '.home.arpa', '.localdomain'];

/** Parses an address; null instead of an exception, since addresses are hostile input. */
export function parseAddress(url: string): URL | null {
  return URL.canParse(url) ? new URL(url) : null;
}

/** Tells how an address is reached. An address that cannot be parsed is `other`. */
export function classifyAddress(url: string): AddressClass {
  const parsed = parseAddress(url);
  if (parsed === null) return 'other';
  switch (parsed.protocol) {
    case 'https:':
    case 'wss:':
      return 'https';
    case 'http:':
    case 'ws:':
      return classifyPlainHost(parsed.hostname);
    case 'file:':
      return 'file';
    case 'about:':
      return parsed.pathname === 'blank' || parsed.pathname === 'srcdoc' ? 'blank' : 'browser';
    case 'blob:':
    case 'filesystem:':
      // Both carry the address of the page that made them: blob:https://host/…
      return parsed.origin === 'null' ? 'other' : classifyAddress(parsed.origin);
    default:
      return BROWSER_SCHEMES.has(parsed.protocol) ? 'browser' : 'other';
  }
}

/** http or ws to anything but localhost, *.localhost, 127.0.0.0/8 and [::1], in the spelling that the URL parser gives. */
const INSECURE = /^(http|ws):\/\/(?!(([^/]+\.)?localhost\.?|127(\.\d+){3}|\[::1])(:\d*)?(\/|$))/;

/**
 * Whether what is sent to this address can be read on the way. Says the same as classifyAddress for an address as the URL parser spells it,
 * in the few bytes that a script in every page may have.
 */
export function isInsecure(href: string): boolean {
  return INSECURE.test(href);
}

/** Loopback by name or number: "potentially trustworthy" (Secure Contexts, 3.1). The URL parser gives hosts in lower case, addresses in one spelling. */
function isLocalHost(hostname: string): boolean {
  return /^(?:(?:.+\.)?localhost\.?|127(?:\.\d+){3}|\[::1\])$/.test(hostname);
}

function classifyPlainHost(hostname: string): 'http-public' | 'http-private' | 'local' {
  if (isLocalHost(hostname)) return 'local';
  const host = hostname.replace(/\.$/, '');
  if (host.startsWith('[')) return classifyIpv6(host.slice(1, -1));
  const ipv4 = parseIpv4(host);
  if (ipv4 !== null) return classifyIpv4(ipv4);
  // A name without a dot is answered by the local network only.
  if (!host.includes('.')) return 'http-private';
  return PRIVATE_SUFFIXES.some((suffix) => host.endsWith(suffix)) ? 'http-private' : 'http-public';
}

/** The URL parser has already turned every spelling of an IPv4 address (octal, hex, short) into four decimal parts. */
function parseIpv4(host: string): readonly [number, number, number, number] | null {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(host);
  if (match === null) return null;
  return [Number(match[1]), Number(match[2]), Number(match[3]), Number(match[4])];
}

function classifyIpv4([a, b]: readonly [number, number, number, number]): 'http-public' | 'http-private' {
  const isPrivate =
    a === 0 ||
    a === 10 ||
    // Only reached inside IPv6: ::ffff:127.0.0.1 is another host to the standard's rule and not trustworthy.
    a === 127 ||
    (a === 172 && b >= 16 && b <= 31) ||
    (a === 192 && b === 168) ||
    (a === 169 && b === 254) ||
    (a === 100 && b >= 64 && b <= 127);
  return isPrivate ? 'http-private' : 'http-public';
}

function classifyIpv6(address: string): 'http-public' | 'http-private' {
  if (address === '::') return 'http-private';
  // An IPv4 address inside IPv6 (::ffff:a.b.c.d), which the URL parser writes as two hexadecimal groups.
  const mapped = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(address);
  if (mapped !== null) {
    const high = parseInt(mapped[1] ?? '', 16);
    const low = parseInt(mapped[2] ?? '', 16);
    return classifyIpv4([high >> 8, high & 255, low >> 8, low & 255]);
  }
  // fc00::/7 unique local, fe80::/10 link local
  return /^f[cd][0-9a-f]{2}:|^fe[89ab][0-9a-f]:/.test(address) ? 'http-private' : 'http-public';
}

/** Whether the host is an IP address and not a name. */
export function isIpHost(url: string): boolean {
  const hostname = parseAddress(url)?.hostname ?? '';
  return hostname.startsWith('[') || parseIpv4(hostname) !== null;
}

/** An address as the URL parser spells it; empty when it is none. */
export function hrefOf(address: string, base?: string): string {
  return URL.canParse(address, base) ? new URL(address, base).href : '';
}

/** An address as requests, reports and the list of loads name it: no fragment, no credentials (CSP 3, 5.4; Resource Timing 2, 4.3). */
export function requestedAddress(url: string): string {
  return url.replace(/#.*|(?<=^\w+:\/\/)[^/@?]*@/gs, '');
}
