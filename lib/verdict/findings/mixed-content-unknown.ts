// An insecure request whose result was not observed.
import { findLoads } from '../evidence.ts';
import { pageAt, pageWithMixed } from '../example.ts';
import type { Finding, FindingDocs, FindingExamples } from '../finding.ts';

export const finding = {
  id: 'mixed-content-unknown',
  severity: 'notice',
  subject: 'content',
  needs: ['content'],
  find: (record) => findLoads(record, 'unknown'),
} as const satisfies Finding;

export const docs: FindingDocs = {
  finds: 'An https page asks for something over plain http, and nobody saw what became of it.',
  doesNotSay: 'That it was loaded, and neither that it was not.',
};

export const examples = (): FindingExamples => ({
  fires: [pageWithMixed({ kind: 'image', class: 'upgradeable', outcome: 'unknown' })],
  silent: [
    pageAt('https://example.com/'),
    pageWithMixed({ outcome: 'blocked' }),
    pageWithMixed({ kind: 'form', class: 'form', outcome: 'would-be-sent' }),
    pageWithMixed({ outcome: 'upgraded-by-policy' }),
  ],
});
