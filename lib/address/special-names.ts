// Names that are no names of the internet. https://www.iana.org/assignments/special-use-domain-names (RFC 6761) and what private networks use.

/** Names that only a private network or this device answers: RFC 6762, RFC 8375, ICANN's `.internal`, and what home and office networks use. */
const PRIVATE =
  /(?:^|\.)(?:local|localhost|localdomain|internal|intranet|private|lan|home|corp|mail|home\.arpa)$/;

/** Kept out of the public name system by a standard, and no network's own: RFC 6761, RFC 7686, RFC 9476; `.arpa` is for infrastructure (RFC 3172). */
const RESERVED = /(?:^|\.)(?:test|example|invalid|onion|alt|arpa)$/;

/**
 * What kind of name a host is. A name has no trailing dot. `private`: a private network answers it, as it does single labels; `reserved`: nobody
 * can register it; `other`: anything else, registered or not.
 */
export function kindOfName(name: string): 'private' | 'reserved' | 'other' {
  if (!name.includes('.') || PRIVATE.test(name)) return 'private';
  return RESERVED.test(name) ? 'reserved' : 'other';
}
