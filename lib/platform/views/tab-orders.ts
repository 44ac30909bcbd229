// What a view asks of the browser on a user's click: access, a look-up, a probe, the deep check, and the tab that it stands for.
import type { Permissions } from 'webextension-polyfill';
import { BROWSER, browser, SITES } from '../browser.ts';
import { lookUpNote } from '../look-up-note.ts';
import { sendCommand } from './send-command.ts';

/** Asks for access to web pages; false when the person said no. Call from a click. */
export async function requestAccess(): Promise<boolean> {
  return browser.permissions.request({ origins: [...SITES] });
}

/** Calls back with whether web pages may be looked at, at once and whenever that changes. */
export function watchAccess(onChange: (hasAccess: boolean) => void): void {
  const look = (): void => {
    browser.permissions.contains({ origins: [...SITES] }).then(onChange, reportError);
  };
  browser.permissions.onAdded.addListener(look);
  browser.permissions.onRemoved.addListener(look);
  look();
}

/**
 * Looks a host up in the public logs; false when access to the server was not given. `server`: its address. Call from a click: the question
 * for access must come before anything is waited for, and it may close the popup, so a note is left for the background first.
 */
export async function orderLookUp(tabId: number, host: string, server: string): Promise<boolean> {
  const noted = lookUpNote.set({ tabId, host, at: Date.now() });
  const wanted: Permissions.Permissions & { readonly data_collection?: readonly string[] } = {
    origins: [`https://${new URL(server).hostname}/*`],
    // Newer than the polyfill's types. https://extensionworkshop.com/documentation/develop/firefox-builtin-data-consent/
    ...(BROWSER === 'firefox' ? { data_collection: ['browsingActivity'] } : {}),
  };
  const isAllowed = await browser.permissions.request(wanted);
  await noted;
  await lookUpNote.remove();
  if (isAllowed) await sendCommand('look-up', { tabId, host });
  return isAllowed;
}

/**
 * Asks these hosts whether https works for what a tab's page asks for; false when access to them was not given. Resolves when it is over.
 * Call from a click.
 */
export async function orderProbe(tabId: number, hosts: readonly string[]): Promise<boolean> {
  const isAllowed = await requestAccess();
  if (isAllowed) await sendCommand('probe', { tabId, hosts });
  return isAllowed;
}

/** Checks the page in a tab deeply; false when the tab shows another site by now. `site`: as `checkedSite` gives it. */
export async function orderDeepCheck(tabId: number, site: string): Promise<boolean> {
  return sendCommand('deep-check', { tabId, site, reload: true });
}

/** Loads a tab's page again. */
export async function reloadTab(tabId: number): Promise<void> {
  await browser.tabs.reload(tabId);
}

/** Brings a tab before its person. */
export async function showTab(tabId: number): Promise<void> {
  const { windowId } = await browser.tabs.update(tabId, { active: true });
  // Phones have one window and no interface for windows.
  if (windowId !== undefined && 'windows' in browser)
    await browser.windows.update(windowId, { focused: true });
}

/** The tab that the popup stands over, or the one named in its address (`?tab=ID`). */
export async function shownTab(search: string): Promise<number | null> {
  if (new URLSearchParams(search).has('tab')) return namedTab(search);
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id ?? null;
}

/** The tab that a page's address names (`?tab=ID`); null: none. */
export function namedTab(search: string): number | null {
  const named = new URLSearchParams(search).get('tab') ?? '';
  return /^\d{1,10}$/.test(named) ? Number(named) : null;
}
