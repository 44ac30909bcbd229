// A payment card field that the connection does not protect (`autocomplete=cc-*`, HTML standard 4.10.18.7).
import { findExposedFields } from '../evidence.ts';
import { frameAt, pageAt, withFields } from '../example.ts';
import type { Finding, FindingExamples } from '../finding.ts';

export const finding = {
  id: 'card-over-http',
  severity: 'danger',
  subject: 'content',
  needs: ['content'],
  find: (record) => findExposedFields(record, 'card'),
} as const satisfies Finding;

export const examples = (): FindingExamples => ({
  fires: [
    withFields(pageAt('http://example.com/'), { card: 1 }),
    // An https frame inside an insecure page: the page around it can replace it.
    pageAt('http://example.com/', {
      frames: { '7': frameAt('https://login.example.com/', false, { card: 1 }) },
    }),
  ],
  silent: [
    withFields(pageAt('https://example.com/'), { card: 1 }),
    withFields(pageAt('http://localhost/'), { card: 1 }),
    pageAt('http://example.com/'),
  ],
});
