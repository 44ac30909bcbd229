// The values of `storage.session`, with a copy of those that were read or written: a busy page then needs no reads. The copy is correct because the
// background is the only writer. A background that was stopped starts with an empty copy.

/** The used part of `storage.session`, replaceable so that tests can fill or break it. */
export interface SessionArea {
  get(keys: string | string[]): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string | string[]): Promise<void>;
}

export class SessionCache {
  readonly #area: SessionArea;
  readonly #known = new Map<string, unknown>();

  constructor(area: SessionArea) {
    this.#area = area;
  }

  /** A value as it was stored, unchecked; undefined: none. */
  async read(key: string): Promise<unknown> {
    if (!this.#known.has(key)) this.#known.set(key, (await this.#area.get(key))[key]);
    return this.#known.get(key);
  }

  /** Rejects when the browser could not store the values, e.g. because the storage is full. */
  async write(items: Record<string, unknown>): Promise<void> {
    await this.#area.set(items);
    for (const [key, value] of Object.entries(items)) this.keep(key, value);
  }

  /** Needs no space, so it works in a full storage. */
  async remove(keys: readonly string[]): Promise<void> {
    await this.#area.remove([...keys]);
    for (const key of keys) this.#known.delete(key);
  }

  /** Replaces the copy only, until the value is written. */
  keep(key: string, value: unknown): void {
    this.#known.set(key, value);
  }
}
