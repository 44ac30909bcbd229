// An https page that offers a file over clear text.
import { findMixed } from '../evidence.ts';
import { pageAt, pageWithMixed } from '../example.ts';
import type { Finding, FindingExamples } from '../finding.ts';

export const finding = {
  id: 'insecure-download',
  severity: 'notice',
  subject: 'content',
  needs: ['content'],
  find: (record) =>
    findMixed(record, (entry) => entry.class === 'download' && entry.outcome !== 'upgraded-by-policy'),
} as const satisfies Finding;

export const examples = (): FindingExamples => ({
  fires: [pageWithMixed({ kind: 'download', class: 'download', outcome: 'would-be-sent' })],
  silent: [
    pageAt('https://example.com/'),
    pageWithMixed({ kind: 'form', class: 'form', outcome: 'would-be-sent' }),
    pageWithMixed({ kind: 'download', class: 'download', outcome: 'upgraded-by-policy' }),
  ],
});
