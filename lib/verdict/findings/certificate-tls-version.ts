// Server and browser share no protocol version or cipher (RFC 8996).
import { certificateErrorFinding } from '../certificate-error-finding.ts';
import { certificateErrorExamples } from '../certificate-examples.ts';

export const finding = certificateErrorFinding('tls-version');

export const examples = () =>
  certificateErrorExamples('tls-version', 'ERR_SSL_VERSION_OR_CIPHER_MISMATCH', 'invalid');
