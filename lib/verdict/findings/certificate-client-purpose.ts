// The certificate may also identify a client; the next one may not. Advice for services that use it to authenticate elsewhere.
import { findLostClientPurpose } from '../certificate-evidence.ts';
import type { Finding, FindingDocs, FindingExamples } from '../finding.ts';
import { pageWithCertificate } from '../certificate-examples.ts';

export const finding = {
  id: 'certificate-client-purpose',
  severity: 'advice',
  subject: 'certificate',
  needs: ['certificate'],
  find: findLostClientPurpose,
} as const satisfies Finding;

export const docs: FindingDocs = {
  finds:
    'The delivered certificate is one of a public root, names client authentication among its purposes, and is due for renewal on 15 March 2027 or later, when new ones may be for servers alone (Chrome Root Program Policy 1.8).',
  doesNotSay: 'Whether anything uses it to identify a client.',
};

export const examples = (): FindingExamples => ({
  fires: [pageWithCertificate('for-clients-too')],
  silent: [pageWithCertificate('ample'), pageWithCertificate('next-shorter')],
});
