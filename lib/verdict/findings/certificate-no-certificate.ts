// The server reports that it has no certificate for this name: the alert unrecognized_name (RFC 6066, 3).
import { certificateErrorFinding } from '../certificate-error-finding.ts';
import { certificateErrorExamples } from '../certificate-examples.ts';

export const finding = certificateErrorFinding('no-certificate');

export const examples = () =>
  certificateErrorExamples('no-certificate', 'ERR_SSL_UNRECOGNIZED_NAME_ALERT', 'wrong-name');
