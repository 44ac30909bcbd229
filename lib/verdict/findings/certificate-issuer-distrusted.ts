// The chain that the browser reported ends in a root that browsers no longer trust. This browser accepted it, so the root was added to the device.
import { findWatchedIssuer } from '../certificate-evidence.ts';
import type { Finding, FindingDocs, FindingExamples } from '../finding.ts';
import { pageWithCertificate } from '../certificate-examples.ts';

export const finding = {
  id: 'certificate-issuer-distrusted',
  severity: 'danger',
  subject: 'certificate',
  needs: ['certificate'],
  find: (record) => findWatchedIssuer(record, 'root'),
} as const satisfies Finding;

export const docs: FindingDocs = {
  finds:
    'The chain that the browser reported ends in a root of a family that browsers stopped trusting (`lib/certificate/judge/issuer-watch-data.ts` has them with dates and sources), and an act of a browser covers this certificate by its dates.',
  doesNotSay: 'Who added the root, or why.',
};

export const examples = (): FindingExamples => ({
  fires: [pageWithCertificate('under-distrusted-root', 'distrusted-root')],
  silent: [
    pageWithCertificate('under-distrusted-root'),
    pageWithCertificate('watched'),
    pageWithCertificate('ample'),
  ],
});
