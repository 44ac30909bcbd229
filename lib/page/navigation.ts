// The way to a page, folded from the main frame's request events. Pure: each event gives the next navigation.
import { classifyAddress } from './address.ts';
import type { Hop, Navigation, PageHeaders, PageRecord } from './record.ts';
import { UNOBSERVED } from './record-changes.ts';
import { MAX_URL } from './report.ts';

/** ms in which a page that was asked for reports. One that does not was none: a download, an answer without content. */
export const ARRIVAL = 10_000;
/** Browsers stop after 20 redirects (Fetch standard, 4.4). */
const MAX_HOPS = 24;

/** A request for a page, as its first redirect or its answer shows it. `at`: when that came, ms since epoch. */
export function startNavigation(requestId: string, url: string, at: number): Navigation {
  return {
    requestId,
    hops: [],
    url: url.slice(0, MAX_URL),
    status: null,
    headers: null,
    fromCache: false,
    startedAt: at,
  };
}

/** The request was answered by a redirect, or rewritten by the browser itself. */
export function followRedirect(
  navigation: Navigation,
  redirect: {
    readonly url: string;
    readonly to: string;
    readonly status: number | null;
    readonly internal: boolean;
  },
): Navigation {
  const hop: Hop = {
    url: redirect.url.slice(0, MAX_URL),
    status: redirect.status,
    internal: redirect.internal,
  };
  return {
    ...navigation,
    hops: [...navigation.hops, hop].slice(-MAX_HOPS),
    url: redirect.to.slice(0, MAX_URL),
  };
}

/** The page's own response has come. */
export function receiveHeaders(
  navigation: Navigation,
  response: { readonly status: number; readonly fromCache: boolean; readonly headers: PageHeaders },
): Navigation {
  return { ...navigation, status: response.status, fromCache: response.fromCache, headers: response.headers };
}

/**
 * Whether a redirect was made by the browser: HSTS (RFC 6797, 8.3) and https upgrades change nothing but the scheme and never reach
 * the server. Chromium says "307 Internal Redirect"; Firefox gives such a redirect without a status.
 */
export function isInternalUpgrade(redirect: {
  readonly url: string;
  readonly to: string;
  readonly status: number | null;
  readonly statusLine: string;
}): boolean {
  const changesSchemeOnly =
    redirect.to === redirect.url.replace(/^http:/, 'https:') && redirect.to !== redirect.url;
  if (!changesSchemeOnly) return false;
  return (
    redirect.statusLine.includes('Internal Redirect') || redirect.status === null || redirect.status === 0
  );
}

/** The hops that were asked for in clear text on the network. */
export function insecureHops(
  navigation: Navigation,
): readonly { readonly hop: Hop; readonly to: string; readonly afterHttps: boolean }[] {
  const found: { hop: Hop; to: string; afterHttps: boolean }[] = [];
  let afterHttps = false;
  navigation.hops.forEach((hop, index) => {
    const kind = classifyAddress(hop.url);
    const to = navigation.hops[index + 1]?.url ?? navigation.url;
    if (kind === 'https') afterHttps = true;
    else if ((kind === 'http-public' || kind === 'http-private') && !hop.internal)
      found.push({ hop, to, afterHttps });
  });
  return found;
}

/**
 * Whether another page is about to take the place of the one that a tab shows: what the tab's frames and requests tell now may be that one's.
 * `latest`: the way of the page asked for last; `now`: ms since epoch.
 */
export function isOnItsWay(
  latest: Navigation | undefined,
  shown: { readonly navigation: Navigation | null } | null,
  now: number,
): boolean {
  return (
    latest !== undefined &&
    latest.requestId !== shown?.navigation?.requestId &&
    now - latest.startedAt < ARRIVAL
  );
}

/**
 * Whether a page without an observer was asked for again after its record was made. By time and not by request: Firefox tells of a failed
 * page and of its request in either order.
 */
export function wasTriedAgain(page: PageRecord, latest: Navigation | undefined): boolean {
  return page.documentId === UNOBSERVED && latest !== undefined && latest.startedAt > page.openedAt;
}

/** Two addresses of the same document: fragments do not reach the network. */
export function isSameDocument(a: string, b: string): boolean {
  return withoutFragment(a).slice(0, MAX_URL) === withoutFragment(b).slice(0, MAX_URL);
}

function withoutFragment(url: string): string {
  const at = url.indexOf('#');
  return at < 0 ? url : url.slice(0, at);
}
