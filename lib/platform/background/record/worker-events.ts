// What workers request without encryption. The reports of a deep check's workers end inside the browser and are read on their way. Requests of shared workers,
// which Chromium does not block and reports to no page, are seen as they go out. Neither filter matches an encrypted request of a page.
import type { WebRequest } from 'webextension-polyfill';
import { parseAddress } from '../../../address/address.ts';
import { readReportAddress, REPORT_PATTERN } from '../../../deep-check/deep-policy.ts';
import type { ReportAddress } from '../../../deep-check/deep-policy.ts';
import { workerRequest } from '../../../record/sightings/background-sighting.ts';
import type { BackgroundSighting, PagesConcerned } from '../../../record/sightings/background-sighting.ts';
import { readWorkerReport } from '../../../record/sightings/worker-report.ts';
import { BROWSER, browser } from '../../browser.ts';

/** The browser's word for "in no tab": shared and service workers. */
const NO_TAB = -1;

type Request = Pick<WebRequest.OnBeforeRequestDetailsType, 'url' | 'tabId' | 'requestBody' | 'originUrl'> & {
  /** Chromium's name for the origin that asks. */
  readonly initiator?: string;
};

/**
 * Registers both listeners; `onSighting` gets what they see, or null for a report that cannot be read. `isOfCheck`: whether the address of a report is of a check that is under way: any page
 * can send reports to any address.
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
    // It has arrived. Chromium takes no answer here; the address ends the request there.
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
 * The pages that a report may be of, by the browser's own word on who sends it, never by the report's; null: it is not from where its address says.
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
