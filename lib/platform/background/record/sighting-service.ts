// Adds what the background saw to the pages to which it belongs. A sighting may be earlier than its page's first report: then it waits.
import * as v from 'valibot';
import { parseAddress } from '../../../address/address.ts';
import type { BackgroundSighting, PagesConcerned } from '../../../record/sightings/background-sighting.ts';
import type { Engine } from '../../../mixed-content/mixed-content.ts';
import { ARRIVAL } from '../../../record/navigation.ts';
import { addBackgroundSighting, addRefusal } from '../../../record/record-changes.ts';
import type { PageRecord } from '../../../record/record.ts';
import { WAITING_SIGHTINGS_KEY } from '../../storage-keys.ts';
import type { RecordWriter } from './record-writer.ts';
import type { SessionStore } from './session-store.ts';
import type { SessionTransaction } from './session-transaction.ts';

/** While a page loads, all sightings of it wait. */
const MAX_WAITING = 500;

/** Browsers' notation of an opaque origin. A sandboxed frame has one, whatever its address is. */
const OPAQUE = 'null';

/** Only the outline is checked: the content was parsed, and bounded, before it was written. */
const waiting = v.array(
  v.object({
    at: v.number(),
    pages: v.custom<PagesConcerned>(isObject),
    /** null: a sighting that was left out, for its shape or because too many wait. */
    seen: v.nullable(v.custom<BackgroundSighting>(isObject)),
    /** The pages for which it still waits; empty: any. */
    tabs: v.optional(v.array(v.number())),
  }),
);
type Waiting = v.InferOutput<typeof waiting>[number];

export interface SightingServicePorts {
  readonly store: SessionStore;
  readonly writer: Pick<RecordWriter, 'amend'>;
  readonly engine: Engine;
  /** Returns the tabs. */
  readonly tabs: () => Promise<readonly number[]>;
  /** ms since epoch. */
  readonly now: () => number;
}

export class SightingService {
  readonly #ports: SightingServicePorts;

  constructor(ports: SightingServicePorts) {
    this.#ports = ports;
  }

  /** Adds a sighting; null: it cannot be read. */
  async take(pages: PagesConcerned, seen: BackgroundSighting | null): Promise<void> {
    await this.#give([{ at: this.#ports.now(), pages, seen }]);
  }

  /** A page has reported: sightings may wait for it. */
  async arrive(): Promise<void> {
    const { store } = this.#ports;
    const all = await store.change(async (tx) => {
      const found = await this.#waiting(tx);
      if (found.length > 0) await tx.remove([WAITING_SIGHTINGS_KEY]);
      return found;
    });
    await this.#give(all);
  }

  /** Adds sightings to the pages that have arrived, and keeps the rest. */
  async #give(all: readonly Waiting[]): Promise<void> {
    for (const one of all) {
      const rest = await this.#giveOne(one);
      if (rest !== null) await this.#keep([rest]);
    }
  }

  #keep(more: readonly Waiting[]): Promise<void> {
    const { store } = this.#ports;
    return store.change(async (tx) => {
      const all = [...(await this.#waiting(tx)), ...more];
      const excess = Math.max(0, all.length - MAX_WAITING);
      await tx.write({
        [WAITING_SIGHTINGS_KEY]: [...leaveOut(all.slice(0, excess)), ...all.slice(excess)],
      });
    });
  }

  /** The rest of a sighting: for the pages that are being loaded, or for any page if none has taken it. */
  async #giveOne(one: Waiting): Promise<Waiting | null> {
    const { pages, seen, at } = one;
    const { writer, engine, tabs } = this.#ports;
    const isShared = !('tabId' in pages);
    const add = (record: PageRecord, sighting: BackgroundSighting | null): PageRecord =>
      sighting === null ? addRefusal(record) : addBackgroundSighting(record, sighting, at, isShared, engine);
    const change = (record: PageRecord): PageRecord | null =>
      isOf(record, pages, at) ? add(record, seen) : null;
    const results = await Promise.all(
      (one.tabs ?? (isShared ? await tabs() : [pages.tabId])).map(async (tabId) => ({
        tabId,
        result: await writer.amend(tabId, change),
      })),
    );
    const coming = results.filter(({ result }) => result === 'on-its-way').map(({ tabId }) => tabId);
    if (coming.length > 0) return { ...one, tabs: coming };
    return results.some(({ result }) => result === 'amended') ? null : one;
  }

  async #waiting(tx: SessionTransaction): Promise<readonly Waiting[]> {
    const { now } = this.#ports;
    const result = v.safeParse(waiting, await tx.read(WAITING_SIGHTINGS_KEY));
    return result.success ? result.output.filter(({ at }) => now() - at < ARRIVAL) : [];
  }
}

/** Whether a sighting at a time concerns a page: not if the page was requested later. */
function isOf(record: PageRecord, pages: PagesConcerned, at: number): boolean {
  if (record.navigation !== null && record.navigation.startedAt > at) return false;
  return pages.origin === null || pages.origin === OPAQUE || originsOf(record).has(pages.origin);
}

/** One note for each page of which something is left out. */
function leaveOut(all: readonly Waiting[]): readonly Waiting[] {
  return [...new Map(all.map((one) => [JSON.stringify(one.pages), { ...one, seen: null }])).values()];
}

/** The origins of a page and its frames. */
function originsOf({ url, frames }: PageRecord): ReadonlySet<string | undefined> {
  return new Set(
    [url, ...Object.values(frames).map((frame) => frame.url)].map((each) => parseAddress(each)?.origin),
  );
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}
