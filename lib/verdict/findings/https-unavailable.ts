// The browser tried https first and got no page, so it shows a warning of its own instead of the http page (HTTPS-First).
// https://blog.chromium.org/2023/08/towards-https-by-default.html
import { found } from '../evidence.ts';
import { heldBackPage, loopOver, pageAt } from '../example.ts';
import type { Finding, FindingDocs, FindingExamples } from '../finding.ts';

export const finding = {
  id: 'https-unavailable',
  severity: 'advice',
  subject: 'connection',
  needs: ['address'],
  find: ({ absence, navigation, url }) =>
    absence?.kind === 'held-back'
      ? found([{ source: 'https-failed', params: [navigation?.url ?? url, absence.code] }])
      : null,
} as const satisfies Finding;

export const docs: FindingDocs = {
  finds:
    "The browser turned the page's http address into https itself (HTTPS-First, HTTPS-Only Mode, HSTS), got no page there, and does not show the http page. The page itself is not judged: nothing was opened. When https failed for its certificate, the finding of that error stands instead. Once the visitor continues in the browser's warning, the page is judged as the http page that it is.",
  doesNotSay:
    'Whether the site has https under another name, nor that nothing at all was sent over http: Firefox asks an http server in the background whether it is there.',
};

export const examples = (): FindingExamples => ({
  fires: [heldBackPage('http://example.com/', 'net::ERR_CONNECTION_REFUSED')],
  silent: [pageAt('http://example.com/'), loopOver('https://example.com/', 'http://example.com/')],
});
