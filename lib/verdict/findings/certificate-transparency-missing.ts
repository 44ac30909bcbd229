// The certificate is in no public log that the browser accepts (RFC 6962).
import { certificateErrorFinding } from '../certificate-error-finding.ts';
import { certificateErrorExamples } from '../certificate-examples.ts';
import type { FindingDocs } from '../finding.ts';

export const finding = certificateErrorFinding('transparency-missing');

export const docs: FindingDocs = {
  finds: 'The browser refused the page because the certificate came without enough proof of public logging.',
  doesNotSay: 'Whether the certificate is in a log after all, or whether the owner knows of it.',
};

export const examples = () =>
  certificateErrorExamples('transparency-missing', 'ERR_CERTIFICATE_TRANSPARENCY_REQUIRED', 'revoked');
