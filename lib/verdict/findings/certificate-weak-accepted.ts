// The browser accepted a certificate with a key that is too short or a signature that can be forged. Public issuers may not issue such certificates.
import { findWeakness } from '../certificate-evidence.ts';
import type { Finding, FindingDocs, FindingExamples } from '../finding.ts';
import { pageWithCertificate } from '../certificate-examples.ts';

export const finding = {
  id: 'certificate-weak-accepted',
  severity: 'warning',
  subject: 'certificate',
  needs: ['certificate'],
  find: findWeakness,
} as const satisfies Finding;

export const docs: FindingDocs = {
  finds:
    'The delivered certificate has an RSA key under 2,048 bits, a curve under 256 bits, or a signature with SHA-1 or MD5.',
  doesNotSay: 'Whether anyone has forged it.',
};

export const examples = (): FindingExamples => ({
  fires: [pageWithCertificate('weak')],
  silent: [pageWithCertificate('ample')],
});
