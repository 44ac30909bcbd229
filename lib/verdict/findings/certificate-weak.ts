// Its key or signature can be forged with today's means.
import { certificateErrorFinding } from '../certificate-error-finding.ts';
import { certificateErrorExamples } from '../certificate-examples.ts';

export const finding = certificateErrorFinding('weak');

export const examples = () =>
  certificateErrorExamples('weak', 'ERR_CERT_WEAK_SIGNATURE_ALGORITHM', 'revoked');
