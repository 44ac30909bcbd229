// The browser's events about pages, turned into calls of the keeper. Registered in the worker's first tick, or a woken worker misses them.
// Filtered to main frames: every listener on more costs every page (docs/permissions.md).
import type { WebRequest } from 'webextension-polyfill';
import { followRedirect, isInternalUpgrade, receiveHeaders, startNavigation } from '../page/navigation.ts';
import { readPageHeaders } from '../page/headers.ts';
import { askFirefoxConnection, readChromiumConnection } from './connection-source.ts';
import type { ChromiumSecurityInfo } from './connection-source.ts';
import { BROWSER, browser, SITES } from './browser.ts';
import type { RecordKeeper } from './record-keeper.ts';

const PAGES: WebRequest.RequestFilter = { urls: [...SITES], types: ['main_frame'] };

/** What both browsers' events about an answer have in common; `fromCache` where the browser says so. */
type PageResponse = Pick<
  WebRequest.OnHeadersReceivedDetailsType,
  'tabId' | 'requestId' | 'url' | 'statusCode' | 'responseHeaders' | 'timeStamp'
> & {
  readonly fromCache?: boolean;
};

/** Registers every listener; `report` gets what goes wrong inside one. */
export function listenToPages(keeper: RecordKeeper, report: (error: unknown) => void): void {
  const { webRequest, tabs } = browser;

  webRequest.onBeforeRequest.addListener(({ tabId, requestId, url, timeStamp }) => {
    // A redirect begins again under the same id, and its hops are kept.
    keeper
      .navigate(tabId, requestId, (known) => known ?? startNavigation(requestId, url, timeStamp))
      .catch(report);
  }, PAGES);

  webRequest.onBeforeRedirect.addListener(
    ({ tabId, requestId, url, redirectUrl, statusCode, statusLine, timeStamp }) => {
      const status = statusCode > 0 ? statusCode : null;
      const internal = isInternalUpgrade({ url, to: redirectUrl, status, statusLine });
      keeper
        .navigate(tabId, requestId, (known) =>
          followRedirect(known ?? startNavigation(requestId, url, timeStamp), {
            url,
            to: redirectUrl,
            status,
            internal,
          }),
        )
        .catch(report);
    },
    PAGES,
  );

  const onResponse = ({
    tabId,
    requestId,
    url,
    statusCode,
    fromCache,
    responseHeaders,
    timeStamp,
  }: PageResponse): void => {
    const response = {
      status: statusCode,
      fromCache: fromCache ?? false,
      headers: readPageHeaders(responseHeaders ?? []),
    };
    keeper
      .navigate(tabId, requestId, (known) =>
        receiveHeaders(known ?? startNavigation(requestId, url, timeStamp), response),
      )
      .catch(report);
  };

  if (BROWSER === 'firefox') {
    webRequest.onHeadersReceived.addListener(
      // Blocking only because getSecurityInfo works nowhere else; nothing is blocked or changed, and the page does not wait for our storage.
      async (details) => {
        onResponse(details);
        const told = await askFirefoxConnection(details.requestId, details.timeStamp).catch(report);
        if (told)
          keeper.connect(details.tabId, details.requestId, told.connection, told.override).catch(report);
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
        if (details.frameId === 0) keeper.fail(details.tabId, details.url, error ?? '').catch(report);
      },
      { url: [{ schemes: ['http', 'https'] }] },
    );
  } else {
    // Not onHeadersReceived: only here Chromium says whether the answer came from its cache.
    webRequest.onResponseStarted.addListener(onResponse, PAGES, ['responseHeaders']);
    // A listener of its own: with the feature off it is silent or comes without the information, and must not silence the other.
    webRequest.onHeadersReceived.addListener(
      (details) => {
        const { securityInfo } = details as typeof details & { readonly securityInfo?: ChromiumSecurityInfo };
        const told = readChromiumConnection(securityInfo, details.timeStamp);
        if (told)
          keeper.connect(details.tabId, details.requestId, told.connection, told.override).catch(report);
      },
      PAGES,
      // Newer than the polyfill's types: Chrome 144.
      ['securityInfoRawDer' as WebRequest.OnHeadersReceivedOptions],
    );
    webRequest.onErrorOccurred.addListener(({ tabId, url, error }) => {
      keeper.fail(tabId, url, error).catch(report);
    }, PAGES);
  }

  tabs.onUpdated.addListener((tabId, { status }, tab) => {
    if (status === 'complete') keeper.settle(tabId, tab.url ?? null, tab.incognito).catch(report);
  });
  tabs.onRemoved.addListener((tabId) => {
    keeper.forget(tabId).catch(report);
  });
}
