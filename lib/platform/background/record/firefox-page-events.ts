// The events about pages that only Firefox has: the connection, inside the event of the response headers, and failures with exact error numbers.
import { browser } from '../../browser.ts';
import { askFirefoxConnection } from './connection-adapter.ts';
import type { readRoots as ReadRoots } from './organization-roots-adapter.ts';
import { PAGES, requestOf, storeResponse } from './page-request.ts';
import type { RecordWriter } from './record-writer.ts';

/** Registers Firefox's listeners. Call in the first tick. */
export function listenInFirefox(
  writer: RecordWriter,
  readRoots: typeof ReadRoots,
  report: (error: unknown) => void,
): void {
  browser.webRequest.onHeadersReceived.addListener(
    // Blocking only because getSecurityInfo works nowhere else; nothing is blocked or changed, and the page does not wait for the extension's
    // storage.
    async (details) => {
      const reported = await askFirefoxConnection(details.requestId, details.timeStamp, readRoots).catch(
        report,
      );
      // The connection is stored first: if the background is stopped in between, the response is known to be missing and the page counts as not
      // completely checked.
      if (reported) writer.connect(requestOf(details), reported).catch(report);
      storeResponse(writer, details).catch(report);
      return {};
    },
    PAGES,
    ['blocking', 'responseHeaders'],
  );
  // Its numbers are exact, whereas the error text of webRequest is a translated sentence.
  browser.webNavigation.onErrorOccurred.addListener(
    (details) => {
      // The polyfill's types lack Firefox's error.
      const { error } = details as typeof details & { readonly error?: string };
      if (details.frameId === 0) writer.fail(details.tabId, details.url, error ?? '').catch(report);
    },
    { url: [{ schemes: ['http', 'https'] }] },
  );
}
