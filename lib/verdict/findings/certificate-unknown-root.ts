// The chain is incomplete, or ends in a root that this browser does not trust.
import { certificateErrorFinding } from '../certificate-error-finding.ts';
import { certificateErrorExamples } from '../certificate-examples.ts';
import type { FindingDocs } from '../finding.ts';

export const finding = certificateErrorFinding('unknown-root');

export const docs: FindingDocs = {
  finds:
    'The browser refused the page because it does not know the issuer. Firefox reports this; Chromium reports [certificate-issuer-unknown](#certificate-issuer-unknown).',
  doesNotSay:
    'Whether an intermediate certificate is missing, the root is a private one, or someone in between signed.',
};

export const examples = () => certificateErrorExamples('unknown-root', 'SEC_ERROR 13', 'self-signed');
