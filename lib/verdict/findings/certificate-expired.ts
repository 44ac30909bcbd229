// The certificate has run out.
import { certificateErrorFinding } from '../certificate-error-finding.ts';
import { certificateErrorExamples } from '../certificate-examples.ts';

export const finding = certificateErrorFinding('expired');

export const examples = () => certificateErrorExamples('expired', 'SEC_ERROR 11', 'not-yet-valid');
