// Classifies addresses by how a connection to them is protected, before anything is loaded.
// Potentially trustworthy: https://www.w3.org/TR/secure-contexts/#is-origin-trustworthy
import { isIpAddress, isPublicIp } from './ip-reach.ts';
import { kindOfName } from './special-names.ts';

/**
 * - `https`: encrypted.
 * - `http-public`, `http-private`: plain http to a host that can, or cannot, be on the internet.
 * - `local`: plain http that does not leave this device.
 * - `browser`, `file`, `blank`, `other`: no connection over the web.
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

/** Parses an address; null when it cannot be parsed, instead of an exception, because addresses are hostile input. */
export function parseAddress(url: string): URL | null {
  return URL.parse(url);
}

/** Classifies an address. One that cannot be parsed is `other`. */
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
      // Both contain the address of the page that made them: blob:https://host/…
      return parsed.origin === 'null' ? 'other' : classifyAddress(parsed.origin);
    default:
      return BROWSER_SCHEMES.has(parsed.protocol) ? 'browser' : 'other';
  }
}

/** http or ws to a host other than localhost, *.localhost, 127.0.0.0/8 and [::1], as the URL parser writes it. */
const INSECURE = /^(http|ws):\/\/(?!(([^/]+\.)?localhost\.?|127(\.\d+){3}|\[::1])(:\d*)?(\/|$))/;

/**
 * Whether data that is sent to this address can be read on its way. `href`: as the URL parser writes it. Agrees with classifyAddress, in the few
 * bytes that a script in every page may have.
 */
export function isInsecure(href: string): boolean {
  return INSECURE.test(href);
}

/** Loopback by name or number: "potentially trustworthy" (Secure Contexts, 3.1). `hostname`: as the URL parser writes it. */
function isLocalHost(hostname: string): boolean {
  return /^(?:(?:.+\.)?localhost\.?|127(?:\.\d+){3}|\[::1\])$/.test(hostname);
}

function classifyPlainHost(hostname: string): 'http-public' | 'http-private' | 'local' {
  if (isLocalHost(hostname)) return 'local';
  const host = hostname.replace(/\.$/, '');
  // Reserved names belong to no private network, so an insecure request to one is rated like a request to a public host.
  const isPublic = isIpAddress(host) ? isPublicIp(host) : kindOfName(host) !== 'private';
  return isPublic ? 'http-public' : 'http-private';
}

/** Whether the host of an address is an IP address. */
export function isIpHost(url: string): boolean {
  return isIpAddress(parseAddress(url)?.hostname ?? '');
}

/** An address as the URL parser writes it; empty when it is not an address. */
export function hrefOf(address: string, base?: string): string {
  return URL.parse(address, base)?.href ?? '';
}

/**
 * The insecure address in a text, made absolute; empty when the text is none. Parsing costs more than the rest of the scan of an element, so most
 * texts are ruled out first: a text without a scheme gets that of the base.
 */
export function insecureAddress(address: string, base: string): string {
  if (/^(https|data):/i.test(address) || (base.startsWith('https:') && !address.includes(':'))) return '';
  const href = address.trim() && hrefOf(address, base);
  return isInsecure(href) ? href : '';
}

/** An address as requests, reports and Resource Timing entries write it: without fragment and credentials (CSP 3, 5.4; Resource Timing 2, 4.3). */
export function requestedAddress(url: string): string {
  return url.replace(/#.*|(?<=^\w+:\/\/)[^/@?]*@/gs, '');
}
