// The browser refused the certificate, and the page was opened in spite of it. The finding stays for as long as the page is open.
import { found, overrideEvidence } from '../evidence.ts';
import { pageAt } from '../example.ts';
import type { Finding, FindingDocs, FindingExamples } from '../finding.ts';
import { overriddenPage, refusedPage } from '../certificate-examples.ts';

export const finding = {
  id: 'certificate-overridden',
  severity: 'danger',
  subject: 'certificate',
  needs: ['override'],
  find: (record) => (record.override === null ? null : found([overrideEvidence(record.override)])),
} as const satisfies Finding;

export const docs: FindingDocs = {
  finds:
    'The page is open although the browser found its certificate at fault: the browser reports so itself, or it refused the same origin earlier in this session and then opened it.',
  doesNotSay:
    'Who continued. After an earlier refusal it does not say that the warning was passed over either: the certificate may have been replaced in between.',
};

export const examples = (): FindingExamples => ({
  fires: [overriddenPage('date-invalid', 'ERR_CERT_DATE_INVALID')],
  silent: [pageAt('https://example.com/'), refusedPage('expired', 'SEC_ERROR 11')],
});
