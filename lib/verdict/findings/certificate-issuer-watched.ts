// The certificate names an issuer that browsers stopped trusting. The name alone proves nothing: the browser saw the chain and decided.
import { findWatchedIssuer } from '../certificate-evidence.ts';
import type { Finding, FindingDocs, FindingExamples } from '../finding.ts';
import { pageWithCertificate } from '../certificate-examples.ts';

export const finding = {
  id: 'certificate-issuer-watched',
  severity: 'notice',
  subject: 'certificate',
  needs: ['certificate'],
  find: (record) => findWatchedIssuer(record, 'issuer-name'),
} as const satisfies Finding;

export const docs: FindingDocs = {
  finds:
    'The delivered certificate names an issuer of such a family, but the root above it was not reported.',
  doesNotSay: 'Under which root it stands.',
};

export const examples = (): FindingExamples => ({
  fires: [pageWithCertificate('watched')],
  silent: [pageWithCertificate('under-distrusted-root', 'distrusted-root'), pageWithCertificate('ample')],
});
