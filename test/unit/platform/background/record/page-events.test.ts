// Turns the browser's events about pages into calls of the writer in the right order, and ignores others.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RecordWriter } from '../../../../../lib/platform/background/record/record-writer.ts';

type Listener = (...details: readonly unknown[]) => unknown;

const stage = vi.hoisted(() => {
  const listeners = new Map<string, Listener[]>();
  return {
    engine: 'chromium',
    /** Whether the browser has reported a certificate in this session. */
    tells: false,
    listeners,
    /** The tab that is returned on request; undefined: it is closed. */
    tab: undefined as
      { readonly status: string; readonly url?: string; readonly incognito: boolean } | undefined,
    event: (name: string) => ({
      addListener: (listener: Listener) => {
        listeners.set(name, [...(listeners.get(name) ?? []), listener]);
      },
    }),
  };
});

vi.mock('../../../../../lib/platform/browser.ts', () => {
  const { event } = stage;
  const events = ['onBeforeRedirect', 'onHeadersReceived', 'onResponseStarted', 'onErrorOccurred'];
  return {
    SITES: ['https://*/*'],
    get BROWSER() {
      return stage.engine;
    },
    browser: {
      webRequest: {
        ...Object.fromEntries(events.map((name) => [name, event(name)])),
        getSecurityInfo: () =>
          Promise.resolve({ state: 'secure', certificates: [{ fingerprint: { sha256: '' } }] }),
      },
      webNavigation: { onErrorOccurred: event('navigationError'), onCommitted: event('onCommitted') },
      tabs: {
        onUpdated: event('onUpdated'),
        get: () =>
          stage.tab === undefined ? Promise.reject(new Error('No tab')) : Promise.resolve(stage.tab),
      },
      storage: {
        onChanged: event('onChanged'),
        managed: { get: () => Promise.resolve({}) },
        session: {
          get: (key: string) => Promise.resolve({ [key]: stage.tells }),
          set: () => Promise.resolve(),
        },
      },
    },
  };
});

const { listenToPages } = await import('../../../../../lib/platform/background/record/page-events.ts');

const REQUEST = {
  tabId: 7,
  requestId: '1',
  url: 'https://example.com/',
  statusCode: 200,
  statusLine: 'HTTP/1.1 200',
  redirectUrl: 'https://example.com/next',
  responseHeaders: [],
  timeStamp: 5,
  error: 'net::ERR_FAILED',
};

/** Starts to listen; returns the names of the writer's methods that are called, in order. */
function listen(engine: 'chromium' | 'firefox'): readonly string[] {
  stage.engine = engine;
  const calls: string[] = [];
  const note = (name: string) => () => {
    calls.push(name);
    return Promise.resolve();
  };
  // These events do not call the other methods.
  const writer = {
    navigate: (_request: object, _change: object, needsConnection = false) =>
      note(needsConnection ? 'navigate, without the reported connection' : 'navigate')(),
    connect: note('connect'),
    fail: note('fail'),
    settle: (tabId: number, url: string | null, isPrivate: boolean) =>
      note(`settle ${tabId} ${url} ${isPrivate}`)(),
    commit: (_tabId: number, _url: string, isRedirected: boolean) => note(`commit ${isRedirected}`)(),
  } as unknown as RecordWriter;
  listenToPages(writer, (error) => calls.push(String(error)));
  return calls;
}

async function send(event: string, ...details: readonly unknown[]): Promise<void> {
  for (const listener of stage.listeners.get(event) ?? []) await listener(...details);
}

/** A tab changes. */
function update(status: string | undefined, url: string): Promise<void> {
  return send('onUpdated', 7, { status }, { url });
}

beforeEach(() => stage.listeners.clear());

it('Firefox: the connection comes before the response, so that no response is stored without it', async () => {
  const calls = listen('firefox');
  await send('onHeadersReceived', REQUEST);
  expect(calls).toEqual(['connect', 'navigate']);
});

