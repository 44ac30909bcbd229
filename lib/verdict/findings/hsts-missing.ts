// Without Strict-Transport-Security the browser may make its next request over http (RFC 6797). IP hosts cannot have it (8.1.1).
import { classifyAddress, isIpHost } from '../../address/address.ts';
import { found } from '../evidence.ts';
import { cachedPage, pageAt, pageWithHeaders } from '../example.ts';
import type { Finding, FindingDocs, FindingExamples } from '../finding.ts';
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
    // max-age=0 instructs the browser to forget the host.
    if (headers.hsts !== null && headers.hsts.maxAge > 0) return null;
    return found([headerEvidence(headers, hstsMeta), ...repeatEvidence(headers)], 1);
  },
} as const satisfies Finding;

function headerEvidence({ hsts, invalidHsts }: PageHeaders, hstsMeta: string | undefined): Evidence {
  if (invalidHsts !== null)
    return { source: 'header-invalid', params: [HEADER, invalidHsts.value, invalidHsts.why] };
  if (hsts === null && hstsMeta !== undefined)
    return { source: 'header-invalid', params: [HEADER, hstsMeta, 'in-meta'] };
  return { source: hsts === null ? 'header-missing' : 'header-off', params: [HEADER] };
}

/** Only the first header counts, even if another one is valid (RFC 6797, 8.1). */
function repeatEvidence({ hstsCount }: PageHeaders): readonly Evidence[] {
  return hstsCount > 1 ? [{ source: 'header-first-counts', params: [HEADER, String(hstsCount)] }] : [];
}

export const docs: FindingDocs = {
  finds:
    'The response of an https page on a named host had no valid Strict-Transport-Security header, or one that switches it off (`max-age=0`). The evidence distinguishes these: not in the response; sent but not valid, with the value and why browsers ignore it (RFC 6797, 6.1: no max-age, one that is no number, a directive twice, a comma; 8.5: in a `<meta>`); switched off; and, of several, that the first alone counts (8.1).',
  doesNotSay:
    'Whether the browser knows the host from its preload list, or from an earlier visit. A response that was not seen, as from a service worker, is no finding.',
};

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
    // A page from a service worker: its headers were not seen, which does not mean that one is missing.
    pageAt('https://example.com/'),
  ],
});
