// What the background remembers of hosts and origins through a session, one value each, the oldest making room. In the browser's memory only,
// and for private windows apart. A map is a convenience: when the storage is full it empties itself, and nothing else suffers.
import * as v from 'valibot';
import type { SessionStore } from './session-store.ts';

const names = v.array(v.string());

export class SessionMap<T> {
  readonly #name: string;
  readonly #schema: v.GenericSchema<unknown, T>;
  readonly #max: number;

  /** `max`: how many values it holds. */
  constructor(name: string, schema: v.GenericSchema<unknown, T>, max: number) {
    this.#name = name;
    this.#schema = schema;
    this.#max = max;
  }

  /** The value kept under an id; null when there is none that fits. Call within a change of the store. */
  async get(store: SessionStore, isPrivate: boolean, id: string): Promise<T | null> {
    const result = v.safeParse(this.#schema, await store.read(this.#key(isPrivate, id)));
    return result.success ? result.output : null;
  }

  /** Keeps a value. Call within a change of the store. */
  async put(store: SessionStore, isPrivate: boolean, id: string, value: T): Promise<void> {
    const others = (await this.#ids(store, isPrivate)).filter((known) => known !== id);
    const tooOld = others.slice(0, Math.max(0, others.length + 1 - this.#max));
    try {
      if (tooOld.length > 0) await store.remove(tooOld.map((old) => this.#key(isPrivate, old)));
      await store.write({
        [this.#key(isPrivate, id)]: value,
        [this.#listKey(isPrivate)]: [...others.slice(tooOld.length), id],
      });
    } catch {
      await this.clear(store, isPrivate);
    }
  }

  /** Forgets everything. Call within a change of the store. */
  async clear(store: SessionStore, isPrivate: boolean): Promise<void> {
    const ids = await this.#ids(store, isPrivate);
    await store.remove([this.#listKey(isPrivate), ...ids.map((id) => this.#key(isPrivate, id))]);
  }

  async #ids(store: SessionStore, isPrivate: boolean): Promise<readonly string[]> {
    const result = v.safeParse(names, await store.read(this.#listKey(isPrivate)));
    return result.success ? result.output : [];
  }

  #listKey(isPrivate: boolean): string {
    return `${this.#name}${isPrivate ? ':private' : ''}`;
  }

  #key(isPrivate: boolean, id: string): string {
    return `${this.#listKey(isPrivate)}:${id}`;
  }
}
