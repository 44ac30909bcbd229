// The certificate has expired.
import { certificateErrorFinding } from '../certificate-error-finding.ts';
import { certificateErrorExamples } from '../certificate-examples.ts';
import type { FindingDocs } from '../finding.ts';

export const finding = certificateErrorFinding('expired');

export const docs: FindingDocs = {
  finds:
    "The browser refused the page because a certificate had expired, its own or its issuer's. Firefox reports this; Chromium reports [certificate-date-invalid](#certificate-date-invalid).",
  doesNotSay: "Whether this device's clock is right, or since when the certificate has been out of date.",
};

export const examples = () => certificateErrorExamples('expired', 'SEC_ERROR 11', 'not-yet-valid');
