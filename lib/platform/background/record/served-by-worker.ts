// Whether the page's own service worker answered for a page whose request was not seen: then there was none to see. Asked of the page's timing, and
// only then.
import { browser } from '../../browser.ts';
import type { RecordWriter } from './record-writer.ts';
import type { PageRecord } from '../../../record/record.ts';

export interface ServedByWorkerPorts {
  readonly writer: Pick<RecordWriter, 'amend'>;
  readonly currentPage: (tabId: number) => Promise<PageRecord | null>;
  /** The document in a tab's main frame; null where the browser allows no scripts. */
  readonly ask: (tabId: number) => Promise<AnsweredDocument | null>;
}

/** A document, as its observer names it. */
export interface AnsweredDocument {
  readonly documentId: string | null;
  readonly servedByWorker: boolean;
}

/** Adds to the page that a tab shows that its own service worker answered, if its headers were not seen and that is so. */
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

/** Asks the document itself. */
export async function askDocument(tabId: number): Promise<AnsweredDocument | null> {
  const [answer] = await browser.scripting
    .executeScript({ target: { tabId }, injectImmediately: true, func: readDocument })
    .catch(() => []);
  return answer === undefined ? null : (answer.result as AnsweredDocument);
}

/** Runs in the page: entrypoints/observer puts the id there. https://www.w3.org/TR/resource-timing/#dom-performanceresourcetiming-workerstart */
function readDocument(): AnsweredDocument {
  const { observedDocument } = globalThis as { readonly observedDocument?: string };
  const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  if (entry === undefined) return { documentId: observedDocument ?? null, servedByWorker: false };
  const { workerStart, nextHopProtocol, encodedBodySize } = entry;
  // Firefox 153 leaves the worker's start at 0; such a page has no protocol and no bytes, which every answer over the network has.
  const servedByWorker = workerStart > 0 || (nextHopProtocol === '' && encodedBodySize === 0);
  return { documentId: observedDocument ?? null, servedByWorker };
}
