// The navigation redirected from https to http and back: anyone on the network could have sent the visitor elsewhere.
import { findHops } from '../evidence.ts';
import { pageVia } from '../example.ts';
import type { Finding, FindingDocs, FindingExamples } from '../finding.ts';

export const finding = {
  id: 'insecure-redirect',
  severity: 'notice',
  subject: 'connection',
  needs: ['navigation'],
  find: (record) => findHops(record, true),
} as const satisfies Finding;

export const docs: FindingDocs = {
  finds:
    "A plain http request was answered by a redirect after the way to the page had been on https once. Steps that the browser itself rewrote to https don't count: they never reached the network.",
  doesNotSay: 'That anyone led the visitor elsewhere.',
};

export const examples = (): FindingExamples => ({
  fires: [pageVia('https://example.com/', 'http://example.com/home', 'https://example.com/home')],
  silent: [
    pageVia('http://example.com/', 'https://example.com/'),
    pageVia('https://example.com/a', 'https://example.com/b'),
    pageVia('https://example.com/', 'http://localhost/', 'https://example.com/home'),
  ],
});
