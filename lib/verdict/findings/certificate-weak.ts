// The certificate's key or signature can be forged with current means.
import { certificateErrorFinding } from '../certificate-error-finding.ts';
import { certificateErrorExamples } from '../certificate-examples.ts';
import type { FindingDocs } from '../finding.ts';

export const finding = certificateErrorFinding('weak');

export const docs: FindingDocs = {
  finds:
    'The browser refused the page because of a key or signature that is too weak, in the certificate or in the key exchange.',
  doesNotSay: 'That anyone has broken it.',
};

export const examples = () =>
  certificateErrorExamples('weak', 'ERR_CERT_WEAK_SIGNATURE_ALGORITHM', 'revoked');
