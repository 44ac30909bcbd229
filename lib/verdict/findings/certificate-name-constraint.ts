// An issuer in the chain may not certify this name (RFC 5280, 4.2.1.10).
import { certificateErrorFinding } from '../certificate-error-finding.ts';
import { certificateErrorExamples } from '../certificate-examples.ts';
import type { FindingDocs } from '../finding.ts';

export const finding = certificateErrorFinding('name-constraint');

export const docs: FindingDocs = {
  finds:
    'The browser refused the certificate, or it was overridden, because an issuer in the chain is limited to other names.',
  doesNotSay: 'Which of the names is outside: browsers do not name it.',
};

export const examples = () =>
  certificateErrorExamples('name-constraint', 'ERR_CERT_NAME_CONSTRAINT_VIOLATION', 'wrong-name');
