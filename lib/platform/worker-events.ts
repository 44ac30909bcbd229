// What workers ask for without encryption. Their own reports end inside the browser and are read on their way; the requests of shared workers,
// which Chromium does not block and nobody tells the owner of, are seen as they go out. Both filters match no encrypted load of a page.
import type { WebRequest } from 'webextension-polyfill';
import { parseAddress } from '../page/address.ts';
import { readReportAddress, REPORT_PATTERN } from '../page/deep-policy.ts';
import { workerRequest } from '../page/background-sighting.ts';
import type { BackgroundSighting, PagesConcerned } from '../page/background-sighting.ts';
import { readWorkerReport } from '../page/worker-report.ts';
import { BROWSER, browser } from './browser.ts';

type Request = Pick<WebRequest.OnBeforeRequestDetailsType, 'url' | 'tabId' | 'requestBody' | 'originUrl'> & {
  /** Chromium's name for the origin that asks. */
  readonly initiator?: string;
};

/** Registers both listeners; `onSighting` gets what they see. */
export function listenToWorkers(
  onSighting: (pages: PagesConcerned, sighting: BackgroundSighting) => void,
): void {
  const { onBeforeRequest } = browser.webRequest;

  const onReport = (request: Request): WebRequest.BlockingResponse => {
    const owner = readReportAddress(request.url);
    if (owner === null) return {};
    const seen = readWorkerReport(bytesOf(request));
    const origin = originOf(request) ?? (seen && parseAddress(seen.frameUrl)?.origin);
    if (seen !== null && owner !== 'shared') onSighting({ tabId: owner }, seen);
    else if (seen !== null && origin) onSighting({ origin }, seen);
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
      if (request.tabId !== -1) return;
      const origin = originOf(request);
      if (origin?.startsWith('https:')) onSighting({ origin }, workerRequest(origin, request.url));
    },
    { urls: ['http://*/*'], types: ['xmlhttprequest', 'script'] },
  );
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
