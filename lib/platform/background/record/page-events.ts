// The browser's events about pages, turned into calls of the writer. Registered in the worker's first tick, or a woken worker misses them.
// Filtered to main frames, and none for the request itself, which tells nothing that its redirect, answer or failure does not: every event on the
// way of a page makes it come later (docs/performance-log.md).
import type { WebRequest } from 'webextension-polyfill';
import {
  followRedirect,
  isInternalUpgrade,
  receiveHeaders,
  startNavigation,
} from '../../../record/navigation.ts';
import { readPageHeaders } from '../../../record/headers.ts';
import { askFirefoxConnection, readChromiumConnection } from './connection-adapter.ts';
import type { ChromiumSecurityInfo } from './connection-adapter.ts';
import { BROWSER, browser, SITES } from '../../browser.ts';
import { TELLS_KEY } from '../../storage-keys.ts';
import { watchOrganizationRoots } from './organization-roots-adapter.ts';
import type { PageRequest } from './page-navigations.ts';
import type { RecordWriter } from './record-writer.ts';

const PAGES: WebRequest.RequestFilter = { urls: [...SITES], types: ['main_frame'] };

/** ms from the end of loading until a page that has not reported is taken for one without an observer. */
const GRACE = 1500;

/** Requests remembered as told about. */
const MAX_TOLD = 50;

/** Where a request belongs in Chromium; the polyfill's types lack both. https://developer.chrome.com/docs/extensions/reference/api/extensionTypes */
interface Placed {
  readonly documentLifecycle?: string;
  /** The document that asks; the request of a page to be shown has none yet. */
  readonly documentId?: string;
  readonly frameType?: string;
}

/** What both browsers' events about an answer have in common; `fromCache` where the browser says so. */
type PageResponse = Pick<
  WebRequest.OnHeadersReceivedDetailsType,
  'tabId' | 'requestId' | 'url' | 'statusCode' | 'responseHeaders' | 'timeStamp'
> & {
  readonly fromCache?: boolean;
};

/** Registers every listener; `report` gets what goes wrong inside one. */
export function listenToPages(writer: RecordWriter, report: (error: unknown) => void): void {
  const { webRequest, tabs } = browser;
  const readRoots = watchOrganizationRoots();

  webRequest.onBeforeRedirect.addListener((details) => {
    const { requestId, url, redirectUrl, statusCode, statusLine, timeStamp } = details;
    if (isFenced(details)) return;
    const status = statusCode > 0 ? statusCode : null;
    const internal = isInternalUpgrade({ url, to: redirectUrl, status, statusLine });
    writer
      .navigate(requestOf(details), (known) =>
        followRedirect(known ?? startNavigation(requestId, url, timeStamp), {
          url,
          to: redirectUrl,
          status,
          internal,
        }),
      )
      .catch(report);
  }, PAGES);

  const onResponse = (details: PageResponse, needsConnection = false): void => {
    if (isFenced(details)) return;
    const { requestId, url, statusCode, fromCache, responseHeaders, timeStamp } = details;
    const response = {
      status: statusCode,
      fromCache: fromCache ?? false,
      headers: readPageHeaders(responseHeaders ?? []),
    };
    writer
      .navigate(
        requestOf(details),
        (known) => receiveHeaders(known ?? startNavigation(requestId, url, timeStamp), response),
        needsConnection,
      )
      .catch(report);
  };

  if (BROWSER === 'firefox') {
    webRequest.onHeadersReceived.addListener(
      // Blocking only because getSecurityInfo works nowhere else; nothing is blocked or changed, and the page does not wait for our storage.
      async (details) => {
        const told = await askFirefoxConnection(details.requestId, details.timeStamp, readRoots).catch(
          report,
        );
        // The connection first: where the background is stopped between the two, the answer is known to be missing and the page not wholly checked.
        if (told) writer.connect(requestOf(details), told).catch(report);
        onResponse(details);
        return {};
      },
      PAGES,
      ['blocking', 'responseHeaders'],
    );
    // Its numbers are exact where the text of webRequest's error is a translated sentence.
    browser.webNavigation.onErrorOccurred.addListener(
      (details) => {
        // The polyfill's types lack the error that Firefox gives.
        const { error } = details as typeof details & { readonly error?: string };
        if (details.frameId === 0) writer.fail(details.tabId, details.url, error ?? '').catch(report);
      },
      { url: [{ schemes: ['http', 'https'] }] },
    );
  } else {
    // Not onHeadersReceived: only here Chromium says whether the answer came from its cache.
    const telling = watchTelling();
    webRequest.onResponseStarted.addListener(
      (details) => {
        const { requestId, url, fromCache } = details;
        telling
          .isOwed(requestId)
          .then((isOwed) => onResponse(details, isOwed && url.startsWith('https:') && !fromCache))
          .catch(report);
      },
      PAGES,
      ['responseHeaders'],
    );
    // A listener of its own: with the feature off it is silent or comes without the information, and must not silence the other.
    webRequest.onHeadersReceived.addListener(
      (details) => {
        const { securityInfo } = details as typeof details & { readonly securityInfo?: ChromiumSecurityInfo };
        if (securityInfo === undefined || isFenced(details)) return;
        const connected = readRoots().then((roots) => {
          const told = readChromiumConnection(securityInfo, details.timeStamp, roots);
          return told === null ? undefined : writer.connect(requestOf(details), told);
        });
        telling.note(details.requestId, connected.catch(report));
      },
      PAGES,
      // Newer than the polyfill's types: Chrome 144.
      ['securityInfoRawDer' as WebRequest.OnHeadersReceivedOptions],
    );
    webRequest.onErrorOccurred.addListener((details) => {
      // A page that could not be prefetched or prerendered was never shown, and the shown one stays.
      if (isPrerendered(details) || isFenced(details)) return;
      writer.fail(details.tabId, details.url, details.error).catch(report);
    }, PAGES);
  }

  // Comes on its own: it is there also where the background was stopped before it had heard of a redirect.
  browser.webNavigation.onCommitted.addListener(
    (details) => {
      const { tabId, frameId, url, transitionQualifiers } = details;
      if (frameId !== 0 && !isOutermost(details)) return;
      // Going back, the browser may name what was true when the page was there first.
      const isRedirected =
        transitionQualifiers.includes('server_redirect') && !transitionQualifiers.includes('forward_back');
      writer.commit(tabId, url, isRedirected).catch(report);
    },
    { url: [{ schemes: ['http', 'https'] }] },
  );

  const settle = async (tabId: number, ms: number): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, ms));
    // It may show another page by now, or be closed.
    const tab = await tabs.get(tabId).catch(() => null);
    if (tab?.status === 'complete') await writer.settle(tabId, tab.url ?? null, tab.incognito);
  };
  tabs.onUpdated.addListener((tabId, { status }, { url }) => {
    if (status !== 'complete') return;
    // Nothing is to be expected of the browser's own pages.
    settle(tabId, /^https?:/.test(url ?? '') ? GRACE : 0).catch(report);
  });
  tabs.onRemoved.addListener((tabId) => {
    writer.forget(tabId).catch(report);
  });
}

