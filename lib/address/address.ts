// What an address says about its connection before anything is loaded.
// Potentially trustworthy: https://www.w3.org/TR/secure-contexts/#is-origin-trustworthy
import { isIpAddress, isPublicIp } from './ip-reach.ts';
import { kindOfName } from './special-names.ts';

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

/** Parses an address; null instead of an exception, since addresses are hostile input. */
export function parseAddress(url: string): URL | null {
  return URL.parse(url);
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
  // Reserved names are no private network's: what is asked of them in clear text is not milder than elsewhere.
  const isPublic = isIpAddress(host) ? isPublicIp(host) : kindOfName(host) !== 'private';
  return isPublic ? 'http-public' : 'http-private';
}

/** Whether the host is an IP address and not a name. */
export function isIpHost(url: string): boolean {
  return isIpAddress(parseAddress(url)?.hostname ?? '');
}

/** An address as the URL parser spells it; empty when it is none. */
export function hrefOf(address: string, base?: string): string {
  return URL.parse(address, base)?.href ?? '';
}

/**
 * A text as an insecure address, made absolute; empty when it is none. Most are told apart without parsing, which costs more than the rest of the
 * scan of an element: what names no scheme has the base's.
 */
export function insecureAddress(address: string, base: string): string {
  if (/^(https|data):/i.test(address) || (base.startsWith('https:') && !address.includes(':'))) return '';
  const href = address.trim() && hrefOf(address, base);
  return isInsecure(href) ? href : '';
}

/** An address as requests, reports and the list of loads name it: no fragment, no credentials (CSP 3, 5.4; Resource Timing 2, 4.3). */
export function requestedAddress(url: string): string {
  return url.replace(/#.*|(?<=^\w+:\/\/)[^/@?]*@/gs, '');
}
