// Finds, stores and paints the pages that tabs show. Everything runs inside a change of the store.
import type { Engine } from '../../../mixed-content/mixed-content.ts';
import { isUnderWay } from '../../../record/navigation.ts';
import { emptyRecord, UNOBSERVED } from '../../../record/record-changes.ts';
import type { PageRecord } from '../../../record/record.ts';
import type { OriginMemory } from './origin-memory.ts';
import type { TabState } from './record-index.ts';
import type { SessionTransaction } from './session-transaction.ts';

export interface PagePorts {
  /** Certificate errors by origin. */
  readonly errors: OriginMemory;
  /** ms since epoch. */
  readonly now: () => number;
  /** Whether the background was started so recently that the requests of current navigations may have begun before. */
  readonly isFresh: () => boolean;
  readonly isPrivateTab: (tabId: number) => Promise<boolean>;
  readonly engine: Engine;
  /** A tab shows something new and must be painted. */
  readonly onChange: (record: PageRecord, state: TabState) => void;
  /** The reports of the frames of the page in a tab are lost and must be requested again. */
  readonly onLost: (tabId: number) => void;
}

export class ShownPages {
  readonly ports: PagePorts;
  /** Pages whose observers were asked for lost reports. */
  readonly #missed = new Set<string>();

  constructor(ports: PagePorts) {
    this.ports = ports;
  }

  /** Returns the page that a tab shows; null when there is none. */
  async shown(
    tx: SessionTransaction,
    tabId: number,
  ): Promise<{ readonly page: PageRecord; readonly state: TabState } | null> {
    const state = await tx.tab(tabId);
    const page = state && (await tx.page(tabId, state.documentId));
    if (state && page === null) this.#miss(tabId, state.documentId);
    return state && page && { page, state };
  }

  /** The record of a shown page is missing or cannot be read. Its observers exist: they are asked, once. */
  #miss(tabId: number, documentId: string): void {
    const page = `${tabId} ${documentId}`;
    if (documentId === UNOBSERVED || this.#missed.has(page)) return;
    this.#missed.add(page);
    this.ports.onLost(tabId);
  }

  /** Whether another page is about to replace the one that a tab shows. */
  async isUnderWay(tx: SessionTransaction, tabId: number, shown: PageRecord | null): Promise<boolean> {
    const { now } = this.ports;
    const latest = (await tx.pending(tabId)).findLast(({ prerendered }) => !prerendered);
    // A navigation that has led to a document is over, even if the tab has shown another document since.
    return latest?.takenBy == null && isUnderWay(latest?.navigation, shown, now());
  }

  /** Stores and paints what a tab shows. False: there is no space at all, so nothing is known of the page any more. */
  async show(tx: SessionTransaction, record: PageRecord, state: TabState): Promise<boolean> {
    const { onChange } = this.ports;
    try {
      onChange(await tx.putPage(record, state), state);
      return true;
    } catch {
      // The earlier stored state is incomplete: it must not represent the page.
      await tx.forgetPage(record.tabId, record.documentId);
      const { tabId, documentId, url, openedAt } = record;
      onChange(emptyRecord(tabId, documentId, url, openedAt), state);
      return false;
    }
  }
}

/** Whether the browser reported that the page could not be opened. */
export function isFailed({ refusal, absence }: PageRecord): boolean {
  return refusal !== null || absence !== null;
}
