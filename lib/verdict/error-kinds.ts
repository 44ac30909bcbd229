// The certificate errors of a page. For an overridden error browsers may give a vague code; the certificate that they deliver with the page shows the
// cause. An exact code is never changed.
import type { CertificateErrorKind } from '../record/certificate-error.ts';
import type { PageRecord } from '../record/record.ts';
import { deliveredCertificate } from './page-certificate.ts';

const SECOND = 1000;

export interface ErrorKind {
  readonly kind: CertificateErrorKind;
  /** What decided: the browser's code, or the certificate's dates or names if the code is vague. */
  readonly by: 'browser' | 'dates' | 'names';
}

/** Returns the kinds of error; none for a page without an error. A vague code may stand for several kinds. */
export function errorKinds(record: PageRecord): readonly ErrorKind[] {
  const kind = record.refusal?.kind ?? record.override?.kind;
  if (kind === undefined) return [];
  const exact = refine(record, kind);
  return exact.length === 0 ? [{ kind, by: 'browser' }] : exact;
}

function refine(record: PageRecord, kind: CertificateErrorKind): readonly ErrorKind[] {
  const delivered = deliveredCertificate(record);
  if (delivered === null) return [];
  const { certificate, at } = delivered;
  const kinds: ErrorKind[] = [];
  if (kind === 'date-invalid' || kind === 'invalid') {
    // The last second is included (RFC 5280, 4.1.2.5).
    if (certificate.notAfter + SECOND <= at) kinds.push({ kind: 'expired', by: 'dates' });
    if (certificate.notBefore > at) kinds.push({ kind: 'not-yet-valid', by: 'dates' });
  }
  if ((kind === 'issuer-unknown' || kind === 'invalid') && certificate.selfIssued) {
    kinds.push({ kind: 'self-signed', by: 'names' });
  }
  return kinds;
}
