// The next certificate will have a shorter lifetime, by the issuer's schedule or by the rules for all issuers. Advice for owners who renew manually.
import { findShorterNext } from '../certificate-evidence.ts';
import type { Finding, FindingDocs, FindingExamples } from '../finding.ts';
import { pageWithCertificate } from '../certificate-examples.ts';

export const finding = {
  id: 'certificate-next-shorter',
  severity: 'advice',
  subject: 'certificate',
  needs: ['certificate'],
  find: findShorterNext,
} as const satisfies Finding;

export const docs: FindingDocs = {
  finds:
    "The delivered certificate is one of a public root, and by the time it is due for renewal new ones live shorter than it does: by the issuer's own calendar (`lib/certificate/judge/renewal.ts`) or by the rules for all public CAs.",
  doesNotSay:
    'Whether renewal is automatic, or which of several profiles of an issuer the next one will have.',
};

export const examples = (): FindingExamples => ({
  fires: [pageWithCertificate('next-shorter')],
  silent: [pageWithCertificate('ample'), pageWithCertificate('extended')],
});
