// Gives what the background saw to the pages that it belongs to. It may be quicker than its page's first report: then it waits a moment.
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

/** While a page loads, all that is seen of it waits. */
const MAX_WAITING = 500;

/** As browsers write an opaque origin. A sandboxed frame has one, whatever its address is. */
const OPAQUE = 'null';

/** Checked for its outline only: what is in it was read, and bounded, before it was written. */
const waiting = v.array(
  v.object({
    at: v.number(),
    pages: v.custom<PagesConcerned>(isObject),
    /** null: something that was left out, for its shape or because too much waits. */
    seen: v.nullable(v.custom<BackgroundSighting>(isObject)),
    /** Those that it still waits for; none named: any. */
    tabs: v.optional(v.array(v.number())),
  }),
);
type Waiting = v.InferOutput<typeof waiting>[number];

export interface SightingServicePorts {
  readonly store: SessionStore;
  readonly writer: Pick<RecordWriter, 'amend'>;
  readonly engine: Engine;
  /** The tabs there are. */
  readonly tabs: () => Promise<readonly number[]>;
  /** ms since epoch. */
  readonly now: () => number;
}

export class SightingService {
  readonly #ports: SightingServicePorts;

  constructor(ports: SightingServicePorts) {
    this.#ports = ports;
  }

  /** Something was seen; null: what was seen cannot be read. */
  async take(pages: PagesConcerned, seen: BackgroundSighting | null): Promise<void> {
    await this.#give([{ at: this.#ports.now(), pages, seen }]);
  }

  /** A page has reported: it may be the one that something waits for. */
  async arrive(): Promise<void> {
    const { store } = this.#ports;
    const all = await store.change(async (tx) => {
      const found = await this.#waiting(tx);
      if (found.length > 0) await tx.remove([WAITING_SIGHTINGS_KEY]);
      return found;
    });
    await this.#give(all);
  }

  /** Gives what was seen to the pages that are there, and keeps the rest. */
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

  /** What is left of it: for the pages that are on their way, or for whichever comes when nobody took it. */
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

/** Whether a page is concerned by what was seen at a time: not when it was asked for later. */
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
