// Its key or the certificate is not made for a server: key usage, extended key usage, a CA's own certificate (RFC 5280, 4.2.1.3, 4.2.1.9, 4.2.1.12).
import { certificateErrorFinding } from '../certificate-error-finding.ts';
import { certificateErrorExamples } from '../certificate-examples.ts';

export const finding = certificateErrorFinding('wrong-use');

export const examples = () =>
  certificateErrorExamples('wrong-use', 'SEC_ERROR_INADEQUATE_KEY_USAGE', 'invalid');