describe('Chromium:', () => {
  const EVENTS = ['onBeforeRedirect', 'onHeadersReceived', 'onResponseStarted', 'onErrorOccurred'];

  it('a page’s request', async () => {
    const calls = listen('chromium');
    for (const event of EVENTS)
      await send(event, { ...REQUEST, frameType: 'outermost_frame', documentLifecycle: 'active' });
    await vi.waitFor(() => expect([...calls].sort()).toEqual(['fail', 'navigate', 'navigate']));
  });

  it('a fenced frame, which is the main frame of a page inside the tab’s page, changes nothing', async () => {
    const calls = listen('chromium');
    const securityInfo = { state: 'secure', certificates: [] };
    for (const event of EVENTS) await send(event, { ...REQUEST, frameType: 'fenced_frame', securityInfo });
    expect(calls).toEqual([]);
  });

  describe('that reports certificates', () => {
    const withConnection = { ...REQUEST, securityInfo: { state: 'secure', certificates: [] } };
    beforeEach(() => {
      stage.tells = true;
    });
    afterEach(() => {
      stage.tells = false;
    });

    it('the connection comes before the response', async () => {
      const calls = listen('chromium');
      for (const event of EVENTS.slice(1, 3)) await send(event, withConnection);
      await vi.waitFor(() => expect(calls).toEqual(['connect', 'navigate']));
    });

    it('a response whose connection was lost with an earlier worker counts as not seen completely', async () => {
      const calls = listen('chromium');
      await send('onResponseStarted', withConnection);
      await vi.waitFor(() => expect(calls).toEqual(['navigate, without the reported connection']));
    });

    it.each([
      ['of an http page', { url: 'http://example.com/' }],
      ['from the cache', { fromCache: true }],
    ])('an answer %s needs none', async (_what, parts) => {
      const calls = listen('chromium');
      await send('onResponseStarted', { ...withConnection, ...parts });
      await vi.waitFor(() => expect(calls).toEqual(['navigate']));
    });
  });

  it('a prerendered page that failed does not change the shown one', async () => {
    const calls = listen('chromium');
    await send('onErrorOccurred', { ...REQUEST, documentLifecycle: 'prerender' });
    expect(calls).toEqual([]);
  });
});

describe('A document that is shown', () => {
  const shown = {
    tabId: 7,
    frameId: 0,
    url: 'https://example.com/',
    transitionQualifiers: ['server_redirect'],
  };
  it.each([
    ['was redirected', {}, ['commit true']],
    ['was not', { transitionQualifiers: [] }, ['commit false']],
    [
      'was once, and is gone back to',
      { transitionQualifiers: ['server_redirect', 'forward_back'] },
      ['commit false'],
    ],
    ['is prerendered', { frameId: 9, frameType: 'outermost_frame' }, ['commit true']],
    ['is in a frame', { frameId: 9, frameType: 'sub_frame' }, []],
    ['is in a frame, in Firefox', { frameId: 9 }, []],
  ])('%s', async (_what, parts, expected) => {
    const calls = listen('chromium');
    await send('onCommitted', { ...shown, ...parts });
    expect(calls).toEqual(expected);
  });
});

describe('Firefox reports failures', () => {
  it('of the page in an event of its own, with exact numbers', async () => {
    const calls = listen('firefox');
    await send('navigationError', { ...REQUEST, frameId: 0 });
    expect(calls).toEqual(['fail']);
  });

  it('of a frame, which does not concern the page', async () => {
    const calls = listen('firefox');
    await send('navigationError', { ...REQUEST, frameId: 3 });
    expect(calls).toEqual([]);
  });
});

describe('A tab that has loaded', () => {
  const GRACE = 1500;
  const shown = { status: 'complete', url: 'https://example.com/', incognito: false };

  beforeEach(() => {
    vi.useFakeTimers();
    stage.tab = shown;
  });
  afterEach(() => void vi.useRealTimers());

  it('is settled once its observer has had time to report', async () => {
    const calls = listen('chromium');
    await update('complete', shown.url);
    await vi.advanceTimersByTimeAsync(GRACE - 1);
    expect(calls).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(calls).toEqual(['settle 7 https://example.com/ false']);
  });

  it('is settled immediately with a page of the browser, whose address may be hidden', async () => {
    const calls = listen('chromium');
    stage.tab = { status: 'complete', incognito: true };
    await update('complete', 'chrome://settings/');
    await vi.advanceTimersByTimeAsync(0);
    expect(calls).toEqual(['settle 7 null true']);
  });

  it.each([
    ['is loading the next page by then', { ...shown, status: 'loading' }],
    ['is closed by then', undefined],
  ])('is left alone when it %s', async (_what, tab) => {
    const calls = listen('chromium');
    await update('complete', shown.url);
    stage.tab = tab;
    await vi.advanceTimersByTimeAsync(GRACE);
    expect(calls).toEqual([]);
  });

  it('is not settled by any other change', async () => {
    const calls = listen('chromium');
    await update('loading', shown.url);
    await update(undefined, shown.url);
    await vi.advanceTimersByTimeAsync(GRACE);
    expect(calls).toEqual([]);
  });
});
