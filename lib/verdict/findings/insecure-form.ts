// An https page with a form that would send what is typed in clear text. https://www.w3.org/TR/mixed-content/#requirements-forms
import type { MixedOutcome } from '../../mixed-content/mixed-content.ts';
import { findMixed } from '../evidence.ts';
import { pageAt, pageWithMixed } from '../example.ts';
import type { Finding, FindingExamples } from '../finding.ts';

const SAFE: ReadonlySet<MixedOutcome> = new Set(['upgraded-by-policy', 'not-loaded']);

export const finding = {
  id: 'insecure-form',
  severity: 'warning',
  subject: 'content',
  needs: ['content'],
  // A page that upgrades by its own policy sends its forms over https too; a frame's sandbox may let none be sent.
  find: (record) => findMixed(record, ({ class: mixed, outcome }) => mixed === 'form' && !SAFE.has(outcome)),
} as const satisfies Finding;

export const examples = (): FindingExamples => ({
  fires: [pageWithMixed({ kind: 'form', class: 'form', outcome: 'would-be-sent' })],
  silent: [
    pageAt('https://example.com/'),
    pageWithMixed({ kind: 'download', class: 'download', outcome: 'would-be-sent' }),
    pageWithMixed({ kind: 'form', class: 'form', outcome: 'upgraded-by-policy' }),
    pageWithMixed({ kind: 'form', class: 'form', outcome: 'not-loaded' }),
  ],
});
