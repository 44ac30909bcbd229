// The probe service's access to the browser: one request at a time, with what the browser's events report about it. `fetch` reports neither the
// reason of a failure nor the target of a redirect; the events do. The listeners exist only while a probe runs.
import type { WebRequest } from 'webextension-polyfill';
import type { ProbeTrace } from '../../probe/read-answer.ts';
import { browser } from '../browser.ts';
import { probeKey } from '../storage-keys.ts';
import type { ProbeServicePorts, ProbeNetwork } from './probe-service.ts';
import type { SessionStore } from './record/session-store.ts';
import { readProbe } from '../../probe/probe.ts';

/** ms that one request may take. */
const TIME_LIMIT = 8000;
/** ms that the browser's event may arrive after the end of its request. */
const EVENT_COMES_WITHIN = 1000;

/** `fetch` does not report the status of a redirect, and nothing depends on it. */
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
  // Some hosts cannot be expressed as a pattern (IPv6): for those the request itself shows it.
  return browser.permissions.contains({ origins }).catch(() => true);
}

/** What both browsers report about the sender of a request. */
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

/** A running request, and what the events have reported about it. */
interface OpenRequest {
  readonly address: string;
  location: string | null;
  error: string | null;
  /** Resolves when an event arrives. */
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

  /** Registers a request to this address; call `end` when it is over. */
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

  /** Two simultaneous redirects may lead to one address: both get the same result. */
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

/** Requests an address without any data of the user: no cookies, no referrer, no reading or writing of the cache. */
async function ask(
  address: string,
  method: 'HEAD' | 'GET',
  request: OpenRequest,
  cancelled: AbortSignal,
): Promise<ProbeTrace> {
  const tooSlow = AbortSignal.timeout(TIME_LIMIT);
  // The body is never read: only the response matters.
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
    // Only the event reports the target.
    await within(request.reported, EVENT_COMES_WITHIN);
    return { status: REDIRECTED, location: request.location, error: null, isTooSlow: false };
  } catch {
    // The event has the reason; a request that was ended here has no reason to report.
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
