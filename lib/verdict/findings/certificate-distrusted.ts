// The browser no longer trusts the issuer.
import { certificateErrorFinding } from '../certificate-error-finding.ts';
import { certificateErrorExamples } from '../certificate-examples.ts';
import type { FindingDocs } from '../finding.ts';

export const finding = certificateErrorFinding('distrusted');

export const docs: FindingDocs = {
  finds: 'The browser refused the page because it distrusts the certificate or its issuer.',
  doesNotSay: 'Whether this certificate was misused.',
};

export const examples = () =>
  certificateErrorExamples('distrusted', 'ERR_CERT_SYMANTEC_LEGACY', 'issuer-unknown');
