// The navigation to a page, computed from the main frame's request events. Pure: each event returns the next state.
import { classifyAddress, requestedAddress } from '../address/address.ts';
import { keptAddress } from '../address/credentials.ts';
import type { PageRecord } from './record.ts';
import { UNOBSERVED } from './record-changes.ts';
import { MAX_URL } from '../address/address-bounds.ts';
import type { Hop, Navigation, PageHeaders } from './navigation-record.ts';

/** ms within which a requested page reports. A request without a report was not for a page: a download, or a response without content. */
export const ARRIVAL = 10_000;
/** Firefox does not count its own upgrades as redirects. */
const MAX_HOPS = 24;

/** A request for a page, as its first redirect or its response reports it. `at`: the time of that event, ms since epoch. */
export function startNavigation(requestId: string, url: string, at: number): Navigation {
  return {
    requestId,
    hops: [],
    url: keptAddress(url),
    status: null,
    headers: null,
    fromCache: false,
    startedAt: at,
  };
}

/** The response was a redirect, or the browser itself rewrote the request. */
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
    url: keptAddress(redirect.url),
    status: redirect.status,
    internal: redirect.internal,
  };
  const { hopsUnseen, ...known } = navigation;
  // Until the first hop, redirects were only suspected to be missing.
  const isMissing = (known.hops.length > 0 && hopsUnseen) || !isSameDocument(known.url, redirect.url);
  return {
    ...known,
    ...(isMissing ? { hopsUnseen: true } : {}),
    hops: [...navigation.hops, hop].slice(-MAX_HOPS),
    url: keptAddress(redirect.to),
    // Firefox reports the redirect's own response first.
    status: null,
    headers: null,
  };
}

/** The page's own response arrived. */
export function receiveHeaders(
  navigation: Navigation,
  response: { readonly status: number; readonly fromCache: boolean; readonly headers: PageHeaders },
): Navigation {
  return { ...navigation, status: response.status, fromCache: response.fromCache, headers: response.headers };
}

/**
 * Sets whether the redirects of a navigation without hops were lost: the browser reports it once it shows the page, and until then it is suspected. A
 * navigation with hops stays unchanged.
 */
export function missHops(navigation: Navigation, areMissed: boolean): Navigation {
  if (navigation.hops.length > 0 || areMissed === (navigation.hopsUnseen === true)) return navigation;
  return { ...navigation, hopsUnseen: areMissed ? true : undefined };
}

/**
 * Whether the browser made a redirect: HSTS (RFC 6797, 8.3) and https upgrades change only the scheme and do not reach the server. Chromium reports
 * "307 Internal Redirect"; Firefox reports such a redirect without a status.
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

/** Whether the browser itself upgraded the last address to https. */
export function endsInUpgrade({ hops, url }: Navigation): boolean {
  const last = hops.at(-1);
  return last?.internal === true && isUpgradeOf(url, last.url);
}

/** Whether an address is the https form of another one. */
export function isUpgradeOf(secure: string, insecure: string): boolean {
  return insecure.startsWith('http:') && isSameDocument(secure, insecure.replace(/^http:/, 'https:'));
}

/** Whether a request passed through this address. */
export function ledOver({ hops, url }: Navigation, address: string): boolean {
  return isSameDocument(url, address) || hops.some((hop) => isSameDocument(hop.url, address));
}

/**
 * Returns the record of a page that failed over https and whose tab now shows its http address, although nothing was requested there: the browser
 * shows its own warning (HTTPS-First). Chromium reports it in no other way.
 */
export function holdBack(failed: PageRecord, url: string): PageRecord {
  const { absence, navigation } = failed;
  const upgraded = navigation ?? startNavigation('', failed.url, failed.openedAt);
  const shown = keptAddress(url);
  const hop: Hop = { url: shown, status: null, internal: true };
  return {
    ...failed,
    url: shown,
    navigation: endsInUpgrade(upgraded)
      ? upgraded
      : { ...upgraded, hops: [...upgraded.hops, hop].slice(-MAX_HOPS) },
    absence: absence && { ...absence, kind: 'held-back' },
  };
}

/** Whether a response came from a page's address. Without one, an http address means nothing: the browser may not have opened the page. */
export function wasAnswered({ observed, navigation, absence }: PageRecord): boolean {
  return absence === null && (observed || (navigation?.status ?? null) !== null);
}

/** The hops that were requested over http on the network. */
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
 * Whether another page is about to replace the one that a tab shows: reports from the tab's frames and requests may then belong to the next page.
 * `latest`: the navigation to the last requested page; `now`: ms since epoch.
 */
export function isUnderWay(
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
 * Whether a page without an observer was requested again after its record was made. It compares times and not requests, because Firefox reports a
 * failed page and its request in either order.
 */
export function wasTriedAgain(page: PageRecord, latest: Navigation | undefined): boolean {
  return page.documentId === UNOBSERVED && latest !== undefined && latest.startedAt > page.openedAt;
}

/** Whether two addresses are of the same document: fragments are not sent over the network, and not every source reports credentials. */
export function isSameDocument(a: string, b: string): boolean {
  return requestedAddress(a).slice(0, MAX_URL) === requestedAddress(b).slice(0, MAX_URL);
}
