// The certificate does not name this host.
import { certificateErrorFinding } from '../certificate-error-finding.ts';
import { certificateErrorExamples } from '../certificate-examples.ts';
import type { FindingDocs } from '../finding.ts';

export const finding = certificateErrorFinding('wrong-name');

export const docs: FindingDocs = {
  finds: 'The browser found that the certificate does not name the host of the page.',
  doesNotSay: 'Which names the certificate has, or whether the owner or someone in between is the cause.',
};

export const examples = () =>
  certificateErrorExamples('wrong-name', 'ERR_CERT_COMMON_NAME_INVALID', 'date-invalid');
