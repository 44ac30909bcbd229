// A password field that the connection does not protect.
import { findExposedFields } from '../evidence.ts';
import { frameAt, pageAt, withFields } from '../example.ts';
import type { Finding, FindingExamples } from '../finding.ts';

export const finding = {
  id: 'password-over-http',
  severity: 'danger',
  subject: 'content',
  needs: ['content'],
  find: (record) => findExposedFields(record, 'password'),
} as const satisfies Finding;

export const examples = (): FindingExamples => ({
  fires: [
    pageAt('http://example.com/', { frames: { '7': frameAt('data:text/html,x', false, { password: 1 }) } }),
    withFields(pageAt('http://example.com/'), { password: 1 }),
    // An https frame inside an insecure page: the page around it can replace it.
    pageAt('http://example.com/', {
      frames: { '7': frameAt('https://login.example.com/', false, { password: 1 }) },
    }),
  ],
  silent: [
    // Chromium never calls a data: frame a secure context; it is as safe as the page that made it.
    pageAt('https://example.com/', { frames: { '7': frameAt('data:text/html,x', false, { password: 1 }) } }),
    withFields(pageAt('https://example.com/'), { password: 1 }),
    withFields(pageAt('http://localhost/'), { password: 1 }),
    pageAt('http://example.com/'),
  ],
});
