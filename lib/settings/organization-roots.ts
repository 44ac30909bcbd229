// The policy's list of the organisation's own roots, and whether a connection stands under one. A file of its own: the background reads it.
import * as v from 'valibot';
import { readRecord } from './settings.ts';

/** The key as administrators write it. */
export const ORGANIZATION_ROOTS = 'organizationRoots';

/** Entries of the list at most. */
const MAX_ROOTS = 100;

/** The organisation's own roots, lower-case hex. */
export interface OrganizationRoots {
  /** SHA-256 of certificates of a chain: the root, or a CA under it. */
  readonly fingerprints: ReadonlySet<string>;
  /** Key identifiers of issuing CAs, as a leaf names them: all that can be compared where a browser gives the leaf alone. */
  readonly keys: ReadonlySet<string>;
}

const NO_ROOTS: OrganizationRoots = { fingerprints: new Set(), keys: new Set() };

const list = v.pipe(v.array(v.string()), v.maxLength(MAX_ROOTS));
const FINGERPRINT = /^[0-9a-f]{64}$/;
/** RFC 5280, 4.2.1.2 has SHA-1 of the key, 20 bytes; Windows and RFC 7093 write as much, or its first 20. */
const KEY = /^[0-9a-f]{40}$/;

/** The list in the value of the policy, and the entries that cannot be used; null: the value is no list. */
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

/** The list in whatever managed storage held; what cannot be used names nothing. */
export function parseOrganizationRoots(stored: unknown): OrganizationRoots {
  return readOrganizationRoots(readRecord(stored)[ORGANIZATION_ROOTS])?.roots ?? NO_ROOTS;
}

/**
 * Whether one of them stands above a leaf. `fingerprints`: SHA-256 of the certificates that the browser gave; `authorityKey`: the leaf's identifier of
 * its issuer's key, to be compared only where the browser gives no chain.
 */
export function isUnderOrganizationRoot(
  { fingerprints: roots, keys }: OrganizationRoots,
  fingerprints: readonly string[],
  authorityKey: string | null,
): boolean {
  return fingerprints.some((one) => roots.has(one)) || (authorityKey !== null && keys.has(authorityKey));
}
