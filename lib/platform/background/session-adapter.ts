// What several services ask the browser about the session: its tabs, and what is stored.
import { browser } from '../browser.ts';
import { deviceErrors } from '../settings-storage.ts';
import type { OpenTab } from './cleanup-service.ts';

/** The tabs there are. */
export async function openTabs(): Promise<readonly OpenTab[]> {
  return browser.tabs.query({});
}

/** Their ids. */
export async function openTabIds(): Promise<readonly number[]> {
  return (await openTabs()).flatMap(({ id }) => id ?? []);
}

/** Whether a tab is in a private window. One that the browser does not show us counts as private: that forgets more. */
export async function isPrivateTab(tabId: number): Promise<boolean> {
  return (await browser.tabs.get(tabId).catch(() => null))?.incognito ?? true;
}

/** The keys of the session's storage. Browsers without `getKeys` give everything. */
export async function sessionKeys(): Promise<readonly string[]> {
  // Newer than the polyfill's types: Chromium 130.
  const area = browser.storage.session as typeof browser.storage.session & {
    readonly getKeys?: () => Promise<readonly string[]>;
  };
  return (await area.getKeys?.()) ?? Object.keys(await area.get(null));
}

/** Calls back when the user has had the certificate warnings of this device forgotten. Call in the first tick. */
export function onWarningsForgotten(listener: () => void): void {
  deviceErrors.watch((errors) => {
    if (errors === null) listener();
  });
}
