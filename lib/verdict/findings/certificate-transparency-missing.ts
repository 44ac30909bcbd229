// It is in no public log that the browser accepts (RFC 6962).
import { certificateErrorFinding } from '../certificate-error-finding.ts';
import { certificateErrorExamples } from '../certificate-examples.ts';

export const finding = certificateErrorFinding('transparency-missing');

export const examples = () =>
  certificateErrorExamples('transparency-missing', 'ERR_CERTIFICATE_TRANSPARENCY_REQUIRED', 'revoked');
