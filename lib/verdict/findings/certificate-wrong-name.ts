// The certificate does not name this host.
import { certificateErrorFinding } from '../certificate-error-finding.ts';
import { certificateErrorExamples } from '../certificate-examples.ts';

export const finding = certificateErrorFinding('wrong-name');

export const examples = () =>
  certificateErrorExamples('wrong-name', 'ERR_CERT_COMMON_NAME_INVALID', 'date-invalid');
