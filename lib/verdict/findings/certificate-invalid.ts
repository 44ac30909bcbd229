// Any other refusal: the browser's code is the evidence.
import { certificateErrorFinding } from '../certificate-error-finding.ts';
import { certificateErrorExamples } from '../certificate-examples.ts';
import type { FindingDocs } from '../finding.ts';

export const finding = certificateErrorFinding('invalid');

export const docs: FindingDocs = {
  finds:
    'The browser reported a certificate or TLS error of no other kind here, or a broken connection without the reason.',
  doesNotSay: 'What is wrong: the browser reported only the code in the evidence.',
};

export const examples = () => certificateErrorExamples('invalid', 'ERR_CERT_INVALID', 'expired');
