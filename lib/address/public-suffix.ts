// The public suffix list (https://publicsuffix.org/list/): anyone can register a name under a public suffix, so a wildcard certificate for all
// of them would cover strangers (BR 3.2.2.6). ICANN section only, unless private suffixes (`github.io`) are asked for. Names under unknown
// top-level domains follow the list's default rule, as in Chromium. The list is large: only views and scripts may import this file.
import { getDomain, getPublicSuffix, parse } from 'tldts';

const ICANN_ONLY = { allowPrivateDomains: false, extractHostname: false, validateHostname: false };

/** Whether a name, in A-labels, is itself a public suffix, e.g. `co.uk` or `com`. */
export function isPublicSuffix(name: string): boolean {
  return getPublicSuffix(name, ICANN_ONLY) === name;
}

/**
 * The part of a DNS name that someone registered, e.g. `example.co.uk`; null for a public suffix. `private`: whether the suffixes of companies
 * count too, so that every name under `github.io` is a domain of its own.
 */
export function registrableDomain(name: string, options = { private: false }): string | null {
  return getDomain(name, { ...ICANN_ONLY, allowPrivateDomains: options.private });
}

/** The public suffix of a name, e.g. `co.uk`; the last label when the list has no rule for it (the default rule). */
export function publicSuffix(name: string): string | null {
  return getPublicSuffix(name, ICANN_ONLY);
}

/** Whether the list has a rule for the end of a name. Other names are invented, private, or younger than the list. */
export function hasKnownSuffix(name: string): boolean {
  return parse(name, ICANN_ONLY).isIcann === true;
}
