// The chain that the browser reported ends in a root that browsers no longer trust. It was accepted here, so someone added it to the device.
import { findWatchedIssuer } from '../certificate-evidence.ts';
import type { Finding, FindingExamples } from '../finding.ts';
import { pageWithCertificate } from '../certificate-examples.ts';

export const finding = {
  id: 'certificate-issuer-distrusted',
  severity: 'danger',
  subject: 'certificate',
  needs: ['certificate'],
  find: (record) => findWatchedIssuer(record, 'root'),
} as const satisfies Finding;

export const examples = (): FindingExamples => ({
  fires: [pageWithCertificate('under-distrusted-root', 'distrusted-root')],
  silent: [
    pageWithCertificate('under-distrusted-root'),
    pageWithCertificate('watched'),
    pageWithCertificate('ample'),
  ],
});
