// The way left https for clear text and came back: whoever is on the network could have sent the visitor elsewhere.
import { findHops } from '../evidence.ts';
import { pageVia } from '../example.ts';
import type { Finding, FindingExamples } from '../finding.ts';

export const finding = {
  id: 'insecure-redirect',
  severity: 'notice',
  subject: 'connection',
  needs: ['navigation'],
  find: (record) => findHops(record, true),
} as const satisfies Finding;

export const examples = (): FindingExamples => ({
  fires: [pageVia('https://example.com/', 'http://example.com/home', 'https://example.com/home')],
  silent: [
    pageVia('http://example.com/', 'https://example.com/'),
    pageVia('https://example.com/a', 'https://example.com/b'),
    pageVia('https://example.com/', 'http://localhost/', 'https://example.com/home'),
  ],
});
