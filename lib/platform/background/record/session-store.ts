// What the background stores for a session, in the browser's memory only. The background is the single writer: every change runs in one serial queue.
// A background that was stopped starts again from the stored values.
import { SessionCache } from './session-cache.ts';
import type { SessionArea } from './session-cache.ts';
import { SessionTransaction } from './session-transaction.ts';
import { StoredRecords } from './stored-records.ts';

export class SessionStore {
  readonly #cache: SessionCache;
  readonly #records: StoredRecords;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(area: SessionArea) {
    this.#cache = new SessionCache(area);
    this.#records = new StoredRecords(this.#cache);
  }

  /**
   * Runs a change after all earlier ones, and resolves to its result. A failed change does not stop later ones. `task` must not await another change
   * of the store, which would wait for it: functions that it calls take the transaction.
   */
  change<T>(task: (tx: SessionTransaction) => Promise<T>): Promise<T> {
    const result = this.#queue.then(() => this.#run(task));
    this.#queue = result.catch(() => undefined);
    return result;
  }

  async #run<T>(task: (tx: SessionTransaction) => Promise<T>): Promise<T> {
    const over = new AbortController();
    try {
      return await task(new SessionTransaction(this.#cache, this.#records, over.signal));
    } finally {
      over.abort(new Error('The change of the store is over.'));
    }
  }
}
