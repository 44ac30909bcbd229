// From what a server answered to what is kept: certificates that were read here, that name the host themselves and are not over. A server
// that lies, or errs, can so only leave something out.
import type { Certificate } from '../certificate/certificate.ts';
import { readCertificate } from '../certificate/read/read-certificate.ts';
import { DerError } from '../der/der-error.ts';
import { fromBase64 } from '../text/base64.ts';
import type { LoggedCertificate } from './look-up.ts';
import type { Issuance } from './read-issuances.ts';

/** Certificates kept, and their bytes in base64 in all: the browser's memory for a session holds 10 MB. */
const MAX_KEPT = 20;
const MAX_SIZE = 700_000;
const SECOND = 1000;

export interface Picked {
  /** Newest first by notBefore. */
  readonly certificates: readonly LoggedCertificate[];
  /** Entries that do not name the host, are over, cannot be read or are too many. */
  readonly leftOut: number;
}

/**
 * Picks the certificates for a host (A-labels, lower case). `now`: ms since epoch. `sha256`: hex of a digest, the platform's work. The
 * precertificate of a certificate that is there too counts as the same.
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
    const certificate = issuance.der === null ? null : tryRead(issuance.der);
    if (certificate === null || certificate.notAfter + SECOND <= now || !namesHost(certificate, host))
      continue;
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

function tryRead(der: string): Certificate | null {
  try {
    return readCertificate(fromBase64(der));
  } catch (error) {
    if (error instanceof DerError) return null;
    throw error;
  }
}

/**
 * Whether a certificate names a host: exactly, or by a wildcard for its first label (RFC 9525, 6.3). Without the public suffix list, which is
 * too long for the background: the views judge the whole rule.
 */
export function namesHost({ names }: Certificate, host: string): boolean {
  const wildcard = `*${host.slice(host.indexOf('.'))}`;
  return (names ?? []).some((name) => {
    if (name.kind !== 'dns') return false;
    const value = name.value.replace(/[A-Z]/g, (letter) => letter.toLowerCase()).replace(/\.$/, '');
    return value === host || (host.includes('.') && value === wildcard);
  });
}
