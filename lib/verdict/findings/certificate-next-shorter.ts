// The next certificate will have a shorter lifetime, by the issuer's schedule or by the rules for all issuers. Advice for owners who renew manually.
import { findShorterNext } from '../certificate-evidence.ts';
import type { Finding, FindingExamples } from '../finding.ts';
import { pageWithCertificate } from '../certificate-examples.ts';

export const finding = {
  id: 'certificate-next-shorter',
  severity: 'advice',
  subject: 'certificate',
  needs: ['certificate'],
  find: findShorterNext,
} as const satisfies Finding;

export const examples = (): FindingExamples => ({
  fires: [pageWithCertificate('next-shorter')],
  silent: [pageWithCertificate('ample'), pageWithCertificate('extended')],
});
