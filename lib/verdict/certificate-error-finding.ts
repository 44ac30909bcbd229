// The shared part of the findings for certificate errors: the kinds differ in their words only.
import type { CertificateErrorKind } from '../record/certificate-error.ts';
import { findCertificateError } from './evidence.ts';
import type { Finding } from './finding.ts';

/** The finding for one kind of error, refused or overridden. */
export function certificateErrorFinding<Kind extends CertificateErrorKind>(kind: Kind) {
  return {
    id: `certificate-${kind}`,
    severity: 'danger',
    subject: 'certificate',
    needs: ['address'],
    find: (record) => findCertificateError(record, kind),
  } as const satisfies Finding;
}
