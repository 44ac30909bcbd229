// An https page with a form that would send what is typed in clear text. https://www.w3.org/TR/mixed-content/#requirements-forms
import { findMixed } from '../evidence.ts';
import { pageAt, pageWithMixed } from '../example.ts';
import type { Finding, FindingExamples } from '../finding.ts';

export const finding: Finding = {
  id: 'insecure-form',
  severity: 'warning',
  subject: 'content',
  needs: ['content'],
  // A page that upgrades by its own policy sends its forms over https too.
  find: (record) =>
    findMixed(record, (entry) => entry.class === 'form' && entry.outcome !== 'upgraded-by-policy'),
};

export const examples = (): FindingExamples => ({
  fires: [pageWithMixed({ kind: 'form', class: 'form', outcome: 'would-be-sent' })],
  silent: [
    pageAt('https://example.com/'),
    pageWithMixed({ kind: 'download', class: 'download', outcome: 'would-be-sent' }),
    pageWithMixed({ kind: 'form', class: 'form', outcome: 'upgraded-by-policy' }),
  ],
});
