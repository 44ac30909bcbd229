// The server requests a client certificate (mutual TLS) and did not get one that it accepts. Its own certificate is not at fault.
// https://www.rfc-editor.org/rfc/rfc8446#section-4.3.2
import { found } from '../evidence.ts';
import { clientCertificatePage, loopOver, pageAt } from '../example.ts';
import type { Finding, FindingDocs, FindingExamples } from '../finding.ts';
import { refusedPage } from '../certificate-examples.ts';

export const finding = {
  id: 'client-certificate-wanted',
  severity: 'notice',
  subject: 'connection',
  needs: ['address'],
  find: ({ absence }) =>
    absence?.kind === 'client-certificate'
      ? found([{ source: 'browser-refused', params: [absence.code] }])
      : null,
} as const satisfies Finding;

export const docs: FindingDocs = {
  finds:
    "The browser did not open the page because the server asks for a certificate of the visitor's (mutual TLS) and got none, or did not take the one that was sent. Chromium names it `ERR_SSL_CLIENT_AUTH_…` or `ERR_BAD_SSL_CLIENT_AUTH_CERT`, Firefox by the alert that the server sent.",
  doesNotSay:
    "Anything against the server's own certificate. A server that only breaks off the handshake (`handshake_failure`) does not say that this is why.",
};

export const examples = (): FindingExamples => ({
  fires: [clientCertificatePage('https://example.com/', 'ERR_BAD_SSL_CLIENT_AUTH_CERT')],
  silent: [
    pageAt('https://example.com/'),
    refusedPage('invalid', 'ERR_CERT_INVALID'),
    loopOver('https://example.com/', 'http://example.com/'),
  ],
});