interface Telling {
  /** The browser told about a request; `stored` resolves when that is stored. */
  readonly note: (requestId: string, stored: Promise<unknown>) => void;
  /** Whether it should have told about a request and did not, so far as this worker knows: one before it may have heard it. */
  readonly isOwed: (requestId: string) => Promise<boolean>;
}

/** Whether this Chromium tells about certificates is known once it did: a worker that died with that event must not make the page look told about. */
function watchTelling(): Telling {
  const { session } = browser.storage;
  /** What was told last, of a few requests: an answer follows at once. */
  const told = new Map<string, Promise<unknown>>();
  let tells = session.get(TELLS_KEY).then(
    (stored) => stored[TELLS_KEY] === true,
    () => false,
  );
  return {
    note: (requestId, stored) => {
      told.set(requestId, stored);
      const [oldest] = told.keys();
      if (told.size > MAX_TOLD && oldest !== undefined) told.delete(oldest);
      tells = tells.then((known) => known || session.set({ [TELLS_KEY]: true }).then(() => true));
    },
    isOwed: async (requestId) => {
      const stored = told.get(requestId);
      await stored;
      return stored === undefined && tells;
    },
  };
}

function requestOf(details: Omit<PageRequest, 'prerendered'>): PageRequest {
  const { tabId, requestId, url } = details;
  return { tabId, requestId, url, prerendered: isPrerendered(details) };
}

/** Whether a page is requested ahead: prerendered, or prefetched by the shown page, which looks like that page's own request but for its document. */
function isPrerendered(details: object): boolean {
  // The types lack what Chromium gives.
  const { documentLifecycle, documentId } = details as Placed;
  return documentLifecycle === 'prerender' || (documentLifecycle !== undefined && documentId !== undefined);
}

/** A prerendered page has another number than the one that is shown. */
function isOutermost(details: object): boolean {
  // As above.
  return (details as Placed).frameType === 'outermost_frame';
}

/** A fenced frame is the main frame of a page inside of the tab's page. */
function isFenced(details: object): boolean {
  // As above.
  return (details as Placed).frameType === 'fenced_frame';
}
