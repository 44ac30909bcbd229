// The policy's list of the organisation's own roots, and whether a chain ends in one. In a separate file, because the background imports it.
import * as v from 'valibot';
import { readRecord } from './settings.ts';

/** The key in the policy. */
export const ORGANIZATION_ROOTS = 'organizationRoots';

/** The most entries in the list. */
const MAX_ROOTS = 100;

/** The organisation's own roots, lower-case hex. */
export interface OrganizationRoots {
  /** SHA-256 of certificates in a chain: the root, or a CA under it. */
  readonly fingerprints: ReadonlySet<string>;
  /** Key identifiers of issuing CAs, as in the leaf's authorityKeyIdentifier: the only value to compare when a browser delivers the leaf alone. */
  readonly keys: ReadonlySet<string>;
}

const NO_ROOTS: OrganizationRoots = { fingerprints: new Set(), keys: new Set() };

const list = v.pipe(v.array(v.string()), v.maxLength(MAX_ROOTS));
const FINGERPRINT = /^[0-9a-f]{64}$/;
/** RFC 5280, 4.2.1.2 uses SHA-1 of the key, 20 bytes; Windows does the same, and RFC 7093 uses the first 20 bytes of longer hashes. */
const KEY = /^[0-9a-f]{40}$/;

/** Returns the list in the policy's value and the entries that cannot be used; null: the value is not a list. */
export function readOrganizationRoots(
  value: unknown,
): { readonly roots: OrganizationRoots; readonly bad: readonly string[] } | null {
  if (value === undefined) return { roots: NO_ROOTS, bad: [] };
  const result = v.safeParse(list, value);
  if (!result.success) return null;
  const entries = result.output.map((text) => [text, text.replace(/[\s:]/g, '').toLowerCase()] as const);
  const matching = (pattern: RegExp): ReadonlySet<string> =>
    new Set(entries.flatMap(([, hex]) => (pattern.test(hex) ? [hex] : [])));
  return {
    roots: { fingerprints: matching(FINGERPRINT), keys: matching(KEY) },
    bad: entries.flatMap(([text, hex]) => (FINGERPRINT.test(hex) || KEY.test(hex) ? [] : [text])),
  };
}

/** Returns the list from managed storage of any content; entries that cannot be used are ignored. */
export function parseOrganizationRoots(stored: unknown): OrganizationRoots {
  return readOrganizationRoots(readRecord(stored)[ORGANIZATION_ROOTS])?.roots ?? NO_ROOTS;
}

/**
 * Whether one of the roots is above a leaf. `fingerprints`: SHA-256 of the certificates that the browser delivered; `authorityKey`: the leaf's
 * authority key identifier, to be compared only when the browser delivers no chain.
 */
export function isUnderOrganizationRoot(
  { fingerprints: roots, keys }: OrganizationRoots,
  fingerprints: readonly string[],
  authorityKey: string | null,
): boolean {
  return fingerprints.some((one) => roots.has(one)) || (authorityKey !== null && keys.has(authorityKey));
}
