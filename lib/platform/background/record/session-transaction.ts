// One change of the session's storage: everything that may be read and written in it. `SessionStore.change` creates one for each change, and code
// that runs inside a change takes it as an argument instead of the store. So a change can call others without waiting for itself.
import type { PendingNavigation } from '../../../record/read-record.ts';
import { readPending } from '../../../record/read-record.ts';
import type { PageRecord } from '../../../record/record.ts';
import { INDEX_KEY, pageKey, pendingKey, tabKey } from '../../storage-keys.ts';
import { readIndex, readTabState } from './record-index.ts';
import type { TabState } from './record-index.ts';
import type { SessionCache } from './session-cache.ts';
import type { StoredRecords } from './stored-records.ts';

/** The most navigations that are stored for a tab. */
const MAX_PENDING = 4;

export class SessionTransaction {
  readonly #stored: SessionCache;
  readonly #records: StoredRecords;
  readonly #over: AbortSignal;

  /** `over`: aborted at the end of the change; another change may then be running, so every later call rejects. */
  constructor(cache: SessionCache, records: StoredRecords, over: AbortSignal) {
    this.#stored = cache;
    this.#records = records;
    this.#over = over;
  }

  /** Returns what the tab shows now; null when nothing is known of it. */
  async tab(tabId: number): Promise<TabState | null> {
    return readTabState(this.#cache, tabId);
  }

  /** Returns the record of a document; null when there is none. */
  async page(tabId: number, documentId: string): Promise<PageRecord | null> {
    this.#over.throwIfAborted();
    return this.#records.get(tabId, documentId);
  }

  /** Returns the record of the document that the tab shows. */
  async currentPage(tabId: number): Promise<PageRecord | null> {
    const state = await this.tab(tabId);
    return state === null ? null : this.page(tabId, state.documentId);
  }

  /**
   * Stores a record; with `state`, as the one that its tab shows. Returns it as stored: shortened if there is not enough space. Rejects when the
   * browser does not even store that.
   */
  async putPage(record: PageRecord, state: TabState | null): Promise<PageRecord> {
    this.#over.throwIfAborted();
    return this.#records.put(record, state);
  }

  /** Removes the record of a document. */
  async forgetPage(tabId: number, documentId: string): Promise<void> {
    this.#over.throwIfAborted();
    await this.#records.forget(tabId, documentId);
  }

  /** Returns the tabs with a page whose frames have also reported, including earlier pages. */
  async framedTabs(): Promise<readonly number[]> {
    const framed = (await readIndex(this.#cache)).filter((entry) => entry.framed);
    return [...new Set(framed.map(({ tabId }) => tabId))];
  }

  /** Returns the navigations in a tab, oldest first. */
  async pending(tabId: number): Promise<readonly PendingNavigation[]> {
    return readPending(await this.read(pendingKey(tabId)));
  }

  /** Stores the navigations in a tab; of too many the newest. */
  async putPending(tabId: number, pending: readonly PendingNavigation[]): Promise<void> {
    const items = { [pendingKey(tabId)]: pending.slice(-MAX_PENDING) };
    try {
      await this.write(items);
    } catch {
      await this.#records.relieve(tabId);
      await this.write(items);
    }
  }

  /** Removes everything about a tab. */
  async forgetTab(tabId: number): Promise<void> {
    const all = await readIndex(this.#cache);
    const own = all.filter((entry) => entry.tabId === tabId);
    await this.remove([
      tabKey(tabId),
      pendingKey(tabId),
      ...own.map((entry) => pageKey(tabId, entry.documentId)),
    ]);
    if (own.length > 0) await this.write({ [INDEX_KEY]: all.filter((entry) => entry.tabId !== tabId) });
  }

  /** Returns a value as stored, unchecked: values from storage have the type `unknown`. */
  async read(key: string): Promise<unknown> {
    return this.#cache.read(key);
  }

  /** Stores values by key. Rejects when the browser does not store them. */
  async write(items: Record<string, unknown>): Promise<void> {
    await this.#cache.write(items);
  }

  /** Removes values; works in a full storage. */
  async remove(keys: readonly string[]): Promise<void> {
    await this.#cache.remove(keys);
  }

  get #cache(): SessionCache {
    this.#over.throwIfAborted();
    return this.#stored;
  }
}
