// Changes of what is in the browser's storage: read, change, write, and nobody else between. Two tabs that change one value at the same moment
// would otherwise each write what they read, and one change would be lost.
import { browser } from './browser.ts';

/** One lock per key for the background and all pages. https://developer.mozilla.org/docs/Web/API/Web_Locks_API */
export async function alone<T>(key: string, work: () => Promise<T>): Promise<T> {
  return navigator.locks.request(key, work);
}

/**
 * Changes one value. `apply`: what was stored, unchecked (undefined: nothing) → what is to be stored (undefined: nothing). Rejects when the browser
 * could not store it; the old value then stays.
 */
export async function change(
  key: string,
  apply: (stored: unknown) => unknown,
  area: 'local' | 'session' = 'local',
): Promise<void> {
  await alone(key, async () => {
    const storage = browser.storage[area];
    const { [key]: stored } = await storage.get(key);
    const next = apply(stored);
    if (next === undefined) await storage.remove(key);
    else await storage.set({ [key]: next });
  });
}
