// Upgradeable mixed content: the browser requested it over https instead. https://www.w3.org/TR/mixed-content/#upgrade-algorithm
import { findLoads } from '../evidence.ts';
import { pageAt, pageWithMixed } from '../example.ts';
import type { Finding, FindingDocs, FindingExamples } from '../finding.ts';

export const finding = {
  id: 'mixed-content-upgraded',
  severity: 'notice',
  subject: 'content',
  needs: ['content'],
  find: (record) => findLoads(record, 'upgraded'),
} as const satisfies Finding;

export const docs: FindingDocs = {
  finds:
    "An https page requests something over plain http, and the browser requested it over https instead. Upgrades by the page's own policy are not counted.",
  doesNotSay: 'Whether the host answered over https.',
};

export const examples = (): FindingExamples => ({
  fires: [pageWithMixed({ kind: 'image', class: 'upgradeable', outcome: 'upgraded' })],
  silent: [
    pageAt('https://example.com/'),
    pageWithMixed({ outcome: 'blocked' }),
    pageWithMixed({ kind: 'form', class: 'form', outcome: 'would-be-sent' }),
    pageWithMixed({ outcome: 'upgraded-by-policy' }),
  ],
});
