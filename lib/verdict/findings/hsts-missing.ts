// Without Strict-Transport-Security the browser may start in clear text next time (RFC 6797). IP hosts cannot have it (8.1.1).
import { classifyAddress, isIpHost } from '../../page/address.ts';
import { found } from '../evidence.ts';
import { cachedPage, pageAt, pageWithHeaders } from '../example.ts';
import type { Finding, FindingExamples } from '../finding.ts';

export const finding: Finding = {
  id: 'hsts-missing',
  severity: 'advice',
  subject: 'connection',
  needs: ['hsts'],
  find: (record) => {
    if (classifyAddress(record.url) !== 'https' || isIpHost(record.url)) return null;
    // max-age=0 is the order to forget the host.
    const maxAge = record.navigation?.headers?.hsts?.maxAge ?? 0;
    return maxAge > 0 ? null : found([{ source: 'header-missing', params: ['Strict-Transport-Security'] }]);
  },
};

export const examples = (): FindingExamples => ({
  fires: [
    pageWithHeaders('https://example.com/', { hsts: null }),
    pageWithHeaders('https://example.com/', {
      hsts: { maxAge: 0, includeSubDomains: false, preload: false },
    }),
  ],
  silent: [
    pageWithHeaders('https://example.com/', {
      hsts: { maxAge: 31_536_000, includeSubDomains: true, preload: false },
    }),
    pageWithHeaders('https://192.0.2.1/', { hsts: null }),
    pageWithHeaders('http://example.com/', { hsts: null }),
    cachedPage(pageWithHeaders('https://example.com/', { hsts: null })),
    // From a service worker: the headers were not seen, and not seen is not missing.
    pageAt('https://example.com/'),
  ],
});
