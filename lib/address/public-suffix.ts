// The public suffix list, ICANN section only: under a public suffix everyone can register a name, so a wildcard there would speak for
// strangers (BR 3.2.2.6). Names under unknown top-level domains follow the list's default rule, as in Chromium.
import { getDomain, getPublicSuffix, parse } from 'tldts';

const ICANN_ONLY = { allowPrivateDomains: false, extractHostname: false, validateHostname: false };

/** Whether a name, in A-labels, is itself a public suffix, e.g. `co.uk` or `com`. */
export function isPublicSuffix(name: string): boolean {
  return getPublicSuffix(name, ICANN_ONLY) === name;
}

/** The part of a name that someone registered, e.g. `example.co.uk`; null for a public suffix. */
export function registrableDomain(name: string): string | null {
  return getDomain(name, ICANN_ONLY);
}

/** The public suffix of a name, e.g. `co.uk`; by the default rule, its last label, when the list knows none. */
export function publicSuffix(name: string): string | null {
  return getPublicSuffix(name, ICANN_ONLY);
}

/** Whether the list knows the end of a name. Names under others are made up, private, or younger than the list. */
export function hasKnownSuffix(name: string): boolean {
  return parse(name, ICANN_ONLY).isIcann === true;
}
