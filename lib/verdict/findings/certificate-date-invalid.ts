// Chromium has one code for "expired" and "not yet valid".
import { certificateErrorFinding } from '../certificate-error-finding.ts';
import { certificateErrorExamples } from '../certificate-examples.ts';
import type { FindingDocs } from '../finding.ts';

export const finding = certificateErrorFinding('date-invalid');

export const docs: FindingDocs = {
  finds:
    'The browser found a certificate outside its dates and does not report on which side: Chromium always, Firefox when the visitor continued past the warning.',
  doesNotSay: "Which of the two it was, or whether this device's clock is right.",
};

export const examples = () => certificateErrorExamples('date-invalid', 'ERR_CERT_DATE_INVALID', 'wrong-name');
