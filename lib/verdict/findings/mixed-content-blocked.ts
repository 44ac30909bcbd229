// Blockable mixed content: the browser did not load it. https://www.w3.org/TR/mixed-content/#should-block-fetch
import { findLoads } from '../evidence.ts';
import { pageAt, pageWithMixed } from '../example.ts';
import type { Finding, FindingDocs, FindingExamples } from '../finding.ts';

export const finding = {
  id: 'mixed-content-blocked',
  severity: 'warning',
  subject: 'content',
  needs: ['content'],
  find: (record) => findLoads(record, 'blocked'),
} as const satisfies Finding;

export const docs: FindingDocs = {
  finds:
    'An https page requested something over plain http that browsers block. The browser reported it, or the kind of load leaves no other outcome (W3C Mixed Content).',
  doesNotSay:
    'Whether the page works without it. Loads that nobody could see are not counted: what workers, style sheets and scripts ask for shows only where the browser lists it.',
};

export const examples = (): FindingExamples => ({
  fires: [pageWithMixed({ outcome: 'blocked' })],
  silent: [
    pageAt('https://example.com/'),
    pageWithMixed({ outcome: 'upgraded' }),
    pageWithMixed({ kind: 'form', class: 'form', outcome: 'would-be-sent' }),
    pageWithMixed({ outcome: 'upgraded-by-policy' }),
  ],
});
