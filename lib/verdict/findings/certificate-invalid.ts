// Any other refusal: the browser's code is the evidence.
import { certificateErrorFinding } from '../certificate-error-finding.ts';
import { certificateErrorExamples } from '../certificate-examples.ts';

export const finding = certificateErrorFinding('invalid');

export const examples = () => certificateErrorExamples('invalid', 'ERR_CERT_INVALID', 'expired');
