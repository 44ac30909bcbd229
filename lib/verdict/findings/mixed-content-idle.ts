// http addresses in the page that the browser has not requested, in elements that load nothing in their present state. Advice, since nothing was
// sent.
import { findLoads } from '../evidence.ts';
import { pageAt, pageWithMixed } from '../example.ts';
import type { Finding, FindingDocs, FindingExamples } from '../finding.ts';

export const finding = {
  id: 'mixed-content-idle',
  severity: 'advice',
  subject: 'content',
  needs: ['content'],
  find: (record) => findLoads(record, 'not-loaded'),
} as const satisfies Finding;

export const docs: FindingDocs = {
  finds:
    "An https page names http addresses that the browser has not requested: the element loads nothing as it is (a disabled style sheet, a script for browsers without modules, a frame that waits to be scrolled to, a video with `preload=none`), or the browser's list of loads, which always has a request of that kind, does not have it.",
  doesNotSay: 'That nothing will be requested while the page stays open.',
};

export const examples = (): FindingExamples => ({
  fires: [pageWithMixed({ outcome: 'not-loaded', evidence: ['dom'] })],
  silent: [
    pageAt('https://example.com/'),
    pageWithMixed({ outcome: 'blocked' }),
    pageWithMixed({ outcome: 'unknown' }),
    pageWithMixed({ outcome: 'upgraded-by-policy' }),
  ],
});
