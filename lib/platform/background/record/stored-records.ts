// The page records in `storage.session`, and how they share its space: a new record is stored completely or shortened, and older ones are removed for
// it.
import { readRecord, writeRecord } from '../../../record/read-record.ts';
import { shortenRecord, sizeOf } from '../../../record/record-size.ts';
import type { PageRecord } from '../../../record/record.ts';
import { INDEX_KEY, pageKey, tabKey } from '../../storage-keys.ts';
import { entryOf, isOf, planIndex, readIndex, shownEntries } from './record-index.ts';
import type { IndexEntry, RecordIndex, TabState } from './record-index.ts';
import type { SessionCache } from './session-cache.ts';

/** The most bytes of all records together, of the 10 MB that Chromium allows: the rest is for certificates, navigations, and the error of sizeOf. */
const BUDGET = 6_500_000;
/** How often a record is shortened when the browser does not store it. */
const ATTEMPTS = 3;

export class StoredRecords {
  readonly #cache: SessionCache;
  /** Records that were checked, or created here: checking a long one on every event costs more than the event. */
  readonly #checked = new WeakSet<object>();

  constructor(cache: SessionCache) {
    this.#cache = cache;
  }

  /** Returns the record of a document; null when there is none. */
  async get(tabId: number, documentId: string): Promise<PageRecord | null> {
    const key = pageKey(tabId, documentId);
    const stored = await this.#cache.read(key);
    if (this.#isChecked(stored)) return stored;
    const record = readRecord(stored);
    if (record !== null) this.#keep(key, record);
    return record;
  }

  /**
   * Stores a record; with `state`, as the one that its tab shows. Returns it as stored: shortened if there is not enough space. Rejects when the
   * browser does not even store that.
   */
  async put(record: PageRecord, state: TabState | null): Promise<PageRecord> {
    const raised = await this.#raise(record);
    let budget = BUDGET;
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#putWithin(budget, raised, state);
      } catch (error) {
        // Other values are larger than they should be, or the browser measures differently.
        const all = await readIndex(this.#cache);
        const taken = all.reduce((sum, { bytes }) => sum + bytes, sizeOf(record));
        budget = Math.min(budget, taken) / 2;
        if (!(await this.relieve(record.tabId, state)) && attempt >= ATTEMPTS) throw error;
      }
    }
  }

  /** Returns the record with the next revision, also if it replaces an older record; a record that is already stored keeps its revision. */
  async #raise(record: PageRecord): Promise<PageRecord> {
    const before = await this.get(record.tabId, record.documentId);
    if (before === record) return record;
    return { ...record, revision: Math.max(before?.revision ?? 0, record.revision) + 1 };
  }

  /** Removes the record of a document. */
  async forget(tabId: number, documentId: string): Promise<void> {
    await this.#forget((await readIndex(this.#cache)).filter((entry) => isOf(entry, tabId, documentId)));
  }

  /**
   * The last resort in a full storage: removes the records that no tab shows, or those of the oldest half of the other tabs. False: there is nothing
   * left to remove. `next`: what the tab is about to show; the page that it shows now is then about to be hidden.
   */
  async relieve(tabId: number, next: TabState | null = null): Promise<boolean> {
    const all = await readIndex(this.#cache);
    const shown = await shownEntries(this.#cache, all);
    const others = all.filter((entry) => entry.tabId !== tabId);
    const isReplaced = (entry: IndexEntry): boolean =>
      next !== null && entry.tabId === tabId && entry.documentId !== next.documentId;
    const hidden = all.filter((entry) => !shown.has(entry) || isReplaced(entry));
    const gone = hidden.length > 0 ? hidden : others.slice(0, Math.ceil(others.length / 2));
    await this.#forget(gone);
    return gone.length > 0;
  }

  /** Needs no space, so it works in a full storage: the index is written with the next record. */
  async #forget(entries: RecordIndex): Promise<void> {
    const kept = (await readIndex(this.#cache)).filter(
      (entry) => !entries.some(({ tabId, documentId }) => isOf(entry, tabId, documentId)),
    );
    await this.#cache.remove(entries.map((entry) => pageKey(entry.tabId, entry.documentId)));
    this.#cache.keep(INDEX_KEY, kept);
  }

  async #putWithin(budget: number, record: PageRecord, state: TabState | null): Promise<PageRecord> {
    const { tabId, documentId } = record;
    const others = (await readIndex(this.#cache)).filter((entry) => !isOf(entry, tabId, documentId));
    const own = entryOf(record);
    const { forget, shorten } = await planIndex(this.#cache, budget, [...others, own], own);
    if (forget.length > 0)
      await this.#cache.remove(forget.map((entry) => pageKey(entry.tabId, entry.documentId)));
    const records = new Map<string, PageRecord>();
    const kept: IndexEntry[] = [];
    for (const entry of [...others, own]) {
      if (forget.includes(entry)) continue;
      const max = shorten.get(entry);
      const whole = entry === own ? record : null;
      const short = max === undefined ? whole : await this.#shorten(entry, whole, max);
      if (short !== null) records.set(pageKey(entry.tabId, entry.documentId), short);
      kept.push(short === null ? entry : { ...entry, bytes: sizeOf(short) });
    }
    await this.#cache.write({
      ...Object.fromEntries([...records].map(([key, stored]) => [key, writeRecord(stored)])),
      [INDEX_KEY]: kept,
      ...(state && { [tabKey(tabId)]: state }),
    });
    for (const [key, stored] of records) this.#keep(key, stored);
    return records.get(pageKey(tabId, documentId)) ?? record;
  }

  async #shorten(
    { tabId, documentId }: IndexEntry,
    own: PageRecord | null,
    max: number,
  ): Promise<PageRecord | null> {
    const record = own ?? (await this.get(tabId, documentId));
    // The record of another page changes too.
    const revision = record === own ? 0 : 1;
    return record && { ...shortenRecord(record, max), revision: record.revision + revision };
  }

  #keep(key: string, record: PageRecord): void {
    this.#cache.keep(key, record);
    this.#checked.add(record);
  }

  #isChecked(value: unknown): value is PageRecord {
    return typeof value === 'object' && value !== null && this.#checked.has(value);
  }
}
