// Requests of the probe: without any data of the user, with the reason or the target from the browser's events.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { probePorts } from '../../../../lib/platform/background/probe-adapter.ts';
import { SessionStore } from '../../../../lib/platform/background/record/session-store.ts';
import { MemoryArea } from '../memory-area.ts';

type Listener = (details: object) => unknown;

const stage = vi.hoisted(() => {
  const listeners = { onHeadersReceived: new Set<Listener>(), onErrorOccurred: new Set<Listener>() };
  return {
    hasAccess: async (_origins: readonly string[]): Promise<boolean> => true,
    listeners,
    event: (name: keyof typeof listeners) => ({
      addListener: (listener: Listener) => void listeners[name].add(listener),
      removeListener: (listener: Listener) => void listeners[name].delete(listener),
    }),
  };
});

vi.mock('../../../../lib/platform/browser.ts', () => ({
  browser: {
    runtime: { getURL: () => 'chrome-extension://ours/' },
    permissions: {
      contains: async ({ origins }: { readonly origins: readonly string[] }) => stage.hasAccess(origins),
    },
    webRequest: {
      onHeadersReceived: stage.event('onHeadersReceived'),
      onErrorOccurred: stage.event('onErrorOccurred'),
    },
  },
}));

const ADDRESS = 'https://img.example/logo.png';
const OURS = { url: ADDRESS, tabId: -1, initiator: 'chrome-extension://ours' };

function send(name: keyof typeof stage.listeners, details: object): void {
  for (const listener of stage.listeners[name]) listener(details);
}

/** The behaviour of `fetch`; it receives the request's options. */
let respond: (init: RequestInit) => Promise<Pick<Response, 'status' | 'type'>>;
let sent: readonly [string, RequestInit][];
let cancel: AbortController;

beforeEach(() => {
  sent = [];
  cancel = new AbortController();
  stage.hasAccess = async () => true;
  for (const listeners of Object.values(stage.listeners)) listeners.clear();
  vi.stubGlobal('fetch', (address: string, init: RequestInit) => {
    sent = [...sent, [address, init]];
    return respond(init);
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const open = () => probePorts(new SessionStore(new MemoryArea())).open(cancel.signal);

describe('a request', () => {
  it('has no cookies, no referrer and no cache, follows no redirect, and returns the status', async () => {
    respond = async () => ({ status: 204, type: 'basic' });
    expect(await open().ask(ADDRESS, 'HEAD')).toEqual({
      status: 204,
      location: null,
      error: null,
      isTooSlow: false,
    });
    expect(sent).toEqual([
      [
        ADDRESS,
        {
          method: 'HEAD',
          signal: expect.any(AbortSignal),
          credentials: 'omit',
          referrerPolicy: 'no-referrer',
          cache: 'no-store',
          redirect: 'manual',
        },
      ],
    ]);
    // The answer's body is not read to its end.
    expect(sent[0]?.[1].signal?.aborted).toBe(true);
  });

  it('gets the target of a redirect from the event of its headers', async () => {
    respond = async () => {
      send('onHeadersReceived', {
        ...OURS,
        responseHeaders: [{ name: 'Location', value: 'http://img.example/logo.png' }],
      });
      return { status: 0, type: 'opaqueredirect' };
    };
    expect(await open().ask(ADDRESS, 'GET')).toMatchObject({
      status: 302,
      location: 'http://img.example/logo.png',
    });
  });

  it('gets the reason of a failure from the event, also if it arrives after the failure', async () => {
    respond = async () => {
      setTimeout(() => send('onErrorOccurred', { ...OURS, error: 'net::ERR_CERT_DATE_INVALID' }));
      throw new TypeError('Failed to fetch');
    };
    expect(await open().ask(ADDRESS, 'GET')).toEqual({
      status: null,
      location: null,
      error: 'net::ERR_CERT_DATE_INVALID',
      isTooSlow: false,
    });
  });

  it.each([
    ['of a tab', { tabId: 4 }],
    ['of another extension', { initiator: 'chrome-extension://other' }],
    ['without an origin', { initiator: undefined }],
    ['for another address', { url: 'https://img.example/other.png' }],
  ])('is not mistaken for one %s', async (_what, parts) => {
    respond = async () => {
      send('onErrorOccurred', { ...OURS, ...parts, error: 'net::ERR_CERT_DATE_INVALID' });
      throw new TypeError('Failed to fetch');
    };
    vi.useFakeTimers();
    const answer = open().ask(ADDRESS, 'GET');
    await vi.runAllTimersAsync();
    expect(await answer).toMatchObject({ error: null });
  });

  it('is recognised in Firefox too, which reports the origin in another field', async () => {
    respond = async () => {
      send('onErrorOccurred', {
        url: ADDRESS,
        tabId: -1,
        originUrl: 'chrome-extension://ours/background.html',
        error: 'NS_ERROR_NET_TIMEOUT',
      });
      throw new TypeError('NetworkError');
    };
    expect(await open().ask(ADDRESS, 'GET')).toMatchObject({ error: 'NS_ERROR_NET_TIMEOUT' });
  });

  it('that the user cancels has no reason and was not too slow', async () => {
    respond = async ({ signal }) => {
      cancel.abort();
      throw signal?.reason;
    };
    expect(await open().ask(ADDRESS, 'GET')).toEqual({
      status: null,
      location: null,
      error: null,
      isTooSlow: false,
    });
  });

  it('is not sent to a host without access', async () => {
    let origins: readonly string[] = [];
    stage.hasAccess = async (asked) => {
      origins = asked;
      return false;
    };
    expect(await open().ask('https://img.example:8443/logo.png', 'GET')).toMatchObject({
      hasNoAccess: true,
      status: null,
    });
    expect(origins).toEqual(['https://img.example/*']);
    expect(sent).toEqual([]);
  });

  it('is sent if the browser cannot express the host as a pattern', async () => {
    stage.hasAccess = () => Promise.reject(new Error('Invalid pattern'));
    respond = async () => ({ status: 200, type: 'basic' });
    expect(await open().ask('https://[2001:db8::1]/', 'GET')).toMatchObject({ status: 200 });
  });
});

it('the listeners exist only until the network is closed', () => {
  const network = open();
  expect(Object.values(stage.listeners).map(({ size }) => size)).toEqual([1, 1]);
  network.close();
  expect(Object.values(stage.listeners).map(({ size }) => size)).toEqual([0, 0]);
});
