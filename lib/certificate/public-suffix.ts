// The public suffix list, ICANN section only: under a public suffix everyone can register a name, so a wildcard there would speak for
// strangers (BR 3.2.2.6). Names under unknown top-level domains follow the list's default rule, as in Chromium.
import { getDomain, getPublicSuffix } from 'tldts';

const ICANN_ONLY = { allowPrivateDomains: false, extractHostname: false, validateHostname: false };

/** Whether a name, in A-labels, is itself a public suffix, e.g. `co.uk` or `com`. */
export function isPublicSuffix(name: string): boolean {
  return getPublicSuffix(name, ICANN_ONLY) === name;
}

/** The part of a name that someone registered, e.g. `example.co.uk`; null for a public suffix. */
export function registrableDomain(name: string): string | null {
  return getDomain(name, ICANN_ONLY);
}
