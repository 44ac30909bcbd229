// Selects which certificates of a server's answer are kept: readable ones that name the host themselves and are not expired. A server that lies or
// errs can therefore only omit certificates.
import type { Certificate } from '../certificate/certificate.ts';
import { readBase64 } from '../certificate/read/read-base64.ts';
import { fromBase64 } from '../text/base64.ts';
import type { LoggedCertificate } from './look-up.ts';
import type { Issuance } from './read-issuances.ts';

/** The most certificates that are kept, and the most bytes of their base64: session storage has 10 MB. */
const MAX_KEPT = 20;
const MAX_SIZE = 700_000;
const SECOND = 1000;

export interface Picked {
  /** Newest first by notBefore. */
  readonly certificates: readonly LoggedCertificate[];
  /** Certificates that do not name the host, are expired, cannot be read, or are too many. */
  readonly leftOut: number;
}

/**
 * Picks the certificates for a host (A-labels, lower case). `now`: ms since epoch. `sha256`: returns the digest as hex, by a platform API. A
 * certificate and its precertificate count as one.
 */
export async function pickCertificates(
  issuances: readonly Issuance[],
  host: string,
  now: number,
  sha256: (der: Uint8Array) => Promise<string>,
): Promise<Picked> {
  const byIssuance = new Map<string, { readonly certificate: Certificate; readonly issuance: Issuance }>();
  let repeated = 0;
  for (const issuance of issuances) {
    const read = issuance.der === null ? null : readBase64(issuance.der);
    if (read === null || 'code' in read) continue;
    const { certificate } = read;
    if (certificate.notAfter + SECOND <= now || !namesHost(certificate, host)) continue;
    const key = `${certificate.serial} ${JSON.stringify(certificate.issuer)}`;
    const known = byIssuance.get(key);
    if (known !== undefined) repeated += 1;
    if (known === undefined || known.certificate.precertificate)
      byIssuance.set(key, { certificate, issuance });
  }
  const newest = [...byIssuance.values()].toSorted(
    (a, b) => b.certificate.notBefore - a.certificate.notBefore,
  );
  const certificates: LoggedCertificate[] = [];
  let size = 0;
  for (const { issuance } of newest.slice(0, MAX_KEPT)) {
    const der = issuance.der ?? '';
    size += der.length;
    if (size > MAX_SIZE) break;
    certificates.push({ der, sha256: await sha256(fromBase64(der)), revoked: issuance.revoked });
  }
  return { certificates, leftOut: issuances.length - certificates.length - repeated };
}

/**
 * Whether a certificate names a host: exactly, or by a wildcard for its first label (RFC 9525, 6.3). The rule for public suffixes is left to the
 * views, because the list is too large for the background.
 */
export function namesHost({ names }: Certificate, host: string): boolean {
  const wildcard = `*${host.slice(host.indexOf('.'))}`;
  return (names ?? []).some((name) => {
    if (name.kind !== 'dns') return false;
    const value = name.value.replace(/[A-Z]/g, (letter) => letter.toLowerCase()).replace(/\.$/, '');
    return value === host || (host.includes('.') && value === wildcard);
  });
}
