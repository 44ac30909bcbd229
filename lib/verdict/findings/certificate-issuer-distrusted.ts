// The chain that the browser told ends in a root that browsers stopped trusting; here it was accepted all the same, so someone added it.
import { findWatchedIssuer } from '../certificate-evidence.ts';
import { pageWithCertificate } from '../example.ts';
import type { Finding, FindingExamples } from '../finding.ts';

export const finding: Finding = {
  id: 'certificate-issuer-distrusted',
  severity: 'danger',
  subject: 'certificate',
  needs: ['certificate'],
  find: (record) => findWatchedIssuer(record, 'root'),
};

export const examples = (): FindingExamples => ({
  fires: [pageWithCertificate('under-distrusted-root', 'distrusted-root')],
  silent: [
    pageWithCertificate('under-distrusted-root'),
    pageWithCertificate('watched'),
    pageWithCertificate('ample'),
  ],
});
