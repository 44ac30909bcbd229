// A password field that the connection does not protect.
import { findExposedFields } from '../evidence.ts';
import { frameAt, pageAt, withFields } from '../example.ts';
import type { Finding, FindingDocs, FindingExamples } from '../finding.ts';

export const finding = {
  id: 'password-over-http',
  severity: 'danger',
  subject: 'content',
  needs: ['content'],
  find: (record) => findExposedFields(record, 'password'),
} as const satisfies Finding;

export const docs: FindingDocs = {
  finds:
    'A frame of the page shows a password field now, also one that was added later, and what is typed there is not protected: the frame, or a page around it, came over plain http from another device. A text field counts that is a password in all but its type: named, labelled or marked (`autocomplete`) as one, or masked by CSS (`-webkit-text-security`). A document without an address of its own (`data:`, `blob:`, `about:srcdoc`) is as safe as the page that made it, whatever the browser says of its context.',
  doesNotSay: 'Whether anything was typed or sent, or whether anyone on the network looks.',
};

export const examples = (): FindingExamples => ({
  fires: [
    pageAt('http://example.com/', { frames: { '7': frameAt('data:text/html,x', false, { password: 1 }) } }),
    withFields(pageAt('http://example.com/'), { password: 1 }),
    // An https frame inside an insecure page: the surrounding page can replace it.
    pageAt('http://example.com/', {
      frames: { '7': frameAt('https://login.example.com/', false, { password: 1 }) },
    }),
  ],
  silent: [
    // Chromium never treats a data: frame as a secure context; it is as protected as the page that created it.
    pageAt('https://example.com/', { frames: { '7': frameAt('data:text/html,x', false, { password: 1 }) } }),
    withFields(pageAt('https://example.com/'), { password: 1 }),
    withFields(pageAt('http://localhost/'), { password: 1 }),
    pageAt('http://example.com/'),
  ],
});
