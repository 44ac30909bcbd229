// Builds the records that findings give as examples. Only examples and tests import this.
import type { FrameFacts, PageRecord } from '../record/record.ts';
import { emptyRecord } from '../record/record-changes.ts';
import { NO_FIELDS } from '../record/sightings/observer-report.ts';
import type { FieldCounts } from '../record/sightings/observer-report.ts';
import type { MixedEntry } from '../mixed-content/mixed-entry.ts';
import type { Hop, Navigation, PageHeaders } from '../record/navigation-record.ts';

/** 2026-10-20 00:00 UTC, in ms: a fixed clock for examples. */
export const EXAMPLE_TIME = Date.UTC(2026, 9, 20);

/** A frame with these fields. */
export function frameAt(url: string, secureContext: boolean, fields: Partial<FieldCounts> = {}): FrameFacts {
  return {
    documentId: 'frame',
    url,
    secureContext,
    fields: { ...NO_FIELDS, ...fields },
    dropped: 0,
    base: null,
    scan: 'done',
    refused: 0,
  };
}

/** An observed page at this address, changed by `parts`. */
export function pageAt(url: string, parts: Partial<PageRecord> = {}): PageRecord {
  const secure = url.startsWith('https:') || url.startsWith('http://localhost');
  return {
    ...emptyRecord(1, 'example', url, EXAMPLE_TIME),
    observed: true,
    secureContext: secure,
    frames: { '0': frameAt(url, secure) },
    ...parts,
  };
}

/** The page with these fields in its main frame. */
export function withFields(page: PageRecord, fields: Partial<FieldCounts>): PageRecord {
  return { ...page, frames: { '0': frameAt(page.url, page.secureContext === true, fields) } };
}

/** One entry of mixed content. */
export function mixedEntry(parts: Partial<MixedEntry>): MixedEntry {
  return {
    url: 'http://cdn.example.net/app.js',
    kind: 'script',
    class: 'blockable',
    outcome: 'blocked',
    element: { selectors: ['script'], closed: false },
    source: null,
    count: 1,
    evidence: ['dom', 'timing'],
    frameId: 0,
    frameUrl: 'https://example.com/',
    facts: [],
    ...parts,
  };
}

/** A https page with this entry. */
export function pageWithMixed(parts: Partial<MixedEntry>): PageRecord {
  return pageAt('https://example.com/', { mixed: [mixedEntry(parts)] });
}

/** A page that was reached over these addresses; the last one is its own. */
export function pageVia(...urls: readonly string[]): PageRecord {
  const url = urls.at(-1) ?? 'https://example.com/';
  const hops: readonly Hop[] = urls.slice(0, -1).map((hop) => ({ url: hop, status: 301, internal: false }));
  return pageAt(url, { navigation: { ...NAVIGATION, url, hops } });
}

/** A page that redirects between these addresses without end. */
export function loopOver(one: string, other: string): PageRecord {
  const hops: readonly Hop[] = Array.from({ length: 20 }, (_, index) => ({
    url: index % 2 === 0 ? one : other,
    status: 302,
    internal: false,
  }));
  return {
    ...emptyRecord(1, 'unobserved', one, EXAMPLE_TIME),
    navigation: { ...NAVIGATION, url: one, status: null, hops },
    absence: { kind: 'redirect-loop', code: 'net::ERR_TOO_MANY_REDIRECTS' },
  };
}

/** A page that requires a client certificate. */
export function clientCertificatePage(url: string, code: string): PageRecord {
  return {
    ...emptyRecord(1, 'unobserved', url, EXAMPLE_TIME),
    absence: { kind: 'client-certificate', code },
  };
}

/** An http page that the browser does not show, because it tried https first and that failed. */
export function heldBackPage(url: string, code: string): PageRecord {
  const navigation: Navigation = {
    ...NAVIGATION,
    url: url.replace('http:', 'https:'),
    status: null,
    hops: [{ url, status: null, internal: true }],
  };
  return {
    ...emptyRecord(1, 'unobserved', url, EXAMPLE_TIME),
    navigation,
    absence: { kind: 'held-back', code },
  };
}

/** A https page whose response had these headers. */
export function pageWithHeaders(url: string, headers: Partial<PageHeaders>): PageRecord {
  return pageAt(url, {
    navigation: {
      ...NAVIGATION,
      url,
      headers: {
        hsts: null,
        invalidHsts: null,
        hstsCount: 0,
        upgradesInsecureRequests: false,
        stopsForms: false,
        deepKey: null,
        ...headers,
      },
    },
  });
}

/** The same page from the browser's cache. */
export function cachedPage(page: PageRecord): PageRecord {
  return { ...page, navigation: page.navigation && { ...page.navigation, fromCache: true } };
}

const NAVIGATION: Navigation = {
  requestId: '1',
  hops: [],
  url: 'https://example.com/',
  status: 200,
  headers: null,
  fromCache: false,
  startedAt: EXAMPLE_TIME,
};
