// A typed value of the browser's storage: one key, a schema and a fallback. The stored value is checked on every read, because an older version, a
// broken profile or a user with developer tools may have written anything.
//
// Versions: a value of version 1 is stored unchanged, one of a later version as `{ $version, value }`. A value of a newer version than this
// extension's is read as the fallback, and change() rejects with NewerVersionError instead of overwriting it. Only remove() and set() replace it,
// because the user requested that.
import * as v from 'valibot';
import { readAs } from '../schema/schema.ts';

/** The used part of a storage area, replaceable in tests. */
export interface ItemArea {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(key: string): Promise<void>;
  readonly onChanged: {
    addListener(listener: ChangeListener): void;
    removeListener(listener: ChangeListener): void;
  };
}
type ChangeListener = (changes: Readonly<Record<string, { readonly newValue?: unknown }>>) => void;

export interface StoragePorts {
  readonly area: (name: 'local' | 'session') => ItemArea;
  /** Runs `work` under the lock of this name, which the background and all pages share. */
  readonly alone: <R>(name: string, work: () => Promise<R>) => Promise<R>;
}

export interface ItemOptions<T> {
  /** The storage area; `local` by default. */
  readonly area?: 'local' | 'session';
  readonly schema: v.GenericSchema<unknown, T>;
  /** The value where nothing valid is stored. */
  readonly fallback: T;
  /** 1 by default. */
  readonly version?: number;
  /** By the version to which a step leads: converts a value of the version before. If it throws, the value is invalid. */
  readonly migrations?: Readonly<Record<number, (value: unknown) => unknown>>;
}

/** A value under its lock. */
export interface HeldItem<T> {
  readonly get: () => Promise<T>;
  /** undefined: removes the stored value. Rejects as StoredItem.change does. */
  readonly put: (value: T | undefined) => Promise<void>;
}

/** The stored value was written by a newer version of the extension. */
export class NewerVersionError extends Error {
  override readonly name = 'NewerVersionError';
}

interface Reading<T> {
  readonly value: T;
  readonly age: 'newer' | 'migrated' | 'current';
}

export class StoredItem<T> {
  readonly #key: string;
  readonly #options: ItemOptions<T>;
  readonly #ports: StoragePorts;

  constructor(key: string, options: ItemOptions<T>, ports: StoragePorts) {
    this.#key = key;
    this.#options = options;
    this.#ports = ports;
  }

  /** Returns the stored value, or the fallback. A value of an older version is migrated and written back. */
  async get(): Promise<T> {
    const reading = await this.#read();
    // If the browser cannot store it, it is migrated again the next time.
    if (reading.age === 'migrated') await this.change((value) => value).catch(() => undefined);
    return reading.value;
  }

  /**
   * Changes the value under its lock. `apply` returns the next value; the same one: nothing is written; undefined: the stored value is removed.
   * Rejects when the browser could not store it, or with NewerVersionError; the old value then stays.
   */
  async change(apply: (value: T) => T | undefined | Promise<T | undefined>): Promise<void> {
    await this.exclusively(async ({ get, put }) => put(await apply(await get())));
  }

  /** Runs `work` under the value's lock. Inside, only `held` may change the value: the item's own methods would wait forever. */
  exclusively<R>(work: (held: HeldItem<T>) => Promise<R>): Promise<R> {
    return this.#ports.alone(this.#key, async () => {
      let last = await this.#read();
      return work({
        get: async () => {
          last = await this.#read();
          return last.value;
        },
        put: async (next) => {
          last = await this.#write(next, last);
        },
      });
    });
  }

  /**
   * Stores a value in one step, without the lock and whatever is stored; undefined: removes it. For a value that is replaced as a whole and has one
   * writer, e.g. a draft.
   */
  async set(value: T | undefined): Promise<void> {
    if (value === undefined) await this.#area.remove(this.#key);
    else await this.#area.set({ [this.#key]: this.#wrap(value) });
  }

  /** Removes the value. */
  async remove(): Promise<void> {
    await this.#ports.alone(this.#key, () => this.set(undefined));
  }

  /** Calls back with the value whenever it changes; returns a function that stops. */
  watch(onChange: (value: T) => void): () => void {
    const listener: ChangeListener = (changes) => {
      const change = changes[this.#key];
      if (change !== undefined) onChange(this.#parse(change.newValue).value);
    };
    const { onChanged } = this.#area;
    onChanged.addListener(listener);
    return () => onChanged.removeListener(listener);
  }

  get #area(): ItemArea {
    return this.#ports.area(this.#options.area ?? 'local');
  }

  async #read(): Promise<Reading<T>> {
    return this.#parse((await this.#area.get(this.#key))[this.#key]);
  }

  async #write(next: T | undefined, last: Reading<T>): Promise<Reading<T>> {
    if (last.age === 'newer') throw new NewerVersionError(`"${this.#key}" is of a newer version`);
    if (next !== last.value || last.age === 'migrated') await this.set(next);
    return { value: next ?? this.#options.fallback, age: 'current' };
  }

  #wrap(value: T): unknown {
    const { version = 1 } = this.#options;
    return version === 1 ? value : { $version: version, value };
  }

  #parse(stored: unknown): Reading<T> {
    const { version = 1, schema, fallback } = this.#options;
    const envelope = readAs(envelopeSchema, stored);
    const from = envelope?.$version ?? 1;
    if (from > version) return { value: fallback, age: 'newer' };
    const migrated = this.#migrate(envelope === null ? stored : envelope.value, from);
    const result = v.safeParse(schema, migrated);
    return migrated !== undefined && result.success
      ? { value: result.output, age: from < version ? 'migrated' : 'current' }
      : { value: fallback, age: 'current' };
  }

  /** undefined: nothing was stored, or it could not be migrated. */
  #migrate(value: unknown, from: number): unknown {
    const { version = 1, migrations = {} } = this.#options;
    let migrated = value;
    try {
      for (let step = from + 1; step <= version && migrated !== undefined; step += 1) {
        const migration = migrations[step];
        if (migration !== undefined) migrated = migration(migrated);
      }
      return migrated;
    } catch {
      return undefined;
    }
  }
}

const envelopeSchema = v.object({ $version: v.number(), value: v.unknown() });
