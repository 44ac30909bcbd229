// The chain ends at a root that this browser does not know, or is incomplete.
import { certificateErrorFinding } from '../certificate-error-finding.ts';
import { certificateErrorExamples } from '../certificate-examples.ts';

export const finding = certificateErrorFinding('unknown-root');

export const examples = () => certificateErrorExamples('unknown-root', 'SEC_ERROR 13', 'self-signed');
