// The issuer revoked the certificate.
import { certificateErrorFinding } from '../certificate-error-finding.ts';
import { certificateErrorExamples } from '../certificate-examples.ts';

export const finding = certificateErrorFinding('revoked');

export const examples = () => certificateErrorExamples('revoked', 'ERR_CERT_REVOKED', 'weak');
