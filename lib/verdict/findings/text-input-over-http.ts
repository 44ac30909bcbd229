// Any other field that a user types into, on a page that the connection does not protect.
import { findExposedFields } from '../evidence.ts';
import { frameAt, pageAt, withFields } from '../example.ts';
import type { Finding, FindingDocs, FindingExamples } from '../finding.ts';

export const finding = {
  id: 'text-input-over-http',
  severity: 'warning',
  subject: 'content',
  needs: ['content'],
  find: (record) => findExposedFields(record, 'text'),
} as const satisfies Finding;

export const docs: FindingDocs = {
  finds:
    'A frame shows any other field that a person types into, without protection, as in [password-over-http](#password-over-http).',
  doesNotSay: 'What the field is for, or whether anything was typed or sent.',
};

export const examples = (): FindingExamples => ({
  fires: [
    withFields(pageAt('http://example.com/'), { text: 1 }),
    // An https frame inside an insecure page: the surrounding page can replace it.
    pageAt('http://example.com/', {
      frames: { '7': frameAt('https://login.example.com/', false, { text: 1 }) },
    }),
  ],
  silent: [
    withFields(pageAt('https://example.com/'), { text: 1 }),
    withFields(pageAt('http://localhost/'), { text: 1 }),
    pageAt('http://example.com/'),
  ],
});
