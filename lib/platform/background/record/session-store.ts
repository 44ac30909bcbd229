// What the background remembers of a session, in the browser's memory only. The background is the single writer: it changes things in one
// serial queue, and what it wrote it keeps at hand, so a busy page costs no reading. A killed worker starts again from what was written.
import * as v from 'valibot';
import { innerFrames } from '../../../record/record-changes.ts';
import { sizeOf, shortenRecord } from '../../../record/record-size.ts';
import type { PageRecord } from '../../../record/record.ts';
import { readPending, readRecord, writeRecord } from '../../../record/read-record.ts';
import type { PendingNavigation } from '../../../record/read-record.ts';
import { INDEX_KEY, pageKey, pendingKey, tabKey } from '../../storage-keys.ts';
import { planRoom } from './session-room.ts';
import type { RoomPlan } from './session-room.ts';

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
/** Bytes of all records together, of the 10 MB that Chromium gives: the rest is for certificates, pages on their way, and what sizeOf misses. */
const BUDGET = 6_500_000;

const tabState = v.object({ documentId: v.string(), private: v.boolean(), noticed: v.nullable(v.string()) });
const index = v.array(
  v.object({
    tabId: v.number(),
    documentId: v.string(),
    /** Frames of the page have reported too, or are to be asked. Here, so that a background that starts need not read every record to know. */
    framed: v.boolean(),
    /** How much room the record takes. */
    bytes: v.optional(v.number(), 0),
  }),
);
type Index = v.InferOutput<typeof index>;

