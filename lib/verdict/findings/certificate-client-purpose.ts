// The certificate may also identify a client; the next one may not. Advice for services that use it to authenticate elsewhere.
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
