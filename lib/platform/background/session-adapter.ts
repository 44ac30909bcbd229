// The services' shared access to the session: its tabs, and its storage.
import { browser } from '../browser.ts';
import { deviceErrors } from '../settings-storage.ts';
import type { OpenTab } from './cleanup-service.ts';

/** Returns the tabs. */
export async function openTabs(): Promise<readonly OpenTab[]> {
  return browser.tabs.query({});
}

/** Returns their ids. */
export async function openTabIds(): Promise<readonly number[]> {
  return (await openTabs()).flatMap(({ id }) => id ?? []);
}

/** Whether a tab is in a private window. A tab that the browser does not report counts as private, because that stores less. */
export async function isPrivateTab(tabId: number): Promise<boolean> {
  return (await browser.tabs.get(tabId).catch(() => null))?.incognito ?? true;
}

/** Returns the keys of the session's storage. Browsers without `getKeys` return everything. */
export async function sessionKeys(): Promise<readonly string[]> {
  // Newer than the polyfill's types: Chromium 130.
  const area = browser.storage.session as typeof browser.storage.session & {
    readonly getKeys?: () => Promise<readonly string[]>;
  };
  return (await area.getKeys?.()) ?? Object.keys(await area.get(null));
}

/** Calls back when the user has reset the certificate warnings of this device. Call in the first tick. */
export function onWarningsForgotten(listener: () => void): void {
  deviceErrors.watch((errors) => {
    if (errors === null) listener();
  });
}
