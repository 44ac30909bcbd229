// http addresses in the page that the browser has not requested: elements that load nothing as they are. Advice, since nothing was sent.
import { findLoads } from '../evidence.ts';
import { pageAt, pageWithMixed } from '../example.ts';
import type { Finding, FindingExamples } from '../finding.ts';

export const finding = {
  id: 'mixed-content-idle',
  severity: 'advice',
  subject: 'content',
  needs: ['content'],
  find: (record) => findLoads(record, 'not-loaded'),
} as const satisfies Finding;

export const examples = (): FindingExamples => ({
  fires: [pageWithMixed({ outcome: 'not-loaded', evidence: ['dom'] })],
  silent: [
    pageAt('https://example.com/'),
    pageWithMixed({ outcome: 'blocked' }),
    pageWithMixed({ outcome: 'unknown' }),
    pageWithMixed({ outcome: 'upgraded-by-policy' }),
  ],
});
