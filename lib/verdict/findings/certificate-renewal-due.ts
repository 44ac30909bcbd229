// A third of the certificate's life is left, or 30 days: the next one should be there. Advice, as nothing is wrong yet.
import { findLifetime } from '../certificate-evidence.ts';
import type { Finding, FindingExamples } from '../finding.ts';
import { pageWithCertificate } from '../certificate-examples.ts';

export const finding = {
  id: 'certificate-renewal-due',
  severity: 'advice',
  subject: 'certificate',
  needs: ['certificate'],
  find: (record) => findLifetime(record, 'renewal-due'),
} as const satisfies Finding;

export const examples = (): FindingExamples => ({
  fires: [pageWithCertificate('renewal-due')],
  silent: [pageWithCertificate('ample'), pageWithCertificate('last-days'), pageWithCertificate('expired')],
});
