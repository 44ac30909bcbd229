// Chromium has one code for "self-signed" and "unknown root".
import { certificateErrorFinding } from '../certificate-error-finding.ts';
import { certificateErrorExamples } from '../certificate-examples.ts';

export const finding = certificateErrorFinding('issuer-unknown');

export const examples = () =>
  certificateErrorExamples('issuer-unknown', 'ERR_CERT_AUTHORITY_INVALID', 'wrong-name');
