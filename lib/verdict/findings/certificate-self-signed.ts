// The certificate is self-signed.
import { certificateErrorFinding } from '../certificate-error-finding.ts';
import { certificateErrorExamples } from '../certificate-examples.ts';
import type { FindingDocs } from '../finding.ts';

export const finding = certificateErrorFinding('self-signed');

export const docs: FindingDocs = {
  finds:
    'The browser refused the page because the certificate is signed only by itself. Firefox reports this; Chromium reports [certificate-issuer-unknown](#certificate-issuer-unknown).',
  doesNotSay: 'Whether the certificate belongs to the site: it may, and nobody confirms it.',
};

export const examples = () =>
  certificateErrorExamples('self-signed', 'MOZILLA_PKIX_ERROR 14', 'unknown-root');
