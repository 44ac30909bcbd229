// The response headers of a page that the verdict uses.
import { DEEP_GROUP, DEEP_HEADER } from './deep-policy.ts';
import type { Hsts, PageHeaders } from './record.ts';

/** A header as both browsers give it. */
export interface ResponseHeader {
  readonly name: string;
  readonly value?: string | undefined;
}

/** Longest header read: a longer one is hostile or broken. */
const MAX_HEADER = 16_384;

/** Reads what matters from a page's own response headers. */
export function readPageHeaders(headers: readonly ResponseHeader[]): PageHeaders {
  let hsts: Hsts | null = null;
  let seenHsts = false;
  let upgradesInsecureRequests = false;
  let deepChecked = false;
  for (const { name, value } of headers) {
    if (value === undefined || value.length > MAX_HEADER) continue;
    switch (name.toLowerCase()) {
      case 'strict-transport-security':
        // RFC 6797, 8.1: only the first of several counts.
        if (!seenHsts) hsts = parseHsts(value);
        seenHsts = true;
        break;
      case 'content-security-policy':
        upgradesInsecureRequests ||= hasUpgradeDirective(value);
        break;
      case DEEP_HEADER:
        deepChecked ||= value.includes(DEEP_GROUP);
        break;
    }
  }
  return { hsts, upgradesInsecureRequests, deepChecked };
}

/**
 * Strict-Transport-Security by RFC 6797, 6.1: directives in any order, names case-insensitive, `max-age` required and in seconds,
 * a directive given twice makes the header invalid. Null: invalid, so browsers ignore it.
 */
export function parseHsts(value: string): Hsts | null {
  const directives = new Map<string, string>();
  for (const part of value.split(';')) {
    const [rawName, rawValue = ''] = splitOnce(part, '=');
    const name = rawName.trim().toLowerCase();
    if (name === '') continue;
    if (directives.has(name)) return null;
    directives.set(name, rawValue.trim().replace(/^"(.*)"$/, '$1'));
  }
  const maxAge = directives.get('max-age');
  if (maxAge === undefined || !/^\d{1,15}$/.test(maxAge)) return null;
  return {
    maxAge: Number(maxAge),
    includeSubDomains: directives.has('includesubdomains'),
    preload: directives.has('preload'),
  };
}

/** https://www.w3.org/TR/upgrade-insecure-requests/#delivery : a directive of its own in any of the comma-separated policies. */
function hasUpgradeDirective(policy: string): boolean {
  return policy
    .split(/[;,]/)
    .some((directive) => directive.trim().toLowerCase() === 'upgrade-insecure-requests');
}

function splitOnce(text: string, separator: string): readonly [string, string?] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
