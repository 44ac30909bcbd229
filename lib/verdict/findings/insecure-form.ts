// An https page has a form that would send its fields over http. https://www.w3.org/TR/mixed-content/#requirements-forms
import type { MixedOutcome } from '../../mixed-content/mixed-content.ts';
import { findMixed } from '../evidence.ts';
import { pageAt, pageWithMixed } from '../example.ts';
import type { Finding, FindingDocs, FindingExamples } from '../finding.ts';

const SAFE: ReadonlySet<MixedOutcome> = new Set(['upgraded-by-policy', 'not-loaded']);

export const finding = {
  id: 'insecure-form',
  severity: 'warning',
  subject: 'content',
  needs: ['content'],
  // A page whose policy upgrades requests also sends its forms over https; the sandbox of a frame may forbid forms.
  find: (record) => findMixed(record, ({ class: mixed, outcome }) => mixed === 'form' && !SAFE.has(outcome)),
} as const satisfies Finding;

export const docs: FindingDocs = {
  finds:
    "An https page has a form, or a button with a target of its own, that leads to plain http, and the page's policy does not upgrade it.",
  doesNotSay:
    'Whether the form was sent, or whether the target redirects to https: the request itself goes out first.',
};

export const examples = (): FindingExamples => ({
  fires: [pageWithMixed({ kind: 'form', class: 'form', outcome: 'would-be-sent' })],
  silent: [
    pageAt('https://example.com/'),
    pageWithMixed({ kind: 'download', class: 'download', outcome: 'would-be-sent' }),
    pageWithMixed({ kind: 'form', class: 'form', outcome: 'upgraded-by-policy' }),
    pageWithMixed({ kind: 'form', class: 'form', outcome: 'not-loaded' }),
  ],
});
