// A page's request in the form of the browsers' events. Only main frames: every event of a page's navigation that an extension receives delays the
// page (docs/performance-log.md).
import type { WebRequest } from 'webextension-polyfill';
import { readPageHeaders } from '../../../record/headers.ts';
import { receiveHeaders, startNavigation } from '../../../record/navigation.ts';
import { SITES } from '../../browser.ts';
import type { PageRequest } from './page-navigations.ts';
import type { RecordWriter } from './record-writer.ts';

export const PAGES: WebRequest.RequestFilter = { urls: [...SITES], types: ['main_frame'] };

/** The origin of a request in Chromium; the polyfill's types lack it. https://developer.chrome.com/docs/extensions/reference/api/extensionTypes */
interface Placed {
  readonly documentLifecycle?: string;
  /** The requesting document; the request of a page to be shown has none yet. */
  readonly documentId?: string;
  readonly frameType?: string;
}

/** The common part of both browsers' events about a response; `fromCache` if the browser reports it. */
type PageResponse = Pick<
  WebRequest.OnHeadersReceivedDetailsType,
  'tabId' | 'requestId' | 'url' | 'statusCode' | 'responseHeaders' | 'timeStamp'
> & {
  readonly fromCache?: boolean;
};

/** Stores the response to a page's request. `needsConnection`: the browser must have reported the connection by now (PageNavigations.navigate). */
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

/** Whether a page is requested ahead of time: prerendered, or prefetched by the shown page, whose request only differs by its document. */
export function isPrerendered(details: object): boolean {
  // The types lack Chromium's fields.
  const { documentLifecycle, documentId } = details as Placed;
  return documentLifecycle === 'prerender' || (documentLifecycle !== undefined && documentId !== undefined);
}

/** Whether a frame is the outermost one of a page. A prerendered page has another frame id than the shown one. */
export function isOutermost(details: object): boolean {
  // As above.
  return (details as Placed).frameType === 'outermost_frame';
}

/** Whether a request is of a fenced frame: the main frame of a page inside the tab's page. */
export function isFenced(details: object): boolean {
  // As above.
  return (details as Placed).frameType === 'fenced_frame';
}
