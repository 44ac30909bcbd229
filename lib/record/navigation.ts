// The way to a page, folded from the main frame's request events. Pure: each event gives the next navigation.
import { classifyAddress, requestedAddress } from '../address/address.ts';
import { keptAddress } from '../address/credentials.ts';
import type { PageRecord } from './record.ts';
import { UNOBSERVED } from './record-changes.ts';
import { MAX_URL } from '../address/address-bounds.ts';
import type { Hop, Navigation, PageHeaders } from './navigation-record.ts';

/** ms in which a page that was asked for reports. One that does not was none: a download, an answer without content. */
export const ARRIVAL = 10_000;
/** Firefox does not count its own upgrades among them. */
const MAX_HOPS = 24;

/** A request for a page, as its first redirect or its answer shows it. `at`: when that came, ms since epoch. */
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
    url: keptAddress(redirect.url),
    status: redirect.status,
    internal: redirect.internal,
  };
  const { hopsUnseen, ...known } = navigation;
  // Without a hop they were only feared to be missing.
  const isMissing = (known.hops.length > 0 && hopsUnseen) || !isSameDocument(known.url, redirect.url);
  return {
    ...known,
    ...(isMissing ? { hopsUnseen: true } : {}),
    hops: [...navigation.hops, hop].slice(-MAX_HOPS),
    url: keptAddress(redirect.to),
    // Firefox tells of the redirect's own answer first.
    status: null,
    headers: null,
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
 * Whether a way without a hop is one whose redirects were lost, as the browser says once it shows the page, or as is to be feared until then. With a
 * hop it stays what it is.
 */
export function missHops(navigation: Navigation, areMissed: boolean): Navigation {
  if (navigation.hops.length > 0 || areMissed === (navigation.hopsUnseen === true)) return navigation;
  return { ...navigation, hopsUnseen: areMissed ? true : undefined };
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

/** Whether the browser itself turned the last address into an https one. */
export function endsInUpgrade({ hops, url }: Navigation): boolean {
  const last = hops.at(-1);
  return last?.internal === true && isUpgradeOf(url, last.url);
}

/** Whether an address is another one over https. */
export function isUpgradeOf(secure: string, insecure: string): boolean {
  return insecure.startsWith('http:') && isSameDocument(secure, insecure.replace(/^http:/, 'https:'));
}

/** Whether a request led over this address. */
export function ledOver({ hops, url }: Navigation, address: string): boolean {
  return isSameDocument(url, address) || hops.some((hop) => isSameDocument(hop.url, address));
}

/**
 * The record of a page that failed over https and whose tab now shows its http address, though nothing was asked for there: the browser shows its
 * own warning (HTTPS-First). Chromium tells of it in no other way.
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

/** Whether anything came from a page's address. Without it an http address tells nothing: the browser may hold the page back. */
export function wasAnswered({ observed, navigation, absence }: PageRecord): boolean {
  return absence === null && (observed || (navigation?.status ?? null) !== null);
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
 * Whether a page without an observer was asked for again after its record was made. By time and not by request: Firefox tells of a failed
 * page and of its request in either order.
 */
export function wasTriedAgain(page: PageRecord, latest: Navigation | undefined): boolean {
  return page.documentId === UNOBSERVED && latest !== undefined && latest.startedAt > page.openedAt;
}

/** Two addresses of the same document: fragments do not reach the network, and not every source names credentials. */
export function isSameDocument(a: string, b: string): boolean {
  return requestedAddress(a).slice(0, MAX_URL) === requestedAddress(b).slice(0, MAX_URL);
}
