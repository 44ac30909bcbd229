// What views read of a tab beside its page's record: values that the background keeps in the session's storage.
import { readOutline } from '../../outline/outline-state.ts';
import type { OutlineState } from '../../outline/outline-state.ts';
import { readProbe } from '../../probe/probe.ts';
import type { ProbeState } from '../../probe/probe.ts';
import { outlineKey, probeKey } from '../storage-keys.ts';
import { defineItem, repairedBy } from '../storage.ts';
import type { StoredItem } from '../stored-item.ts';

/** What a tab's page shows in outlines. */
export function outlineOf(tabId: number): StoredItem<OutlineState | null> {
  return defineItem(outlineKey(tabId), { area: 'session', schema: repairedBy(readOutline), fallback: null });
}

/** The result of asking whether https works for what a tab's page requests. */
export function probeOf(tabId: number): StoredItem<ProbeState | null> {
  return defineItem(probeKey(tabId), { area: 'session', schema: repairedBy(readProbe), fallback: null });
}

/** Calls back with an item's value, at once and whenever it changes. */
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
    // A change that came before the answer is newer than the answer.
    if (!hasChanged) onChange(value);
  };
  begin().catch((error: unknown) => reportError(error));
}
