// Firefox knows another certificate of the same issuer with the same serial number (RFC 5280, 4.1.2.2).
import { certificateErrorFinding } from '../certificate-error-finding.ts';
import { certificateErrorExamples } from '../certificate-examples.ts';

export const finding = certificateErrorFinding('serial-reused');

export const examples = () =>
  certificateErrorExamples('serial-reused', 'SEC_ERROR_REUSED_ISSUER_AND_SERIAL', 'invalid');
