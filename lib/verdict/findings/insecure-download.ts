// An https page offers a file over http.
import { findMixed } from '../evidence.ts';
import { pageAt, pageWithMixed } from '../example.ts';
import type { Finding, FindingDocs, FindingExamples } from '../finding.ts';

export const finding = {
  id: 'insecure-download',
  severity: 'notice',
  subject: 'content',
  needs: ['content'],
  find: (record) =>
    findMixed(record, (entry) => entry.class === 'download' && entry.outcome !== 'upgraded-by-policy'),
} as const satisfies Finding;

export const docs: FindingDocs = {
  finds:
    "An https page has a download link that leads to plain http, and the page's policy does not upgrade it.",
  doesNotSay:
    'Whether the file was downloaded, what is in it, or downloads that a server starts without `download` on the link.',
};

export const examples = (): FindingExamples => ({
  fires: [pageWithMixed({ kind: 'download', class: 'download', outcome: 'would-be-sent' })],
  silent: [
    pageAt('https://example.com/'),
    pageWithMixed({ kind: 'form', class: 'form', outcome: 'would-be-sent' }),
    pageWithMixed({ kind: 'download', class: 'download', outcome: 'upgraded-by-policy' }),
  ],
});
