// The certificate may identify a client too; the next one may not. Advice, for services that use it to sign in elsewhere.
import { findLostClientPurpose } from '../certificate-evidence.ts';
import type { Finding, FindingExamples } from '../finding.ts';
import { pageWithCertificate } from '../certificate-examples.ts';

export const finding = {
  id: 'certificate-client-purpose',
  severity: 'advice',
  subject: 'certificate',
  needs: ['certificate'],
  find: findLostClientPurpose,
} as const satisfies Finding;

export const examples = (): FindingExamples => ({
  fires: [pageWithCertificate('for-clients-too')],
  silent: [pageWithCertificate('ample'), pageWithCertificate('next-shorter')],
});
