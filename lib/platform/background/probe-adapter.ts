// The probe desk's hands: one request at a time as an address has it, and what the browser's own events tell of it. `fetch` alone says nothing
// of why it failed nor where a redirect leads; the events do, and they are listened to only while a probe runs.
import type { WebRequest } from 'webextension-polyfill';
import type { ProbeTrace } from '../../probe/read-answer.ts';
import { browser } from '../browser.ts';
import { probeKey } from '../storage-keys.ts';
import type { ProbeServicePorts, ProbeNetwork } from './probe-service.ts';
import type { SessionStore } from './record/session-store.ts';
import { readProbe } from '../../probe/probe.ts';

/** ms that one request may take. */
const TIME_LIMIT = 8000;
/** ms that the browser's event about a request may come after its end. */
const EVENT_COMES_WITHIN = 1000;

/** `fetch` does not tell which redirect it was, and nothing hangs on it. */
const REDIRECTED = 302;

/** Without access every request ends as a CORS failure, which would look like a host without https. */
const NO_ACCESS: ProbeTrace = {
  status: null,
  location: null,
  error: null,
  isTooSlow: false,
  hasNoAccess: true,
};

/** Whether the extension may ask a host now: a person can take access to single sites back at any time. */
async function hasAccess(address: string): Promise<boolean> {
  const origins = [`https://${new URL(address).hostname}/*`];
  // Not every host can be written as a pattern (IPv6): there the request itself has to tell.
  return browser.permissions.contains({ origins }).catch(() => true);
}

/** What both browsers tell of who sent a request. */
interface RequestDetails {
  readonly url: string;
  readonly tabId: number;
  readonly initiator?: string | undefined;
  readonly originUrl?: string | undefined;
}

const OWN_REQUESTS: WebRequest.RequestFilter = { urls: ['https://*/*'], types: ['xmlhttprequest'] };

export function probePorts(store: SessionStore): ProbeServicePorts {
  return {
    now: () => Date.now(),
    currentPage: (tabId) => store.change((tx) => tx.currentPage(tabId)),
    read: (tabId) => store.change(async (tx) => readProbe(await tx.read(probeKey(tabId)))),
    store: (tabId, state) => store.change((tx) => tx.write({ [probeKey(tabId)]: state })),
    open: openNetwork,
  };
}

/** What the events told of a request so far. */
interface Told {
  readonly address: string;
  location: string | null;
  error: string | null;
  /** An event came. */
  readonly came: Promise<void>;
  readonly come: () => void;
}

/** Requests with nothing of the person in them: no cookies, no page they come from, nothing from the cache or into it. */
function openNetwork(cancelled: AbortSignal): ProbeNetwork {
  const origin = browser.runtime.getURL('').replace(/\/$/, '');
  const underWay = new Set<Told>();
  /** Two redirects may lead to one address at a time: the same is told of both. */
  const tell = (
    { url, tabId, initiator, originUrl }: RequestDetails,
    what: Partial<Pick<Told, 'location' | 'error'>>,
  ): void => {
    if (tabId !== -1 || !(initiator ?? originUrl ?? '').startsWith(origin)) return;
    for (const request of underWay) {
      if (request.address !== url) continue;
      Object.assign(request, what);
      request.come();
    }
  };
  const onHeaders = (details: WebRequest.OnHeadersReceivedDetailsType): undefined => {
    const location = details.responseHeaders?.find(({ name }) => name.toLowerCase() === 'location')?.value;
    tell(details, { location: location ?? null });
  };
  const onError = (details: WebRequest.OnErrorOccurredDetailsType): void => {
    tell(details, { error: details.error });
  };
  const { webRequest } = browser;
  webRequest.onHeadersReceived.addListener(onHeaders, OWN_REQUESTS, ['responseHeaders']);
  webRequest.onErrorOccurred.addListener(onError, OWN_REQUESTS);

  const ask = async (address: string, method: 'HEAD' | 'GET'): Promise<ProbeTrace> => {
    if (!(await hasAccess(address))) return NO_ACCESS;
    const request = newTold(address);
    underWay.add(request);
    const tooSlow = AbortSignal.timeout(TIME_LIMIT);
    // Its answer is cut short: whether there is one is all that is asked.
    const enough = new AbortController();
    const signal = AbortSignal.any([cancelled, tooSlow, enough.signal]);
    try {
      const { status, type } = await fetch(address, {
        method,
        signal,
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        cache: 'no-store',
        redirect: 'manual',
      });
      if (type !== 'opaqueredirect') return { status, location: null, error: null, isTooSlow: false };
      // Only the event tells where it leads.
      await within(request.came, EVENT_COMES_WITHIN);
      return { status: REDIRECTED, location: request.location, error: null, isTooSlow: false };
    } catch {
      // The reason is in the event; a request that was ended by us has none worth telling.
      if (signal.aborted) return { status: null, location: null, error: null, isTooSlow: tooSlow.aborted };
      await within(request.came, EVENT_COMES_WITHIN);
      return { status: null, location: null, error: request.error, isTooSlow: false };
    } finally {
      enough.abort();
      underWay.delete(request);
    }
  };
  return {
    ask,
    close: () => {
      webRequest.onHeadersReceived.removeListener(onHeaders);
      webRequest.onErrorOccurred.removeListener(onError);
    },
  };
}

function newTold(address: string): Told {
  let resolveCame: (() => void) | undefined;
  const came = new Promise<void>((resolve) => {
    resolveCame = resolve;
  });
  return { address, location: null, error: null, came, come: () => resolveCame?.() };
}

async function within(event: Promise<void>, ms: number): Promise<void> {
  await Promise.race([event, new Promise((resolve) => setTimeout(resolve, ms))]);
}
