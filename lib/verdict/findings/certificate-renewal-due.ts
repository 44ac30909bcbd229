// A third of the certificate's lifetime is left, or 30 days: the next one should be in place. Advice, because nothing is wrong yet.
import { findLifetime } from '../certificate-evidence.ts';
import type { Finding, FindingDocs, FindingExamples } from '../finding.ts';
import { pageWithCertificate } from '../certificate-examples.ts';

export const finding = {
  id: 'certificate-renewal-due',
  severity: 'advice',
  subject: 'certificate',
  needs: ['certificate'],
  find: (record) => findLifetime(record, 'renewal-due'),
} as const satisfies Finding;

export const docs: FindingDocs = {
  finds: "A third of the delivered certificate's life is left, or 30 days of a longer one.",
  doesNotSay: 'Whether renewal is automatic, and works.',
};

export const examples = (): FindingExamples => ({
  fires: [pageWithCertificate('renewal-due')],
  silent: [pageWithCertificate('ample'), pageWithCertificate('last-days'), pageWithCertificate('expired')],
});
