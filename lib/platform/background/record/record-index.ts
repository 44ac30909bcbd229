// The index of the stored records: which exist, which of them tabs show, and which are removed for a new one. It is one small value, so that a
// background that starts need not read every record.
import * as v from 'valibot';
import { sizeOf } from '../../../record/record-size.ts';
import type { PageRecord } from '../../../record/record.ts';
import { readAs } from '../../../schema/schema.ts';
import type { Infer } from '../../../schema/schema.ts';
import { INDEX_KEY, tabKey } from '../../storage-keys.ts';
import type { SessionCache } from './session-cache.ts';
import { planRoom } from './session-room.ts';
import type { RoomPlan } from './session-room.ts';
import { innerFrames } from '../../../record/frame-changes.ts';

/** The stored state of a tab. */
export interface TabState {
  /** The document that the tab shows. */
  readonly documentId: string;
  readonly private: boolean;
  /** The document for which the notice was shown, if any. */
  readonly noticed: string | null;
}

/** The most stored documents over all tabs, and per tab (for the back/forward cache). */
const MAX_DOCUMENTS = 300;
const MAX_DOCUMENTS_PER_TAB = 8;

const tabState = v.object({ documentId: v.string(), private: v.boolean(), noticed: v.nullable(v.string()) });
const index = v.array(
  v.object({
    tabId: v.number(),
    documentId: v.string(),
    /** Frames of the page have reported too, or will be asked to. */
    framed: v.boolean(),
    /** Size of the record. */
    bytes: v.optional(v.number(), 0),
  }),
);
/** Oldest record first. */
export type RecordIndex = Infer<typeof index>;
export type IndexEntry = RecordIndex[number];

/** Returns the index; empty if none is stored, or it cannot be read. */
export async function readIndex(cache: SessionCache): Promise<RecordIndex> {
  return readAs(index, await cache.read(INDEX_KEY)) ?? [];
}

/** Returns the stored state of a tab; null: none. */
export async function readTabState(cache: SessionCache, tabId: number): Promise<TabState | null> {
  return readAs(tabState, await cache.read(tabKey(tabId)));
}

/** The entry for a record. */
export function entryOf(record: PageRecord): IndexEntry {
  const { tabId, documentId, framesUnheard } = record;
  const framed = innerFrames(record).length > 0 || framesUnheard;
  return { tabId, documentId, framed, bytes: sizeOf(record) };
}

export function isOf(entry: IndexEntry, tabId: number, documentId: string): boolean {
  return entry.tabId === tabId && entry.documentId === documentId;
}

/** The records that tabs show now. */
export async function shownEntries(cache: SessionCache, entries: RecordIndex): Promise<Set<IndexEntry>> {
  const shown = new Set<IndexEntry>();
  for (const entry of entries)
    if ((await readTabState(cache, entry.tabId))?.documentId === entry.documentId) shown.add(entry);
  return shown;
}

/**
 * Plans which records to remove or to shorten so that all fit. `all`: the index with `own`, the record that is about to be shown. The tabs' states
 * are read only if something must be removed.
 */
export async function planIndex(
  cache: SessionCache,
  budget: number,
  all: RecordIndex,
  own: IndexEntry,
): Promise<RoomPlan<IndexEntry>> {
  const bytes = all.reduce((sum, entry) => sum + entry.bytes, 0);
  const ofTab = all.filter(({ tabId }) => tabId === own.tabId);
  if (bytes <= budget && all.length <= MAX_DOCUMENTS && ofTab.length <= MAX_DOCUMENTS_PER_TAB)
    return { forget: [], shorten: new Map() };
  const shown = (await shownEntries(cache, all)).add(own);
  // The oldest records that no tab shows: the number of shown ones is bounded by the number of tabs.
  const tooMany = (entries: RecordIndex, max: number): RecordIndex =>
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
