// The browser accepted a certificate with a key that is too short or a signature that can be forged; public issuers may not make such.
import { findWeakness } from '../certificate-evidence.ts';
import type { Finding, FindingExamples } from '../finding.ts';
import { pageWithCertificate } from '../certificate-examples.ts';

export const finding = {
  id: 'certificate-weak-accepted',
  severity: 'warning',
  subject: 'certificate',
  needs: ['certificate'],
  find: findWeakness,
} as const satisfies Finding;

export const examples = (): FindingExamples => ({
  fires: [pageWithCertificate('weak')],
  silent: [pageWithCertificate('ample')],
});
