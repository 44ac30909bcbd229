// The browser requested the https address itself and got no page, so it shows its own warning instead of the http page (HTTPS-First).
// https://blog.chromium.org/2023/08/towards-https-by-default.html
import { found } from '../evidence.ts';
import { heldBackPage, loopOver, pageAt } from '../example.ts';
import type { Finding, FindingExamples } from '../finding.ts';

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

export const examples = (): FindingExamples => ({
  fires: [heldBackPage('http://example.com/', 'net::ERR_CONNECTION_REFUSED')],
  silent: [pageAt('http://example.com/'), loopOver('https://example.com/', 'http://example.com/')],
});
