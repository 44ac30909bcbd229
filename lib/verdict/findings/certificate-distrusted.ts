// The browser no longer trusts the issuer.
import { certificateErrorFinding } from '../certificate-error-finding.ts';
import { certificateErrorExamples } from '../certificate-examples.ts';

export const finding = certificateErrorFinding('distrusted');

export const examples = () =>
  certificateErrorExamples('distrusted', 'ERR_CERT_SYMANTEC_LEGACY', 'issuer-unknown');
