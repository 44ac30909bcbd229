// The page redirects without end and never changes between https and http: two rules contradict each other, or the browser does not return a cookie.
import { addressEvidence, findLoop, found } from '../evidence.ts';
import { loopOver, pageVia } from '../example.ts';
import type { Finding, FindingDocs, FindingExamples } from '../finding.ts';
import { changesScheme } from '../../record/navigation-end.ts';

export const finding = {
  id: 'redirect-endless',
  severity: 'warning',
  subject: 'connection',
  needs: ['address'],
  find: (record) => {
    const { absence, navigation } = record;
    if (absence?.kind !== 'redirect-loop' || (navigation !== null && changesScheme(navigation))) return null;
    // The browser may report a loop whose steps were not seen.
    return findLoop(record) ?? found([addressEvidence(record)]);
  },
} as const satisfies Finding;

export const docs: FindingDocs = {
  finds:
    'The page could not be opened because it redirected without end, without going back and forth between http and https, or by steps that were not seen.',
  doesNotSay: 'Whether deleting cookies would help.',
};

export const examples = (): FindingExamples => ({
  fires: [
    loopOver('https://example.com/', 'https://www.example.com/'),
    { ...loopOver('https://example.com/', 'http://example.com/'), navigation: null },
  ],
  silent: [
    loopOver('https://example.com/', 'http://example.com/'),
    pageVia('https://example.com/', 'https://www.example.com/'),
  ],
});
