// The key or the certificate is not for a server: key usage, extended key usage, a CA certificate (RFC 5280, 4.2.1.3, 4.2.1.9, 4.2.1.12).
import { certificateErrorFinding } from '../certificate-error-finding.ts';
import { certificateErrorExamples } from '../certificate-examples.ts';
import type { FindingDocs } from '../finding.ts';

export const finding = certificateErrorFinding('wrong-use');

export const docs: FindingDocs = {
  finds:
    "The browser refused the certificate, or it was overridden, because its use does not fit a web server: key usage, extended key usage, a CA's certificate as the site's, a version 1 certificate as a CA.",
  doesNotSay: 'Whether the key is in the right hands.',
};

export const examples = () =>
  certificateErrorExamples('wrong-use', 'SEC_ERROR_INADEQUATE_KEY_USAGE', 'invalid');
