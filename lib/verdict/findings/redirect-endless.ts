// The page redirects without end and stays on https, or on http: two rules that contradict each other, or a cookie that never comes back.
import { addressEvidence, findLoop, found } from '../evidence.ts';
import { loopOver, pageVia } from '../example.ts';
import type { Finding, FindingExamples } from '../finding.ts';
import { changesScheme } from '../../record/navigation-end.ts';

export const finding = {
  id: 'redirect-endless',
  severity: 'warning',
  subject: 'connection',
  needs: ['address'],
  find: (record) => {
    const { absence, navigation } = record;
    if (absence?.kind !== 'redirect-loop' || (navigation !== null && changesScheme(navigation))) return null;
    // The browser may name the loop where its steps were not seen.
    return findLoop(record) ?? found([addressEvidence(record)]);
  },
} as const satisfies Finding;

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
