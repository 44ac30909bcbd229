// The probe service's access to the browser: one request at a time, and what the browser's events report about it. `fetch` reports neither why it failed
// nor where a redirect leads; the events do. They are listened to only while a probe runs.
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

/** `fetch` does not report which redirect it was, and nothing depends on it. */
const REDIRECTED = 302;

/** Without access every request ends as a CORS failure, which would look like a host without https. */
const NO_ACCESS: ProbeTrace = {
  status: null,
  location: null,
  error: null,
  isTooSlow: false,
  hasNoAccess: true,
};

/** Whether the extension may request from a host now: the user can withdraw access to single sites at any time. */
async function hasAccess(address: string): Promise<boolean> {
  const origins = [`https://${new URL(address).hostname}/*`];
  // Not every host can be written as a pattern (IPv6): there the request itself shows it.
  return browser.permissions.contains({ origins }).catch(() => true);
}

/** What both browsers report about who sent a request. */
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

/** A request that is under way, and what the events have reported of it. */
interface OpenRequest {
  readonly address: string;
  location: string | null;
  error: string | null;
  /** Resolves when an event came. */
  readonly reported: Promise<void>;
  readonly report: () => void;
}

/** Listens to the browser's events about the extension's own requests. */
class OwnRequests {
  readonly #open = new Set<OpenRequest>();
  readonly #origin = browser.runtime.getURL('').replace(/\/$/, '');

  constructor() {
    const { onHeadersReceived, onErrorOccurred } = browser.webRequest;
    onHeadersReceived.addListener(this.#onHeaders, OWN_REQUESTS, ['responseHeaders']);
    onErrorOccurred.addListener(this.#onError, OWN_REQUESTS);
  }

  /** A request to this address begins; call `end` with it when it is over. */
  begin(address: string): OpenRequest {
    let resolve: (() => void) | undefined;
    const reported = new Promise<void>((done) => {
      resolve = done;
    });
    const request = { address, location: null, error: null, reported, report: () => resolve?.() };
    this.#open.add(request);
    return request;
  }

  end(request: OpenRequest): void {
    this.#open.delete(request);
  }

  close(): void {
    browser.webRequest.onHeadersReceived.removeListener(this.#onHeaders);
    browser.webRequest.onErrorOccurred.removeListener(this.#onError);
  }

  readonly #onHeaders = (details: WebRequest.OnHeadersReceivedDetailsType): undefined => {
    const location = details.responseHeaders?.find(({ name }) => name.toLowerCase() === 'location')?.value;
    this.#note(details, { location: location ?? null });
  };

  readonly #onError = (details: WebRequest.OnErrorOccurredDetailsType): void => {
    this.#note(details, { error: details.error });
  };

  /** Two redirects may lead to one address at a time: both get the same. */
  #note(
    { url, tabId, initiator, originUrl }: RequestDetails,
    facts: Partial<Pick<OpenRequest, 'location' | 'error'>>,
  ): void {
    if (tabId !== -1 || !(initiator ?? originUrl ?? '').startsWith(this.#origin)) return;
    for (const request of this.#open) {
      if (request.address !== url) continue;
      Object.assign(request, facts);
      request.report();
    }
  }
}

function openNetwork(cancelled: AbortSignal): ProbeNetwork {
  const requests = new OwnRequests();
  return {
    ask: async (address, method) => {
      if (!(await hasAccess(address))) return NO_ACCESS;
      const request = requests.begin(address);
      try {
        return await ask(address, method, request, cancelled);
      } finally {
        requests.end(request);
      }
    },
    close: () => requests.close(),
  };
}

/** Requests an address with nothing of the user in it: no cookies, no page that it comes from, nothing from the cache or into it. */
async function ask(
  address: string,
  method: 'HEAD' | 'GET',
  request: OpenRequest,
  cancelled: AbortSignal,
): Promise<ProbeTrace> {
  const tooSlow = AbortSignal.timeout(TIME_LIMIT);
  // The body is never read: that there is a response is all that is asked.
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
    // Only the event reports where it leads.
    await within(request.reported, EVENT_COMES_WITHIN);
    return { status: REDIRECTED, location: request.location, error: null, isTooSlow: false };
  } catch {
    // The event has the reason; a request that was ended here has none worth reporting.
    if (signal.aborted) return { status: null, location: null, error: null, isTooSlow: tooSlow.aborted };
    await within(request.reported, EVENT_COMES_WITHIN);
    return { status: null, location: null, error: request.error, isTooSlow: false };
  } finally {
    enough.abort();
  }
}

async function within(event: Promise<void>, ms: number): Promise<void> {
  await Promise.race([event, new Promise((resolve) => setTimeout(resolve, ms))]);
}
