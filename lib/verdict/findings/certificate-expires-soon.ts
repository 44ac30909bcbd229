// The certificate is near its end: under a sixth of its life is left, or under three days of a life of more than ten.
import { findLifetime } from '../certificate-evidence.ts';
import { pageWithCertificate } from '../example.ts';
import type { Finding, FindingExamples } from '../finding.ts';

export const finding: Finding = {
  id: 'certificate-expires-soon',
  severity: 'notice',
  subject: 'certificate',
  needs: ['certificate'],
  find: (record) => findLifetime(record, 'warning'),
};

export const examples = (): FindingExamples => ({
  fires: [pageWithCertificate('last-days')],
  silent: [
    pageWithCertificate('ample'),
    pageWithCertificate('renewal-due'),
    pageWithCertificate('short-lived'),
    pageWithCertificate('expired'),
  ],
});
