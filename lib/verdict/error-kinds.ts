// Which certificate errors a page has. Browsers name an overridden error vaguely; the certificate that they deliver with the page shows what
// it is. What a browser names exactly is never changed.
import type { CertificateErrorKind } from '../record/certificate-error.ts';
import type { PageRecord } from '../record/record.ts';
import { deliveredCertificate } from './page-certificate.ts';

const SECOND = 1000;

export interface ErrorKind {
  readonly kind: CertificateErrorKind;
  /** What decided: the browser's own word, or the certificate's dates or names behind a vague one. */
  readonly by: 'browser' | 'dates' | 'names';
}

/** The kinds of error, none on a page without one. A vague one may turn out to be several. */
export function errorKinds(record: PageRecord): readonly ErrorKind[] {
  const kind = record.refusal?.kind ?? record.override?.kind;
  if (kind === undefined) return [];
  const exact = refine(record, kind);
  return exact.length === 0 ? [{ kind, by: 'browser' }] : exact;
}

function refine(record: PageRecord, kind: CertificateErrorKind): readonly ErrorKind[] {
  const told = deliveredCertificate(record);
  if (told === null) return [];
  const { certificate, at } = told;
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
