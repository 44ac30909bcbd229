// Chromium has one code for "expired" and "not yet valid".
import { certificateErrorFinding } from '../certificate-error-finding.ts';
import { certificateErrorExamples } from '../certificate-examples.ts';

export const finding = certificateErrorFinding('date-invalid');

export const examples = () => certificateErrorExamples('date-invalid', 'ERR_CERT_DATE_INVALID', 'wrong-name');
