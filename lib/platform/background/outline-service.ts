// Carries out commands for outlines: groups the entries by frame, sends each frame its own, and stores the result for the list. It runs one command
// at a time, so that an older one is never drawn over a newer one.
import { numberEntries } from '../../mixed-list/entry-id.ts';
import type { NumberedEntry } from '../../mixed-list/entry-id.ts';
import { MAX_OUTLINED } from '../../outline/outline-order.ts';
import type { OutlineOrder, OutlineTarget, OutlineWish } from '../../outline/outline-order.ts';
import type { PageRecord } from '../../record/record.ts';
import { readAnswer } from '../../outline/outline-state.ts';
import type { OutlineAnswer, OutlineState } from '../../outline/outline-state.ts';

/** ms for which one outline is shown, and for which all of them are. */
const ONE_LASTS = 30_000;
const ALL_LAST = 120_000;
const NOTHING: OutlineOrder = { type: 'outline', targets: [], scroll: false, lasts: 0 };

export interface OutlineServicePorts {
  readonly currentPage: (tabId: number) => Promise<PageRecord | null>;
  /** Adds the script to a frame and sends it a command. Rejects when the frame has gone. */
  readonly send: (tabId: number, frameId: number, order: OutlineOrder) => Promise<unknown>;
  /** Sends a command to every frame that has the script. */
  readonly sendToAll: (tabId: number, order: OutlineOrder) => Promise<void>;
  readonly read: (tabId: number) => Promise<OutlineState | null>;
  /** null: nothing is shown. */
  readonly store: (tabId: number, state: OutlineState | null) => Promise<void>;
}

export class OutlineService {
  readonly #ports: OutlineServicePorts;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(ports: OutlineServicePorts) {
    this.#ports = ports;
  }

  /** Shows the requested outlines instead of the present ones. */
  show(tabId: number, wish: OutlineWish): Promise<void> {
    return this.#after(async () => {
      const { currentPage, sendToAll, store } = this.#ports;
      await sendToAll(tabId, NOTHING);
      const page = wish.kind === 'none' ? null : await currentPage(tabId);
      const wanted = page === null ? [] : pick(page, wish);
      if (page === null || wanted.length === 0) return store(tabId, null);
      const finds = await this.#draw(tabId, wanted, wish.kind === 'all' ? ALL_LAST : ONE_LASTS);
      const isAnyShown = Object.values(finds).includes('shown');
      if (!isAnyShown) await sendToAll(tabId, NOTHING);
      return store(tabId, { documentId: page.documentId, finds, all: wish.kind === 'all' });
    });
  }

  /** Outlined elements have left the page. */
  lose(tabId: number, ids: readonly string[]): Promise<void> {
    return this.#after(async () => {
      const state = await this.#ports.read(tabId);
      if (state === null) return;
      const lost = ids.filter((id) => id in state.finds);
      const finds = { ...state.finds, ...Object.fromEntries(lost.map((id) => [id, 'gone' as const])) };
      await this.#ports.store(tabId, { ...state, finds });
    });
  }

  async #draw(tabId: number, entries: readonly NumberedEntry[], lasts: number): Promise<OutlineAnswer> {
    const frames = new Map<number, OutlineTarget[]>([[0, []]]);
    for (const { id, number, entry } of entries) {
      if (entry.element === null) continue;
      const target = { id, number, url: entry.url, place: entry.element };
      frames.set(entry.frameId, [...(frames.get(entry.frameId) ?? []), target]);
    }
    const answers = await Promise.all(
      [...frames].map(async ([frameId, targets]) => {
        const order: OutlineOrder = { type: 'outline', targets, scroll: entries.length === 1, lasts };
        // A frame that has gone, or in which the browser allows no script, does not answer.
        const answer = await this.#ports.send(tabId, frameId, order).catch(() => null);
        return readAnswer(
          answer,
          targets.map(({ id }) => id),
        );
      }),
    );
    return Object.assign({}, ...answers) as OutlineAnswer;
  }

  #after(task: () => Promise<void>): Promise<void> {
    const done = this.#queue.then(task);
    this.#queue = done.catch(() => undefined);
    return done;
  }
}

/** The entries of a request, as far as an element makes them. */
function pick(page: PageRecord, wish: OutlineWish): readonly NumberedEntry[] {
  const placed = numberEntries(page.mixed).filter(({ entry }) => entry.element !== null);
  return wish.kind === 'one' ? placed.filter(({ id }) => id === wish.id) : placed.slice(0, MAX_OUTLINED);
}
