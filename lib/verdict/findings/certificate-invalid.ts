// Any other refusal: the browser's code is the evidence.
import { certificateErrorFinding } from '../certificate-error-finding.ts';
import { certificateErrorExamples } from '../certificate-examples.ts';
import type { FindingDocs } from '../finding.ts';

export const finding = certificateErrorFinding('invalid');

export const docs: FindingDocs = {
  finds:
    'The browser gave a certificate or TLS error of no other kind here, or says that the connection is broken without saying why.',
  doesNotSay: 'What is wrong; the code in the evidence is all that the browser told.',
};

export const examples = () => certificateErrorExamples('invalid', 'ERR_CERT_INVALID', 'expired');
