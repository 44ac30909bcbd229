// The certificate vouches for itself.
import { certificateErrorFinding } from '../certificate-error-finding.ts';
import { certificateErrorExamples } from '../certificate-examples.ts';

export const finding = certificateErrorFinding('self-signed');

export const examples = () =>
  certificateErrorExamples('self-signed', 'MOZILLA_PKIX_ERROR 14', 'unknown-root');
