// The page redirects between http and https without end, as an application does that does not know that it is reached over https. Browsers stop after
// 20 redirects (Fetch standard, 4.4).
import { findLoop } from '../evidence.ts';
import { loopOver, pageVia } from '../example.ts';
import type { Finding, FindingDocs, FindingExamples } from '../finding.ts';
import { changesScheme } from '../../record/navigation-end.ts';

export const finding = {
  id: 'redirect-loop',
  severity: 'warning',
  subject: 'connection',
  needs: ['navigation'],
  find: (record) =>
    record.navigation !== null && changesScheme(record.navigation) ? findLoop(record) : null,
} as const satisfies Finding;

export const docs: FindingDocs = {
  finds:
    'The page could not be opened because it redirected without end, and the navigation went from http to https and from https to http. The evidence has every step once; plain-text requests among them are named as such. A way counts as endless after 20 redirects (Fetch standard, 4.4), when the browser says so, or when an address came up three times before the request failed.',
  doesNotSay:
    'Which of the two sides is at fault; nor that it is so for everyone: a proxy may send others elsewhere.',
};

export const examples = (): FindingExamples => ({
  fires: [loopOver('https://example.com/', 'http://example.com/')],
  silent: [
    loopOver('https://example.com/', 'https://www.example.com/'),
    pageVia('https://example.com/', 'http://example.com/home', 'https://example.com/home'),
  ],
});
