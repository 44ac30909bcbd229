// `storage.session` for tests: the port that the store works on, with JSON's own forgetfulness, a quota, and a memory that outlives a worker.
import type { SessionArea } from '../../../lib/platform/background/record/session-cache.ts';

export class MemoryArea implements SessionArea {
  readonly items = new Map<string, string>();
  quota = Number.POSITIVE_INFINITY;

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
  }

  async remove(keys: string | string[]): Promise<void> {
    for (const key of [keys].flat()) this.items.delete(key);
  }
}
