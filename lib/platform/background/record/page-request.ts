// A page's request as the browsers' events describe it. Only main frames: any event that an extension hears on the way of a page makes the page come
// later (docs/performance-log.md).
import type { WebRequest } from 'webextension-polyfill';
import { readPageHeaders } from '../../../record/headers.ts';
import { receiveHeaders, startNavigation } from '../../../record/navigation.ts';
import { SITES } from '../../browser.ts';
import type { PageRequest } from './page-navigations.ts';
import type { RecordWriter } from './record-writer.ts';

export const PAGES: WebRequest.RequestFilter = { urls: [...SITES], types: ['main_frame'] };

/** Where a request belongs in Chromium; the polyfill's types lack it. https://developer.chrome.com/docs/extensions/reference/api/extensionTypes */
interface Placed {
  readonly documentLifecycle?: string;
  /** The document that asks; the request of a page to be shown has none yet. */
  readonly documentId?: string;
  readonly frameType?: string;
}

/** What both browsers' events about an answer have in common; `fromCache` where the browser reports it. */
type PageResponse = Pick<
  WebRequest.OnHeadersReceivedDetailsType,
  'tabId' | 'requestId' | 'url' | 'statusCode' | 'responseHeaders' | 'timeStamp'
> & {
  readonly fromCache?: boolean;
};

/** Stores the answer to a page's request. `needsConnection`: the browser must have reported the connection by now (PageNavigations.navigate). */
export async function storeResponse(
  writer: Pick<RecordWriter, 'navigate'>,
  details: PageResponse,
  needsConnection = false,
): Promise<void> {
  if (isFenced(details)) return;
  const { requestId, url, statusCode, fromCache, responseHeaders, timeStamp } = details;
  const response = {
    status: statusCode,
    fromCache: fromCache ?? false,
    headers: readPageHeaders(responseHeaders ?? []),
  };
  await writer.navigate(
    requestOf(details),
    (known) => receiveHeaders(known ?? startNavigation(requestId, url, timeStamp), response),
    needsConnection,
  );
}

export function requestOf(details: Omit<PageRequest, 'prerendered'>): PageRequest {
  const { tabId, requestId, url } = details;
  return { tabId, requestId, url, prerendered: isPrerendered(details) };
}

/** Whether a page is requested ahead: prerendered, or prefetched by the shown page, which looks like that page's own request but for its document. */
export function isPrerendered(details: object): boolean {
  // The types lack what Chromium gives.
  const { documentLifecycle, documentId } = details as Placed;
  return documentLifecycle === 'prerender' || (documentLifecycle !== undefined && documentId !== undefined);
}

/** Whether a frame is the outermost of a page. A prerendered page has another frame number than the one that is shown. */
export function isOutermost(details: object): boolean {
  // As above.
  return (details as Placed).frameType === 'outermost_frame';
}

/** Whether a request is of a fenced frame: the main frame of a page inside of the tab's page. */
export function isFenced(details: object): boolean {
  // As above.
  return (details as Placed).frameType === 'fenced_frame';
}
