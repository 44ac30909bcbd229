// The browser refused the certificate and the page was opened all the same: a state that stays visible.
import { found, overrideEvidence } from '../evidence.ts';
import { pageAt } from '../example.ts';
import type { Finding, FindingExamples } from '../finding.ts';
import { overriddenPage, refusedPage } from '../certificate-examples.ts';

export const finding = {
  id: 'certificate-overridden',
  severity: 'danger',
  subject: 'certificate',
  needs: ['override'],
  find: (record) => (record.override === null ? null : found([overrideEvidence(record.override)])),
} as const satisfies Finding;

export const examples = (): FindingExamples => ({
  fires: [overriddenPage('date-invalid', 'ERR_CERT_DATE_INVALID')],
  silent: [pageAt('https://example.com/'), refusedPage('expired', 'SEC_ERROR 11')],
});
