// An issuer in the chain may not certify this name (RFC 5280, 4.2.1.10).
import { certificateErrorFinding } from '../certificate-error-finding.ts';
import { certificateErrorExamples } from '../certificate-examples.ts';

export const finding = certificateErrorFinding('name-constraint');

export const examples = () =>
  certificateErrorExamples('name-constraint', 'ERR_CERT_NAME_CONSTRAINT_VIOLATION', 'wrong-name');
