// A storage area for tests: it stores JSON, has a quota and listeners, and outlives a worker.
import type { ItemArea, StoragePorts } from '../../../lib/platform/stored-item.ts';
import type { SessionArea } from '../../../lib/platform/background/record/session-cache.ts';

type Listener = Parameters<ItemArea['onChanged']['addListener']>[0];

export class MemoryArea implements SessionArea, ItemArea {
  readonly items = new Map<string, string>();
  quota = Number.POSITIVE_INFINITY;
  readonly listeners = new Set<Listener>();
  readonly onChanged = {
    addListener: (listener: Listener): void => void this.listeners.add(listener),
    removeListener: (listener: Listener): void => void this.listeners.delete(listener),
  };

  async get(keys: string | string[]): Promise<Record<string, unknown>> {
    const found: Record<string, unknown> = {};
    for (const key of [keys].flat()) {
      const text = this.items.get(key);
      if (text !== undefined) found[key] = JSON.parse(text) as unknown;
    }
    return found;
  }

  async set(items: Record<string, unknown>): Promise<void> {
    const next = new Map(this.items);
    for (const [key, value] of Object.entries(items)) next.set(key, JSON.stringify(value));
    const size = [...next.values()].reduce((sum, text) => sum + text.length, 0);
    if (size > this.quota) throw new Error('Session storage quota bytes exceeded. Values were not stored.');
    for (const [key, text] of next) this.items.set(key, text);
    for (const [key, newValue] of Object.entries(items)) this.#report({ [key]: { newValue } });
  }

  async remove(keys: string | string[]): Promise<void> {
    for (const key of [keys].flat()) if (this.items.delete(key)) this.#report({ [key]: {} });
  }

  #report(changes: Parameters<Listener>[0]): void {
    for (const listener of this.listeners) listener(changes);
  }
}

/** Locks like the browser's: by name, one holder after the other. */
export function memoryLocks(): StoragePorts['alone'] {
  const queues = new Map<string, Promise<unknown>>();
  return (name, work) => {
    const result = (queues.get(name) ?? Promise.resolve()).then(work);
    queues.set(
      name,
      result.catch(() => undefined),
    );
    return result;
  };
}

/** The dependencies of an item that is stored in this area. */
export function memoryPorts(area: ItemArea): StoragePorts {
  return { area: () => area, alone: memoryLocks() };
}
