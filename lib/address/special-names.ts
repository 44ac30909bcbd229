// Names outside the public DNS: https://www.iana.org/assignments/special-use-domain-names (RFC 6761) and the suffixes that private networks use.

/** Suffixes that only a private network or this device resolves: RFC 6762, RFC 8375, ICANN's `.internal`, and those of home and office networks. */
const PRIVATE =
  /(?:^|\.)(?:local|localhost|localdomain|internal|intranet|private|lan|home|corp|mail|home\.arpa)$/;

/** Suffixes that a standard reserves and no private network uses: RFC 6761, RFC 7686, RFC 9476; `.arpa` is for infrastructure (RFC 3172). */
const RESERVED = /(?:^|\.)(?:test|example|invalid|onion|alt|arpa)$/;

/**
 * The kind of a name without a trailing dot. `private`: only a private network resolves it; single labels are private too. `reserved`: nobody can
 * register it. `other`: any other name, registered or not.
 */
export function kindOfName(name: string): 'private' | 'reserved' | 'other' {
  if (!name.includes('.') || PRIVATE.test(name)) return 'private';
  return RESERVED.test(name) ? 'reserved' : 'other';
}
