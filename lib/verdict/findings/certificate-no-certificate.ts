// The server reports that it has no certificate for this name: the alert unrecognized_name (RFC 6066, 3).
import { certificateErrorFinding } from '../certificate-error-finding.ts';
import { certificateErrorExamples } from '../certificate-examples.ts';
import type { FindingDocs } from '../finding.ts';

export const finding = certificateErrorFinding('no-certificate');

export const docs: FindingDocs = {
  finds: 'The server ended the handshake with the alert `unrecognized_name`: it has no site of this name.',
  doesNotSay: 'Whether the name is served elsewhere.',
};

export const examples = () =>
  certificateErrorExamples('no-certificate', 'ERR_SSL_UNRECOGNIZED_NAME_ALERT', 'wrong-name');
