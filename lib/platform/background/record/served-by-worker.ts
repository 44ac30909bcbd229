// Whether the page's own service worker responded for a page whose request was not seen: then there was no request to see. The page's timing is read,
// and only in that case.
import { browser } from '../../browser.ts';
import type { RecordWriter } from './record-writer.ts';
import type { PageRecord } from '../../../record/record.ts';

export interface ServedByWorkerPorts {
  readonly writer: Pick<RecordWriter, 'amend'>;
  readonly currentPage: (tabId: number) => Promise<PageRecord | null>;
  /** Returns the document in a tab's main frame; null when the browser allows no scripts. */
  readonly ask: (tabId: number) => Promise<AnsweredDocument | null>;
}

/** A document, by its observer's id. */
export interface AnsweredDocument {
  readonly documentId: string | null;
  readonly servedByWorker: boolean;
}

/** Notes in the record of a tab's page that its own service worker responded, if its headers were not seen. */
export async function learnWorker(
  { writer, currentPage, ask }: ServedByWorkerPorts,
  tabId: number,
): Promise<void> {
  const page = await currentPage(tabId);
  if (page === null || !isUnseen(page)) return;
  const answered = await ask(tabId);
  if (answered?.servedByWorker !== true) return;
  await writer.amend(tabId, (record) =>
    isUnseen(record) && record.documentId === answered.documentId
      ? { ...record, servedByWorker: true }
      : null,
  );
}

function isUnseen({ observed, servedByWorker, navigation }: PageRecord): boolean {
  return observed && !servedByWorker && (navigation === null || navigation.headers === null);
}

/** Reads it in the document itself. */
export async function askDocument(tabId: number): Promise<AnsweredDocument | null> {
  const [answer] = await browser.scripting
    .executeScript({ target: { tabId }, injectImmediately: true, func: readDocument })
    .catch(() => []);
  return answer === undefined ? null : (answer.result as AnsweredDocument);
}

/** Runs in the page, where entrypoints/observer provides the id. https://www.w3.org/TR/resource-timing/#dom-performanceresourcetiming-workerstart */
function readDocument(): AnsweredDocument {
  const { observedDocument } = globalThis as { readonly observedDocument?: string };
  const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  if (entry === undefined) return { documentId: observedDocument ?? null, servedByWorker: false };
  const { workerStart, nextHopProtocol, encodedBodySize } = entry;
  // Firefox 153 leaves the worker's start at 0; such a page has no protocol and no bytes, unlike every response from the network.
  const servedByWorker = workerStart > 0 || (nextHopProtocol === '' && encodedBodySize === 0);
  return { documentId: observedDocument ?? null, servedByWorker };
}
