// Chromium has one code for "self-signed" and "unknown root".
import { certificateErrorFinding } from '../certificate-error-finding.ts';
import { certificateErrorExamples } from '../certificate-examples.ts';
import type { FindingDocs } from '../finding.ts';

export const finding = certificateErrorFinding('issuer-unknown');

export const docs: FindingDocs = {
  finds:
    'The browser found no trusted issuer and does not report more: Chromium always, Firefox when the visitor continued past the warning.',
  doesNotSay:
    'Whether the certificate is self-signed, an intermediate is missing or the root is not trusted.',
};

export const examples = () =>
  certificateErrorExamples('issuer-unknown', 'ERR_CERT_AUTHORITY_INVALID', 'wrong-name');
