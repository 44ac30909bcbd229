// The issuer revoked the certificate.
import { certificateErrorFinding } from '../certificate-error-finding.ts';
import { certificateErrorExamples } from '../certificate-examples.ts';
import type { FindingDocs } from '../finding.ts';

export const finding = certificateErrorFinding('revoked');

export const docs: FindingDocs = {
  finds: 'The browser refused the page because the issuer has withdrawn the certificate.',
  doesNotSay:
    "Why it was withdrawn. And silence does not say that it was not: browsers don't check every certificate every time.",
};

export const examples = () => certificateErrorExamples('revoked', 'ERR_CERT_REVOKED', 'weak');
