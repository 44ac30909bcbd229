// The certificate begins in the future: usually the clock of this device is wrong.
import { certificateErrorFinding } from '../certificate-error-finding.ts';
import { certificateErrorExamples } from '../certificate-examples.ts';

export const finding = certificateErrorFinding('not-yet-valid');

export const examples = () => certificateErrorExamples('not-yet-valid', 'MOZILLA_PKIX_ERROR 5', 'expired');
