// Without Strict-Transport-Security the browser may start in clear text next time (RFC 6797). IP hosts cannot have it (8.1.1).
import { classifyAddress, isIpHost } from '../../address/address.ts';
import { found } from '../evidence.ts';
import { cachedPage, pageAt, pageWithHeaders } from '../example.ts';
import type { Finding, FindingExamples } from '../finding.ts';
import type { Evidence } from '../terms.ts';
import type { PageHeaders } from '../../record/navigation-record.ts';

const HEADER = 'Strict-Transport-Security';

export const finding = {
  id: 'hsts-missing',
  severity: 'advice',
  subject: 'connection',
  needs: ['hsts'],
  find: ({ url, navigation, hstsMeta }) => {
    const headers = navigation?.headers;
    if (!headers || classifyAddress(url) !== 'https' || isIpHost(url)) return null;
    // max-age=0 is the order to forget the host.
    if (headers.hsts !== null && headers.hsts.maxAge > 0) return null;
    return found([whatCame(headers, hstsMeta), ...ofSeveral(headers)], 1);
  },
} as const satisfies Finding;

function whatCame({ hsts, invalidHsts }: PageHeaders, hstsMeta: string | undefined): Evidence {
  if (invalidHsts !== null)
    return { source: 'header-invalid', params: [HEADER, invalidHsts.value, invalidHsts.why] };
  if (hsts === null && hstsMeta !== undefined)
    return { source: 'header-invalid', params: [HEADER, hstsMeta, 'in-meta'] };
  return { source: hsts === null ? 'header-missing' : 'header-off', params: [HEADER] };
}

/** The others may be right and do not count all the same (RFC 6797, 8.1). */
function ofSeveral({ hstsCount }: PageHeaders): readonly Evidence[] {
  return hstsCount > 1 ? [{ source: 'header-first-counts', params: [HEADER, String(hstsCount)] }] : [];
}

export const examples = (): FindingExamples => ({
  fires: [
    pageWithHeaders('https://example.com/', { hsts: null }),
    pageWithHeaders('https://example.com/', {
      hsts: { maxAge: 0, includeSubDomains: false, preload: false },
      hstsCount: 2,
    }),
    pageWithHeaders('https://example.com/', {
      invalidHsts: { why: 'no-max-age', value: 'includeSubDomains' },
      hstsCount: 1,
    }),
    { ...pageWithHeaders('https://example.com/', { hsts: null }), hstsMeta: 'max-age=31536000' },
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
