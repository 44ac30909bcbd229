// What the background remembers of a session, in the browser's memory only. The background is the single writer: it changes things in one
// serial queue, and what it wrote it keeps at hand, so a busy page costs no reading. A killed worker starts again from what was written.
import * as v from 'valibot';
import { innerFrames } from '../page/record-changes.ts';
import type { PageRecord } from '../page/record.ts';
import { readPending, readRecord } from '../page/read-record.ts';
import type { PendingNavigation } from '../page/read-record.ts';
import { INDEX_KEY, pageKey, pendingKey, tabKey } from './keys.ts';

/** The part of `storage.session` that is used: a port, so that tests can fill it up or break it. */
export interface SessionArea {
  get(keys: string | string[]): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string | string[]): Promise<void>;
}

/** What is remembered of a tab. */
export interface TabState {
  readonly documentId: string;
  readonly private: boolean;
  /** The document for which the notice was shown, if any. */
  readonly noticed: string | null;
}

/** Documents remembered over all tabs, and per tab (for the back/forward cache). */
const MAX_DOCUMENTS = 300;
const MAX_DOCUMENTS_PER_TAB = 8;
const MAX_PENDING = 4;

const tabState = v.object({ documentId: v.string(), private: v.boolean(), noticed: v.nullable(v.string()) });
const index = v.array(
  v.object({
    tabId: v.number(),
    documentId: v.string(),
    /** Frames of the page have reported too. Here, so that a background that starts need not read every record to know. */
    framed: v.boolean(),
  }),
);
type Index = v.InferOutput<typeof index>;

export class SessionStore {
  readonly #area: SessionArea;
  readonly #known = new Map<string, unknown>();
  /** Records that were checked, or made here: checking a long one on every event costs more than the event. */
  readonly #checked = new WeakSet<object>();
  #queue: Promise<unknown> = Promise.resolve();

  constructor(area: SessionArea) {
    this.#area = area;
  }

  /** Runs a change after all earlier ones. A failed one does not stop those behind it. */
  change<T>(task: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(task);
    this.#queue = result.catch(() => undefined);
    return result;
  }

  /** What the tab shows now; null when nothing is known of it. */
  async tab(tabId: number): Promise<TabState | null> {
    return parse(tabState, await this.read(tabKey(tabId)));
  }

  /** The record of a document; null when there is none. */
  async page(tabId: number, documentId: string): Promise<PageRecord | null> {
    const key = pageKey(tabId, documentId);
    const stored = await this.read(key);
    if (this.#isChecked(stored)) return stored;
    const record = readRecord(stored);
    if (record !== null) {
      this.#known.set(key, record);
      this.#checked.add(record);
    }
    return record;
  }

  /** The record of the document that the tab shows. */
  async currentPage(tabId: number): Promise<PageRecord | null> {
    const state = await this.tab(tabId);
    return state === null ? null : this.page(tabId, state.documentId);
  }

  /** Stores a record; with `state`, as the one that its tab shows. Makes room when the browser has none left. */
  async putPage(record: PageRecord, state: TabState | null): Promise<void> {
    const key = pageKey(record.tabId, record.documentId);
    const { kept, dropped } = trim(await this.#index(), record);
    if (dropped.length > 0) await this.remove(dropped);
    const items = { [key]: record, [INDEX_KEY]: kept, ...(state && { [tabKey(record.tabId)]: state }) };
    try {
      await this.write(items);
      this.#checked.add(record);
    } catch {
      // The quota is spent (10 MB in Chromium): the other tabs' oldest pages make room, and this one goes without its long list.
      const others = kept.filter(({ tabId }) => tabId !== record.tabId).slice(0, Math.ceil(kept.length / 2));
      await this.remove(others.map(({ tabId, documentId }) => pageKey(tabId, documentId)));
      const shorter = {
        ...record,
        mixed: record.mixed.slice(0, 50),
        mixedDropped: record.mixedDropped + Math.max(0, record.mixed.length - 50),
      };
      await this.write({
        ...items,
        [key]: shorter,
        [INDEX_KEY]: kept.filter((entry) => !others.includes(entry)),
      });
    }
  }

  /** The tabs with a page whose frames have reported too, also one that was there before. */
  async framedTabs(): Promise<readonly number[]> {
    const framed = (await this.#index()).filter((entry) => entry.framed);
    return [...new Set(framed.map(({ tabId }) => tabId))];
  }

  /** The pages on their way in a tab, oldest first. */
  async pending(tabId: number): Promise<readonly PendingNavigation[]> {
    return readPending(await this.read(pendingKey(tabId)));
  }

  async putPending(tabId: number, pending: readonly PendingNavigation[]): Promise<void> {
    await this.write({ [pendingKey(tabId)]: pending.slice(-MAX_PENDING) });
  }

  /** Forgets everything about a tab. */
  async forgetTab(tabId: number): Promise<void> {
    const all = await this.#index();
    const own = all.filter((entry) => entry.tabId === tabId);
    await this.remove([
      tabKey(tabId),
      pendingKey(tabId),
      ...own.map((entry) => pageKey(tabId, entry.documentId)),
    ]);
    if (own.length > 0) await this.write({ [INDEX_KEY]: all.filter((entry) => entry.tabId !== tabId) });
  }

  /** A value as it was stored, unchecked: what comes out of storage is `unknown` to everyone. */
  async read(key: string): Promise<unknown> {
    if (!this.#known.has(key)) this.#known.set(key, (await this.#area.get(key))[key]);
    return this.#known.get(key);
  }

  async write(items: Record<string, unknown>): Promise<void> {
    await this.#area.set(items);
    for (const [key, value] of Object.entries(items)) this.#known.set(key, value);
  }

  async remove(keys: readonly string[]): Promise<void> {
    await this.#area.remove([...keys]);
    for (const key of keys) this.#known.delete(key);
  }

  #isChecked(value: unknown): value is PageRecord {
    return typeof value === 'object' && value !== null && this.#checked.has(value);
  }

  async #index(): Promise<Index> {
    return parse(index, await this.read(INDEX_KEY)) ?? [];
  }
}

/** Puts the record last and says which documents are over the bounds. */
function trim(
  known: Index,
  record: PageRecord,
): { readonly kept: Index; readonly dropped: readonly string[] } {
  const { tabId, documentId } = record;
  const others = known.filter((entry) => entry.tabId !== tabId || entry.documentId !== documentId);
  const ownOthers = others.filter((entry) => entry.tabId === tabId);
  const tooOld = new Set([
    ...ownOthers.slice(0, Math.max(0, ownOthers.length + 1 - MAX_DOCUMENTS_PER_TAB)),
    ...others.slice(0, Math.max(0, others.length + 1 - MAX_DOCUMENTS)),
  ]);
  return {
    kept: [
      ...others.filter((entry) => !tooOld.has(entry)),
      { tabId, documentId, framed: innerFrames(record).length > 0 },
    ],
    dropped: [...tooOld].map((entry) => pageKey(entry.tabId, entry.documentId)),
  };
}

function parse<T>(schema: v.GenericSchema<unknown, T>, value: unknown): T | null {
  const result = v.safeParse(schema, value);
  return result.success ? result.output : null;
}
