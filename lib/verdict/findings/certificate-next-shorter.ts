// The next certificate will live shorter than this one, by the issuer's own calendar or the rules for all. Advice, for whoever renews by hand.
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
