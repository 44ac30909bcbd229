// Gives what the background saw to the pages that it belongs to. It may be quicker than its page's first report: then it waits a moment.
import * as v from 'valibot';
import { parseAddress } from '../page/address.ts';
import type { BackgroundSighting, PagesConcerned } from '../page/background-sighting.ts';
import type { Engine } from '../page/mixed-content.ts';
import { addBackgroundSighting } from '../page/record-changes.ts';
import type { PageRecord } from '../page/record.ts';
import { WAITING_SIGHTINGS_KEY } from './keys.ts';
import type { RecordKeeper } from './record-keeper.ts';
import type { SessionStore } from './session-store.ts';

/** ms that a sighting waits for its page: a page that is opened later is another one. */
const WAITS = 1500;
const MAX_WAITING = 100;

/** Checked for its outline only: what is in it was read, and bounded, before it was written. */
const waiting = v.array(
  v.object({
    at: v.number(),
    pages: v.custom<PagesConcerned>(isObject),
    seen: v.custom<BackgroundSighting>(isObject),
  }),
);
type Waiting = v.InferOutput<typeof waiting>[number];

export interface SightingDeskPorts {
  readonly store: SessionStore;
  readonly keeper: Pick<RecordKeeper, 'amend'>;
  readonly engine: Engine;
  /** The tabs there are. */
  readonly tabs: () => Promise<readonly number[]>;
  /** ms since epoch. */
  readonly now: () => number;
}

export class SightingDesk {
  readonly #ports: SightingDeskPorts;

  constructor(ports: SightingDeskPorts) {
    this.#ports = ports;
  }

  /** Something was seen. */
  async take(pages: PagesConcerned, seen: BackgroundSighting): Promise<void> {
    const { now } = this.#ports;
    if (!(await this.#give(pages, seen))) await this.#keep([{ at: now(), pages, seen }]);
  }

  /** A page has reported: it may be the one that something waits for. */
  async arrive(): Promise<void> {
    const { store } = this.#ports;
    const all = await store.change(async () => {
      const found = await this.#waiting();
      if (found.length > 0) await store.remove([WAITING_SIGHTINGS_KEY]);
      return found;
    });
    for (const one of all) if (!(await this.#give(one.pages, one.seen))) await this.#keep([one]);
  }

  #keep(more: readonly Waiting[]): Promise<void> {
    const { store } = this.#ports;
    return store.change(async () => {
      const all = [...(await this.#waiting()), ...more].slice(-MAX_WAITING);
      await store.write({ [WAITING_SIGHTINGS_KEY]: all });
    });
  }

  async #give(pages: PagesConcerned, seen: BackgroundSighting): Promise<boolean> {
    const { keeper, engine, tabs } = this.#ports;
    const isShared = 'origin' in pages;
    const change = (record: PageRecord): PageRecord | null =>
      isOf(record, pages, seen) ? addBackgroundSighting(record, seen, isShared, engine) : null;
    const given = await Promise.all(
      (isShared ? await tabs() : [pages.tabId]).map((tabId) => keeper.amend(tabId, change)),
    );
    return given.includes(true);
  }

  async #waiting(): Promise<readonly Waiting[]> {
    const { store, now } = this.#ports;
    const result = v.safeParse(waiting, await store.read(WAITING_SIGHTINGS_KEY));
    return result.success ? result.output.filter(({ at }) => now() - at < WAITS) : [];
  }
}

/** Redirects are of pages that are checked deeply: another may be what the tab showed before, which is still there when the first ones come. */
function isOf(record: PageRecord, pages: PagesConcerned, { sighting }: BackgroundSighting): boolean {
  if ('origin' in pages) return originsOf(record).has(pages.origin);
  return sighting.via !== 'redirect' || record.deepChecked;
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
