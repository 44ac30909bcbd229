// Tabs that were closed while the background was killed or stopped: what was kept of them goes when it starts again.
import { browser } from '../browser.ts';
import { tabOfKey } from '../storage-keys.ts';
import type { SessionStore } from './record/session-store.ts';

export interface ClosedTabsPorts {
  readonly store: SessionStore;
  /** The keys of the session's storage. */
  readonly keys: () => Promise<readonly string[]>;
  /** The tabs there are. */
  readonly tabs: () => Promise<readonly number[]>;
}

/** Forgets the tabs that are no longer there. */
export async function forgetClosedTabs({ store, keys, tabs }: ClosedTabsPorts): Promise<void> {
  // First: a tab that is opened meanwhile is among the tabs and not yet among the keys.
  const kept = await keys();
  const open = new Set(await tabs());
  const closed = new Set(kept.flatMap((key) => tabOfKey(key) ?? []).filter((tabId) => !open.has(tabId)));
  if (closed.size === 0) return;
  await store.change(async (tx) => {
    for (const tabId of closed) await tx.forgetTab(tabId);
    await tx.remove(kept.filter((key) => closed.has(tabOfKey(key) ?? -1)));
  });
}

/** Of the session's storage; browsers without `getKeys` give everything. */
export async function sessionKeys(): Promise<readonly string[]> {
  // Newer than the polyfill's types: Chromium 130.
  const area = browser.storage.session as typeof browser.storage.session & {
    readonly getKeys?: () => Promise<readonly string[]>;
  };
  return (await area.getKeys?.()) ?? Object.keys(await area.get(null));
}
