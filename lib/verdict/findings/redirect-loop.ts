// The page redirects between http and https without end: each side sends to the other, as an application does that does not know it is reached
// over https. Browsers give up after 20 redirects (Fetch standard, 4.4).
import { findLoop } from '../evidence.ts';
import { loopOver, pageVia } from '../example.ts';
import type { Finding, FindingExamples } from '../finding.ts';
import { changesScheme } from '../../record/navigation-end.ts';

export const finding = {
  id: 'redirect-loop',
  severity: 'warning',
  subject: 'connection',
  needs: ['navigation'],
  find: (record) =>
    record.navigation !== null && changesScheme(record.navigation) ? findLoop(record) : null,
} as const satisfies Finding;

export const examples = (): FindingExamples => ({
  fires: [loopOver('https://example.com/', 'http://example.com/')],
  silent: [
    loopOver('https://example.com/', 'https://www.example.com/'),
    pageVia('https://example.com/', 'http://example.com/home', 'https://example.com/home'),
  ],
});
