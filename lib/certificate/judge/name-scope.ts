// Judges which names one entry of subjectAltName covers (RFC 9525, 6.3; BR 3.2.2.6): one host, one level of hosts, or none.
import type { HostName } from '../describe/details.ts';
import { isPublicSuffix } from '../../address/public-suffix.ts';

export type NameScope =
  /** This name only. */
  | { readonly reach: 'host'; readonly name: string }
  /** Every name with exactly one label before `parent`. */
  | { readonly reach: 'one-level'; readonly parent: string }
  | { readonly reach: 'address'; readonly address: string }
  /** Nothing. `meant`: the name, or the parent of names, that it looks like; null when that is unknown. */
  | { readonly reach: 'nothing'; readonly why: IneffectiveName; readonly meant: string | null };

export type IneffectiveName =
  /** `f*.example.com`, `a.*.example.com`, `*` inside an A-label. */
  | 'partial-wildcard'
  /** `*.co.uk`, `*.com`, `*`. */
  | 'public-suffix-wildcard'
  /** A dNSName that is written like an IP address. */
  | 'address-as-name'
  /** Not ASCII, or characters and empty labels that no DNS name has. */
  | 'not-a-dns-name'
  /** An address with a mask, or of odd length. */
  | 'not-an-address';

/** Letters, digits, hyphens, and the underscore that browsers accept although RFC 5280 does not. */
const DNS_NAME = /^(?:[a-z0-9_-]{1,63}\.)*[a-z0-9_-]{1,63}$/;
const ADDRESS = /^(?:\d+\.){3}\d+$|:/;

/** The scope of an entry. Names are compared ASCII case-insensitively, without one trailing dot. */
export function scopeOf({ kind, value }: HostName): NameScope {
  if (kind === 'ip')
    return /[#/]/.test(value) ? nothing('not-an-address', null) : { reach: 'address', address: value };
  // ASCII only: toLowerCase would turn the Kelvin sign into a k.
  const name = value.replace(/[A-Z]/g, (char) => char.toLowerCase()).replace(/\.$/, '');
  if (name.includes('*')) return wildcardScope(name);
  if (ADDRESS.test(name)) return nothing('address-as-name', name);
  return DNS_NAME.test(name) ? { reach: 'host', name } : nothing('not-a-dns-name', null);
}

function wildcardScope(name: string): NameScope {
  if (name === '*') return nothing('public-suffix-wildcard', null);
  const parent = name.startsWith('*.') ? name.slice(2) : null;
  // The part right of the last `*` is the parent that the entry seems to mean.
  if (parent === null || parent.includes('*'))
    return nothing('partial-wildcard', name.slice(name.lastIndexOf('*') + 1).replace(/^[^.]*\./, ''));
  if (!DNS_NAME.test(parent)) return nothing('not-a-dns-name', null);
  return isPublicSuffix(parent) ? nothing('public-suffix-wildcard', parent) : { reach: 'one-level', parent };
}

function nothing(why: IneffectiveName, meant: string | null): NameScope {
  return { reach: 'nothing', why, meant };
}
