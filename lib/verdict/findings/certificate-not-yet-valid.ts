// The certificate begins in the future: usually the clock of this device is wrong.
import { certificateErrorFinding } from '../certificate-error-finding.ts';
import { certificateErrorExamples } from '../certificate-examples.ts';
import type { FindingDocs } from '../finding.ts';

export const finding = certificateErrorFinding('not-yet-valid');

export const docs: FindingDocs = {
  finds:
    'The browser refused the page because a certificate was not valid yet. Firefox reports this; Chromium reports [certificate-date-invalid](#certificate-date-invalid).',
  doesNotSay: "Whether this device's clock is right.",
};

export const examples = () => certificateErrorExamples('not-yet-valid', 'MOZILLA_PKIX_ERROR 5', 'expired');
