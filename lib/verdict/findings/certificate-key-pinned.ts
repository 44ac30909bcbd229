// The browser expects another key for this name (RFC 7469, built-in pins).
import { certificateErrorFinding } from '../certificate-error-finding.ts';
import { certificateErrorExamples } from '../certificate-examples.ts';
import type { FindingDocs } from '../finding.ts';

export const finding = certificateErrorFinding('key-pinned');

export const docs: FindingDocs = {
  finds: 'The browser refused the page because the chain has none of the keys it carries for this site.',
  doesNotSay: 'Who re-encrypts or issued, or whether with permission.',
};

export const examples = () =>
  certificateErrorExamples('key-pinned', 'ERR_SSL_PINNED_KEY_NOT_IN_CERT_CHAIN', 'issuer-unknown');
