// The browser's events about pages, turned into calls of the writer. Registered in the worker's first tick: an event that wakes the worker is given
// to the listeners of that tick alone. The request itself is not listened to, because its redirect, answer or failure tells all of it.
import { followRedirect, isInternalUpgrade, startNavigation } from '../../../record/navigation.ts';
import { BROWSER, browser } from '../../browser.ts';
import { listenInChromium } from './chromium-page-events.ts';
import { listenInFirefox } from './firefox-page-events.ts';
import { readRoots } from './organization-roots-adapter.ts';
import { isFenced, isOutermost, PAGES, requestOf } from './page-request.ts';
import type { RecordWriter } from './record-writer.ts';

/** ms from the end of loading until a page that has not reported is taken for one without an observer. */
const GRACE = 1500;

/** Registers every listener; `report` gets what goes wrong inside one. */
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
}

function listenToTabs(writer: RecordWriter, report: (error: unknown) => void): void {
  const { tabs } = browser;
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
}
