// Insecure content was loaded into an https page: settings or gaps of the browser allowed it.
import { findLoads } from '../evidence.ts';
import { pageAt, pageWithMixed } from '../example.ts';
import type { Finding, FindingDocs, FindingExamples } from '../finding.ts';

export const finding = {
  id: 'mixed-content-loaded',
  severity: 'warning',
  subject: 'content',
  needs: ['content'],
  find: (record) => findLoads(record, 'loaded'),
} as const satisfies Finding;

export const docs: FindingDocs = {
  finds: 'An https page requested something over plain http, and the browser reports that it was loaded.',
  doesNotSay: 'Whether it was changed on the way.',
};

export const examples = (): FindingExamples => ({
  fires: [pageWithMixed({ kind: 'image', class: 'upgradeable', outcome: 'loaded' })],
  silent: [
    pageAt('https://example.com/'),
    pageWithMixed({ outcome: 'blocked' }),
    pageWithMixed({ kind: 'form', class: 'form', outcome: 'would-be-sent' }),
    pageWithMixed({ outcome: 'upgraded-by-policy' }),
  ],
});
