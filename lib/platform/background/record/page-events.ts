// Turns the browser's events about pages into calls of the writer. They are registered in the worker's first tick: an event that wakes the worker is
// only delivered to listeners of that tick. There is no listener for the request itself, because its redirect, response or failure reports everything
// about it.
import { followRedirect, isInternalUpgrade, startNavigation } from '../../../record/navigation.ts';
import { BROWSER, browser } from '../../browser.ts';
import { listenInChromium } from './chromium-page-events.ts';
import { listenInFirefox } from './firefox-page-events.ts';
import { readRoots } from './organization-roots-adapter.ts';
import { isFenced, isOutermost, PAGES, requestOf } from './page-request.ts';
import type { RecordWriter } from './record-writer.ts';

/** ms from the end of loading until a page without a report counts as one without an observer. */
const GRACE = 1500;

/** Registers every listener; `report` receives their errors. */
export function listenToPages(writer: RecordWriter, report: (error: unknown) => void): void {
  listenToNavigations(writer, report);
  if (BROWSER === 'firefox') listenInFirefox(writer, readRoots, report);
  else listenInChromium(writer, readRoots, report);
  listenToTabs(writer, report);
}

function listenToNavigations(writer: RecordWriter, report: (error: unknown) => void): void {
  browser.webRequest.onBeforeRedirect.addListener((details) => {
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

  // A separate event: it also arrives if the background was stopped before it received a redirect.
  browser.webNavigation.onCommitted.addListener(
    (details) => {
      const { tabId, frameId, url, transitionQualifiers } = details;
      if (frameId !== 0 && !isOutermost(details)) return;
      // On back/forward the browser may report the redirects of the page's first visit.
      const isRedirected =
        transitionQualifiers.includes('server_redirect') && !transitionQualifiers.includes('forward_back');
      writer.commit(tabId, url, isRedirected).catch(report);
    },
    { url: [{ schemes: ['http', 'https'] }] },
  );
}

function listenToTabs(writer: RecordWriter, report: (error: unknown) => void): void {
  const { tabs } = browser;
  const settle = async (tabId: number, ms: number): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, ms));
    // By now the tab may show another page, or be closed.
    const tab = await tabs.get(tabId).catch(() => null);
    if (tab?.status === 'complete') await writer.settle(tabId, tab.url ?? null, tab.incognito);
  };
  tabs.onUpdated.addListener((tabId, { status }, { url }) => {
    if (status !== 'complete') return;
    // The browser's own pages do not report.
    settle(tabId, /^https?:/.test(url ?? '') ? GRACE : 0).catch(report);
  });
}
