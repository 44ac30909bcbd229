// A bounded map by host or origin in the session's storage: the oldest value is removed first, and private windows have a map of their own. When the
// storage is full the map empties itself, because no page depends on it.
import * as v from 'valibot';
import type { SessionTransaction } from './session-transaction.ts';

const names = v.array(v.string());

export class SessionMap<T> {
  readonly #name: string;
  readonly #schema: v.GenericSchema<unknown, T>;
  readonly #max: number;

  /** `max`: the most values that it stores. */
  constructor(name: string, schema: v.GenericSchema<unknown, T>, max: number) {
    this.#name = name;
    this.#schema = schema;
    this.#max = max;
  }

  /** Returns the value stored under an id; null when there is none that fits the schema. */
  async get(tx: SessionTransaction, isPrivate: boolean, id: string): Promise<T | null> {
    const result = v.safeParse(this.#schema, await tx.read(this.#key(isPrivate, id)));
    return result.success ? result.output : null;
  }

  /** Stores a value. */
  async put(tx: SessionTransaction, isPrivate: boolean, id: string, value: T): Promise<void> {
    const others = (await this.#ids(tx, isPrivate)).filter((known) => known !== id);
    const tooOld = others.slice(0, Math.max(0, others.length + 1 - this.#max));
    try {
      if (tooOld.length > 0) await tx.remove(tooOld.map((old) => this.#key(isPrivate, old)));
      await tx.write({
        [this.#key(isPrivate, id)]: value,
        [this.#listKey(isPrivate)]: [...others.slice(tooOld.length), id],
      });
    } catch {
      await this.clear(tx, isPrivate);
    }
  }

  /** Removes all values. */
  async clear(tx: SessionTransaction, isPrivate: boolean): Promise<void> {
    const ids = await this.#ids(tx, isPrivate);
    await tx.remove([this.#listKey(isPrivate), ...ids.map((id) => this.#key(isPrivate, id))]);
  }

  async #ids(tx: SessionTransaction, isPrivate: boolean): Promise<readonly string[]> {
    const result = v.safeParse(names, await tx.read(this.#listKey(isPrivate)));
    return result.success ? result.output : [];
  }

  #listKey(isPrivate: boolean): string {
    return `${this.#name}${isPrivate ? ':private' : ''}`;
  }

  #key(isPrivate: boolean, id: string): string {
    return `${this.#listKey(isPrivate)}:${id}`;
  }
}
