// The browser expects another key for this name (RFC 7469, built-in pins).
import { certificateErrorFinding } from '../certificate-error-finding.ts';
import { certificateErrorExamples } from '../certificate-examples.ts';

export const finding = certificateErrorFinding('key-pinned');

export const examples = () =>
  certificateErrorExamples('key-pinned', 'ERR_SSL_PINNED_KEY_NOT_IN_CERT_CHAIN', 'issuer-unknown');
