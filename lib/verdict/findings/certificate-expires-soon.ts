// The certificate expires soon: a sixth of its lifetime is left, but 7 days at most.
import { findLifetime } from '../certificate-evidence.ts';
import type { Finding, FindingDocs, FindingExamples } from '../finding.ts';
import { pageWithCertificate } from '../certificate-examples.ts';

export const finding = {
  id: 'certificate-expires-soon',
  severity: 'notice',
  subject: 'certificate',
  needs: ['certificate'],
  find: (record) => findLifetime(record, 'notice'),
} as const satisfies Finding;

export const docs: FindingDocs = {
  finds:
    "A sixth of the delivered certificate's life is left, but 7 days at most, counted from when the browser reported it.",
  doesNotSay: 'Whether the next certificate is already at hand.',
};

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
