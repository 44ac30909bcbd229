// The certificate is near its end: a sixth of its life is left, but 7 days at most.
import { findLifetime } from '../certificate-evidence.ts';
import type { Finding, FindingExamples } from '../finding.ts';
import { pageWithCertificate } from '../certificate-examples.ts';

export const finding = {
  id: 'certificate-expires-soon',
  severity: 'notice',
  subject: 'certificate',
  needs: ['certificate'],
  find: (record) => findLifetime(record, 'notice'),
} as const satisfies Finding;

export const examples = (): FindingExamples => ({
  fires: [pageWithCertificate('last-days')],
  silent: [
    pageWithCertificate('ample'),
    pageWithCertificate('renewal-due'),
    pageWithCertificate('short-lived'),
    pageWithCertificate('expired'),
    pageWithCertificate('last-day'),
  ],
});
