// Requests that the page's policy or the browser upgraded to https, and whose element then failed to load.
import { findMixed } from '../evidence.ts';
import { pageAt, pageWithMixed } from '../example.ts';
import type { Finding, FindingDocs, FindingExamples } from '../finding.ts';
import type { MixedFact } from '../../mixed-content/mixed-entry.ts';

export const finding = {
  id: 'upgrade-failed',
  severity: 'advice',
  subject: 'content',
  needs: ['content'],
  find: (record) =>
    findMixed(
      record,
      ({ outcome, facts }) =>
        (outcome === 'upgraded' || outcome === 'upgraded-by-policy') &&
        facts.some((fact) => fact.outcome === 'failed'),
    ),
} as const satisfies Finding;

const FAILED: MixedFact = {
  word: 'script',
  via: 'dom',
  outcome: 'failed',
  policy: true,
  wide: false,
  source: null,
};

export const docs: FindingDocs = {
  finds:
    "A request was turned into https, by the page's policy or by the browser, and its element then failed to load.",
  doesNotSay: 'Why it failed, and nothing of requests without an element: fonts, and what scripts ask for.',
};

export const examples = (): FindingExamples => ({
  fires: [pageWithMixed({ outcome: 'upgraded-by-policy', facts: [FAILED] })],
  silent: [
    pageAt('https://example.com/'),
    pageWithMixed({ outcome: 'upgraded-by-policy' }),
    pageWithMixed({ outcome: 'blocked', facts: [{ ...FAILED, policy: false }] }),
  ],
});
