// Certificate errors by origin: a browser that does not report that an error was overridden can be caught at it, because it refused the origin
// first. The session's memory comes first, then the device's; private windows have a memory of their own, in the session only.
import * as v from 'valibot';
import type { DeviceMemory } from './device-memory.ts';
import { originsKey } from '../../storage-keys.ts';
import { originErrorSchema } from './origin-error.ts';
import type { OriginError } from './origin-error.ts';
import type { SessionStore } from './session-store.ts';

const MAX_ORIGINS = 200;
const schema = v.record(v.string(), originErrorSchema);

export class OriginMemory {
  readonly #store: SessionStore;
  readonly #device: Pick<DeviceMemory, 'recall' | 'remember'>;

  constructor(store: SessionStore, device: Pick<DeviceMemory, 'recall' | 'remember'>) {
    this.#store = store;
    this.#device = device;
  }

  /** The error remembered for an origin, or null. Call within a change of the store. */
  async recall(isPrivate: boolean, origin: string): Promise<OriginError | null> {
    const known = (await this.#readAll(isPrivate))[origin];
    return known ?? (isPrivate ? null : this.#device.recall(origin));
  }

  /** Remembers an error for an origin; null forgets it. Call within a change of the store. */
  async remember(isPrivate: boolean, origin: string, error: OriginError | null): Promise<void> {
    const { [origin]: _known, ...others } = await this.#readAll(isPrivate);
    const entries = Object.entries(others).slice(error === null ? 0 : 1 - MAX_ORIGINS);
    if (error !== null) entries.push([origin, error]);
    await this.#store.write({ [originsKey(isPrivate)]: Object.fromEntries(entries) });
    if (!isPrivate) await this.#device.remember(origin, error);
  }

  /** Forgets what the session knows of the windows that are not private. Call within a change of the store. */
  async forget(): Promise<void> {
    await this.#store.remove([originsKey(false)]);
  }

  async #readAll(isPrivate: boolean): Promise<Readonly<Record<string, OriginError>>> {
    const result = v.safeParse(schema, await this.#store.read(originsKey(isPrivate)));
    return result.success ? result.output : {};
  }
}
