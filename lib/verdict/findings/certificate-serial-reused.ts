// Firefox knows another certificate of the same issuer with the same serial number (RFC 5280, 4.1.2.2).
import { certificateErrorFinding } from '../certificate-error-finding.ts';
import { certificateErrorExamples } from '../certificate-examples.ts';
import type { FindingDocs } from '../finding.ts';

export const finding = certificateErrorFinding('serial-reused');

export const docs: FindingDocs = {
  finds:
    'Firefox refused the certificate because it knows another one with the same issuer and serial number.',
  doesNotSay: 'Which of the two is the right one.',
};

export const examples = () =>
  certificateErrorExamples('serial-reused', 'SEC_ERROR_REUSED_ISSUER_AND_SERIAL', 'invalid');
