// The issuer took the certificate back.
import { certificateErrorFinding } from '../certificate-error-finding.ts';
import { certificateErrorExamples } from '../certificate-examples.ts';

export const finding = certificateErrorFinding('revoked');

export const examples = () => certificateErrorExamples('revoked', 'ERR_CERT_REVOKED', 'weak');
