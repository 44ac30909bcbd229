// Values about a tab, besides its page's record, that the background stores in session storage for views.
import { readOutline } from '../../outline/outline-state.ts';
import type { OutlineState } from '../../outline/outline-state.ts';
import { readProbe } from '../../probe/probe.ts';
import type { ProbeState } from '../../probe/probe.ts';
import { outlineKey, probeKey } from '../storage-keys.ts';
import { defineItem, repairedBy } from '../storage.ts';
import type { StoredItem } from '../stored-item.ts';

/** What is outlined on a tab's page. */
export function outlineOf(tabId: number): StoredItem<OutlineState | null> {
  return defineItem(outlineKey(tabId), { area: 'session', schema: repairedBy(readOutline), fallback: null });
}

/** The result of the https probe for the requests of a tab's page. */
export function probeOf(tabId: number): StoredItem<ProbeState | null> {
  return defineItem(probeKey(tabId), { area: 'session', schema: repairedBy(readProbe), fallback: null });
}

/** Calls back with an item's value, immediately and whenever it changes. */
export function followItem<T>(
  item: Pick<StoredItem<T>, 'get' | 'watch'>,
  onChange: (value: T) => void,
): void {
  let hasChanged = false;
  item.watch((value) => {
    hasChanged = true;
    onChange(value);
  });
  const begin = async (): Promise<void> => {
    const value = await item.get();
    // A change that arrived before the first read finished is newer than the read value.
    if (!hasChanged) onChange(value);
  };
  begin().catch((error: unknown) => reportError(error));
}
