// The events about pages that only Chromium has: the connection, in a separate event behind a feature flag; whether a response came from the cache;
// failures.
import type { WebRequest } from 'webextension-polyfill';
import { browser } from '../../browser.ts';
import { TELLS_KEY } from '../../storage-keys.ts';
import { readChromiumConnection } from './connection-adapter.ts';
import type { ChromiumSecurityInfo } from './connection-adapter.ts';
import type { readRoots as ReadRoots } from './organization-roots-adapter.ts';
import { isFenced, isPrerendered, PAGES, requestOf, storeResponse } from './page-request.ts';
import type { RecordWriter } from './record-writer.ts';

/** The most requests with a reported connection that are stored: their responses follow immediately. */
const MAX_REPORTED = 50;

/** Registers Chromium's listeners. Call in the first tick. */
export function listenInChromium(
  writer: RecordWriter,
  readRoots: typeof ReadRoots,
  report: (error: unknown) => void,
): void {
  const { webRequest } = browser;
  // Not onHeadersReceived: only this event reports whether the response came from the cache.
  const connections = watchConnections();
  webRequest.onResponseStarted.addListener(
    (details) => {
      const { requestId, url, fromCache } = details;
      connections
        .isMissing(requestId)
        .then((isMissing) =>
          storeResponse(writer, details, isMissing && url.startsWith('https:') && !fromCache),
        )
        .catch(report);
    },
    PAGES,
    ['responseHeaders'],
  );
  // A separate listener: with the feature off, the browser does not call it or passes no information, and the other listener must not depend on it.
  webRequest.onHeadersReceived.addListener(
    (details) => {
      // The polyfill's types lack Chromium's security information.
      const { securityInfo } = details as typeof details & { readonly securityInfo?: ChromiumSecurityInfo };
      if (securityInfo === undefined || isFenced(details)) return;
      const connected = readRoots().then((roots) => {
        const reported = readChromiumConnection(securityInfo, details.timeStamp, roots);
        return reported === null ? undefined : writer.connect(requestOf(details), reported);
      });
      connections.note(details.requestId, connected.catch(report));
    },
    PAGES,
    // Newer than the polyfill's types: Chrome 144.
    ['securityInfoRawDer' as WebRequest.OnHeadersReceivedOptions],
  );
  webRequest.onErrorOccurred.addListener((details) => {
    // A page that could not be prefetched or prerendered was never shown; the shown one stays.
    if (isPrerendered(details) || isFenced(details)) return;
    writer.fail(details.tabId, details.url, details.error).catch(report);
  }, PAGES);
}

interface ConnectionReports {
  /** The browser reported the connection of a request; `stored` resolves when it is stored. */
  readonly note: (requestId: string, stored: Promise<unknown>) => void;
  /** Whether the report should have come and did not, as far as this worker knows: an earlier worker may have received it. */
  readonly isMissing: (requestId: string) => Promise<boolean>;
}

/**
 * Whether this Chromium reports certificates is known after its first report, and stored: when a worker is stopped together with that event, the page
 * must not look like one whose connection was reported.
 */
function watchConnections(): ConnectionReports {
  const { session } = browser.storage;
  const reported = new Map<string, Promise<unknown>>();
  let reports = session.get(TELLS_KEY).then(
    (stored) => stored[TELLS_KEY] === true,
    () => false,
  );
  return {
    note: (requestId, stored) => {
      reported.set(requestId, stored);
      const [oldest] = reported.keys();
      if (reported.size > MAX_REPORTED && oldest !== undefined) reported.delete(oldest);
      reports = reports.then((known) => known || session.set({ [TELLS_KEY]: true }).then(() => true));
    },
    isMissing: async (requestId) => {
      const stored = reported.get(requestId);
      await stored;
      return stored === undefined && reports;
    },
  };
}
