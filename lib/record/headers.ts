// The response headers of a page that the verdict uses.
import { DEEP_HEADER, readDocumentPolicy } from '../deep-check/deep-policy.ts';
import type { DeepKey } from '../deep-check/deep-policy.ts';
import { addPolicies, NO_POLICY } from '../mixed-content/csp.ts';
import type { Hsts, HstsFault, InvalidHsts, PageHeaders } from './navigation-record.ts';

/** A header in the shape that both browsers use. */
export interface ResponseHeader {
  readonly name: string;
  readonly value?: string | undefined;
}

/** The longest header that is read: a longer one is hostile or broken. */
const MAX_HEADER = 16_384;
/** The most characters of an invalid header that are stored as evidence. */
const MAX_SHOWN = 200;

/** Reads the relevant parts of a page's own response headers. */
export function readPageHeaders(headers: readonly ResponseHeader[]): PageHeaders {
  let hsts: Hsts | null = null;
  let invalidHsts: InvalidHsts | null = null;
  let hstsCount = 0;
  let effects = NO_POLICY;
  let isSealed = false;
  let deepKey: DeepKey | null = null;
  for (const { name, value } of headers) {
    if (value === undefined || value.length > MAX_HEADER) continue;
    switch (name.toLowerCase()) {
      case 'strict-transport-security':
        // RFC 6797, 8.1: only the first of several counts.
        if (hstsCount === 0) {
          const read = parseHsts(value);
          if (typeof read === 'string') invalidHsts = { why: read, value: value.slice(0, MAX_SHOWN) };
          else hsts = read;
        }
        hstsCount += 1;
        break;
      case 'content-security-policy':
        effects = addPolicies(effects, value);
        isSealed ||= hasSandboxWithoutForms(value);
        break;
      case DEEP_HEADER:
        deepKey = readDocumentPolicy(value) ?? deepKey;
        break;
    }
  }
  const { upgrades } = effects;
  const stopsForms = effects.stopsForms || isSealed;
  return { hsts, invalidHsts, hstsCount, upgradesInsecureRequests: upgrades, stopsForms, deepKey };
}

/** In a policy the first directive of a name counts. Markup cannot have this one (CSP 3, 6.3.2). */
const SANDBOX = /(?:^|;)\s*sandbox(?![^\s;])([^;]*)/i;

/** Whether one of these policies forbids the page's forms. */
function hasSandboxWithoutForms(policies: string): boolean {
  return policies.split(',').some((policy) => {
    const flags = SANDBOX.exec(policy)?.[1];
    return flags !== undefined && !/allow-forms/i.test(flags);
  });
}

/**
 * Parses Strict-Transport-Security by RFC 6797, 6.1: directives in any order, names case-insensitive, `max-age` required and in seconds, a repeated
 * directive makes the header invalid. Otherwise returns why browsers ignore it. A max-age beyond the range of a number is clamped.
 */
export function parseHsts(value: string): Hsts | HstsFault {
  // Servers and proxies that add the header twice may join the two; browsers do not separate them.
  if (value.replace(/"[^"]*"/g, '').includes(',')) return 'comma-joined';
  const directives = new Map<string, string>();
  for (const part of value.split(';')) {
    const [rawName, rawValue = ''] = splitOnce(part, '=');
    const name = rawName.trim().toLowerCase();
    if (name === '') continue;
    if (directives.has(name)) return 'directive-twice';
    directives.set(name, rawValue.trim().replace(/^"(.*)"$/, '$1'));
  }
  const maxAge = directives.get('max-age');
  if (maxAge === undefined) return 'no-max-age';
  if (!/^\d+$/.test(maxAge)) return 'bad-max-age';
  return {
    maxAge: Math.min(Number(maxAge), Number.MAX_SAFE_INTEGER),
    includeSubDomains: directives.has('includesubdomains'),
    preload: directives.has('preload'),
  };
}

function splitOnce(text: string, separator: string): readonly [string, string?] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
