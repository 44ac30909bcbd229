// The certificate expires in hours or days: a tenth of its lifetime is left, at least 12 hours and at most 3 days.
import { findLifetime } from '../certificate-evidence.ts';
import type { Finding, FindingDocs, FindingExamples } from '../finding.ts';
import { pageWithCertificate } from '../certificate-examples.ts';

export const finding = {
  id: 'certificate-about-to-expire',
  severity: 'warning',
  subject: 'certificate',
  needs: ['certificate'],
  find: (record) => findLifetime(record, 'warning'),
} as const satisfies Finding;

export const docs: FindingDocs = {
  finds:
    'The delivered certificate ends in hours or days: a tenth of its life is left, at least 12 hours and at most 3 days, and half of its life is over.',
  doesNotSay: 'Whether a new one is already waiting.',
};

export const examples = (): FindingExamples => ({
  fires: [pageWithCertificate('last-day')],
  silent: [
    pageWithCertificate('ample'),
    pageWithCertificate('last-days'),
    pageWithCertificate('renewal-due'),
    pageWithCertificate('short-lived'),
    pageWithCertificate('expired'),
  ],
});
