// Clear-text content that reached an https page: settings or gaps in the browser let it through.
import { findLoads } from '../evidence.ts';
import { pageAt, pageWithMixed } from '../example.ts';
import type { Finding, FindingExamples } from '../finding.ts';

export const finding = {
  id: 'mixed-content-loaded',
  severity: 'warning',
  subject: 'content',
  needs: ['content'],
  find: (record) => findLoads(record, 'loaded'),
} as const satisfies Finding;

export const examples = (): FindingExamples => ({
  fires: [pageWithMixed({ kind: 'image', class: 'upgradeable', outcome: 'loaded' })],
  silent: [
    pageAt('https://example.com/'),
    pageWithMixed({ outcome: 'blocked' }),
    pageWithMixed({ kind: 'form', class: 'form', outcome: 'would-be-sent' }),
    pageWithMixed({ outcome: 'upgraded-by-policy' }),
  ],
});
