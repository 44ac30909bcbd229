// Insecure requests of workers. The reports of a deep check's workers do not leave the browser; their content is read from the request. Requests of
// shared workers, which Chromium does not block and reports to no page, are seen when they are made. Neither filter matches a page's own https
// requests.
import type { WebRequest } from 'webextension-polyfill';
import { parseAddress } from '../../../address/address.ts';
import { readReportAddress, REPORT_PATTERN } from '../../../deep-check/deep-policy.ts';
import type { ReportAddress } from '../../../deep-check/deep-policy.ts';
import { workerRequest } from '../../../record/sightings/background-sighting.ts';
import type { BackgroundSighting, PagesConcerned } from '../../../record/sightings/background-sighting.ts';
import { readWorkerReport } from '../../../record/sightings/worker-report.ts';
import { BROWSER, browser } from '../../browser.ts';

/** The API's value for "in no tab": shared and service workers. */
const NO_TAB = -1;

type Request = Pick<WebRequest.OnBeforeRequestDetailsType, 'url' | 'tabId' | 'requestBody' | 'originUrl'> & {
  /** Chromium's field for the requesting origin. */
  readonly initiator?: string;
};

/**
 * Registers both listeners. `onSighting` receives the sightings, or null for a report that cannot be read. `isOfCheck`: whether the address of a
 * report belongs to a running check: any page can send reports to any address.
 */
export function listenToWorkers(
  onSighting: (pages: PagesConcerned, sighting: BackgroundSighting | null) => Promise<void>,
  isOfCheck: (address: ReportAddress) => Promise<boolean>,
  report: (error: unknown) => void,
): void {
  const { onBeforeRequest } = browser.webRequest;

  const take = async (address: ReportAddress, request: Request): Promise<void> => {
    const pages = pagesOf(address, request);
    if (pages && (await isOfCheck(address))) await onSighting(pages, readWorkerReport(bytesOf(request)));
  };

  const onReport = (request: Request): WebRequest.BlockingResponse => {
    const address = readReportAddress(request.url);
    if (address === null) return {};
    take(address, request).catch(report);
    // It has arrived. Chromium accepts no answer here; the request ends at the address.
    return { cancel: true };
  };
  onBeforeRequest.addListener(
    onReport,
    { urls: [REPORT_PATTERN], types: ['csp_report'] },
    BROWSER === 'firefox' ? ['blocking', 'requestBody'] : ['requestBody'],
  );

  onBeforeRequest.addListener(
    (request: Request) => {
      if (request.tabId !== NO_TAB) return;
      const origin = originOf(request);
      if (origin?.startsWith('https:'))
        onSighting({ origin }, workerRequest(origin, request.url)).catch(report);
    },
    { urls: ['http://*/*'], types: ['xmlhttprequest', 'script'] },
  );
}

/**
 * Returns the pages to which a report may belong, by the browser's information on its sender, never by its content; null: it is not from the sender
 * that its address names.
 */
function pagesOf({ owner }: ReportAddress, request: Request): PagesConcerned | null {
  const origin = originOf(request);
  if (owner !== 'shared') return request.tabId === owner ? { tabId: owner, origin } : null;
  return request.tabId === NO_TAB && origin !== null ? { origin } : null;
}

function originOf({ initiator, originUrl }: Request): string | null {
  return initiator ?? parseAddress(originUrl ?? '')?.origin ?? null;
}

function bytesOf({ requestBody }: Request): Uint8Array {
  const parts = (requestBody?.raw ?? []).map(
    ({ bytes }) => new Uint8Array((bytes as ArrayBuffer | undefined) ?? []),
  );
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
