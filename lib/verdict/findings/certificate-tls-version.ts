// Server and browser share no protocol version or cipher (RFC 8996).
import { certificateErrorFinding } from '../certificate-error-finding.ts';
import { certificateErrorExamples } from '../certificate-examples.ts';
import type { FindingDocs } from '../finding.ts';

export const finding = certificateErrorFinding('tls-version');

export const docs: FindingDocs = {
  finds: 'The browser broke off because it and the server accept no common version of TLS or cipher.',
  doesNotSay: 'Which side is out of date, or whether the server lacks a certificate for the name.',
};

export const examples = () =>
  certificateErrorExamples('tls-version', 'ERR_SSL_VERSION_OR_CIPHER_MISMATCH', 'invalid');