/** How often a record is shortened when the browser does not take it. */
const ATTEMPTS = 3;

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

  /**
   * Stores a record; with `state`, as the one that its tab shows. Gives it as it was stored: where there is no room for all of it, shorter.
   * Rejects when the browser takes not even that.
   */
  async putPage(record: PageRecord, state: TabState | null): Promise<PageRecord> {
    let budget = BUDGET;
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#putWithin(budget, record, state);
      } catch (error) {
        // Something else takes more than it should, or the browser counts otherwise.
        const taken = (await this.#index()).reduce((sum, { bytes }) => sum + bytes, sizeOf(record));
        budget = Math.min(budget, taken) / 2;
        if (!(await this.#relieve(record.tabId, state)) && attempt >= ATTEMPTS) throw error;
      }
    }
  }

  /** Forgets the record of a document. */
  async forgetPage(tabId: number, documentId: string): Promise<void> {
    await this.#forget((await this.#index()).filter((entry) => isOf(entry, tabId, documentId)));
  }

  /** Takes nothing in, so it works in a full storage: the index is written with the next record. */
  async #forget(entries: Index): Promise<void> {
    const kept = (await this.#index()).filter(
      (entry) => !entries.some(({ tabId, documentId }) => isOf(entry, tabId, documentId)),
    );
    await this.remove(entries.map((entry) => pageKey(entry.tabId, entry.documentId)));
    this.#known.set(INDEX_KEY, kept);
  }

  /**
   * The last resort in a full storage: forgets what no tab shows, or the oldest half of the other tabs' pages. False: there is nothing left. `next`: what
   * the tab is about to show; the page that it shows now is then about to be hidden.
   */
  async #relieve(tabId: number, next: TabState | null = null): Promise<boolean> {
    const all = await this.#index();
    const shown = await this.#shown(all);
    const others = all.filter((entry) => entry.tabId !== tabId);
    const isReplaced = (entry: Index[number]): boolean =>
      next !== null && entry.tabId === tabId && entry.documentId !== next.documentId;
    const hidden = all.filter((entry) => !shown.has(entry) || isReplaced(entry));
    const gone = hidden.length > 0 ? hidden : others.slice(0, Math.ceil(others.length / 2));
    await this.#forget(gone);
    return gone.length > 0;
  }

  /** Those that their tabs show now. */
  async #shown(entries: Index): Promise<Set<Index[number]>> {
    const shown = new Set<Index[number]>();
    for (const entry of entries)
      if ((await this.tab(entry.tabId))?.documentId === entry.documentId) shown.add(entry);
    return shown;
  }

  async #putWithin(budget: number, record: PageRecord, state: TabState | null): Promise<PageRecord> {
    const { tabId, documentId } = record;
    const others = (await this.#index()).filter((entry) => !isOf(entry, tabId, documentId));
    const framed = innerFrames(record).length > 0 || record.framesUnheard;
    const own = { tabId, documentId, framed, bytes: sizeOf(record) };
    const { forget, shorten } = await this.#plan(budget, [...others, own], own);
    if (forget.length > 0) await this.remove(forget.map((entry) => pageKey(entry.tabId, entry.documentId)));
    const records = new Map<string, PageRecord>();
    const kept: Index = [];
    for (const entry of [...others, own]) {
      if (forget.includes(entry)) continue;
      const max = shorten.get(entry);
      const whole = entry === own ? record : null;
      const short = max === undefined ? whole : await this.#shorten(entry, whole, max);
      if (short !== null) records.set(pageKey(entry.tabId, entry.documentId), short);
      kept.push(short === null ? entry : { ...entry, bytes: sizeOf(short) });
    }
    await this.write({
      ...Object.fromEntries([...records].map(([key, stored]) => [key, writeRecord(stored)])),
      [INDEX_KEY]: kept,
      ...(state && { [tabKey(tabId)]: state }),
    });
    for (const [key, stored] of records) {
      this.#known.set(key, stored);
      this.#checked.add(stored);
    }
    return records.get(pageKey(tabId, documentId)) ?? record;
  }

  async #shorten(
    { tabId, documentId }: Index[number],
    own: PageRecord | null,
    max: number,
  ): Promise<PageRecord | null> {
    const record = own ?? (await this.page(tabId, documentId));
    return record && shortenRecord(record, max);
  }

  /** What has to go so that `own` fits in. What tabs show is looked up only when something has to. */
  async #plan(budget: number, all: Index, own: Index[number]): Promise<RoomPlan<Index[number]>> {
    const bytes = all.reduce((sum, entry) => sum + entry.bytes, 0);
    const ofTab = all.filter(({ tabId }) => tabId === own.tabId);
    if (bytes <= budget && all.length <= MAX_DOCUMENTS && ofTab.length <= MAX_DOCUMENTS_PER_TAB)
      return { forget: [], shorten: new Map() };
    const shown = (await this.#shown(all)).add(own);
    // The oldest of what no tab shows: what is shown is bounded by the number of tabs.
    const tooMany = (entries: Index, max: number): Index =>
      entries.filter((entry) => !shown.has(entry)).slice(0, Math.max(0, entries.length - max));
    const old = new Set([...tooMany(ofTab, MAX_DOCUMENTS_PER_TAB), ...tooMany(all, MAX_DOCUMENTS)]);
    const plan = planRoom(
      all
        .filter((entry) => !old.has(entry))
        .map((entry) => ({ entry, bytes: entry.bytes, isShown: shown.has(entry) })),
      budget,
    );
    return {
      forget: [...old, ...plan.forget.map(({ entry }) => entry)],
      shorten: new Map([...plan.shorten].map(([{ entry }, max]) => [entry, max])),
    };
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
    const items = { [pendingKey(tabId)]: pending.slice(-MAX_PENDING) };
    try {
      await this.write(items);
    } catch {
      await this.#relieve(tabId);
      await this.write(items);
    }
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

function isOf(entry: Index[number], tabId: number, documentId: string): boolean {
  return entry.tabId === tabId && entry.documentId === documentId;
}

function parse<T>(schema: v.GenericSchema<unknown, T>, value: unknown): T | null {
  const result = v.safeParse(schema, value);
  return result.success ? result.output : null;
}
