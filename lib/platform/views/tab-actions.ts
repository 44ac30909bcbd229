// The requests of a view on a user's click: access, a look-up, a probe, the deep check; and the tab that a view is about.
import type { Permissions } from 'webextension-polyfill';
import { BROWSER, browser, SITES } from '../browser.ts';
import { lookUpNote } from '../look-up-note.ts';
import { sendCommand } from './send-command.ts';

/** Requests access to web pages; false when the user denied it. Call it from a click handler. */
export async function requestAccess(): Promise<boolean> {
  return browser.permissions.request({ origins: [...SITES] });
}

/** Calls back with whether the extension has access to web pages, at once and whenever that changes. */
export function watchAccess(onChange: (hasAccess: boolean) => void): void {
  const check = (): void => {
    browser.permissions.contains({ origins: [...SITES] }).then(onChange, reportError);
  };
  browser.permissions.onAdded.addListener(check);
  browser.permissions.onRemoved.addListener(check);
  check();
}

/**
 * Looks a host up in the public logs; false when access to the server was not granted. `server`: its address. Call it from a click handler:
 * access must be requested before any await. The request may close the popup, so a note is stored for the background first.
 */
export async function startLookUp(tabId: number, host: string, server: string): Promise<boolean> {
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
 * Probes whether these hosts answer over https for the requests of a tab's page; false when access to them was not granted. Resolves when
 * the probe has finished. Call it from a click handler.
 */
export async function startProbe(tabId: number, hosts: readonly string[]): Promise<boolean> {
  const isAllowed = await requestAccess();
  if (isAllowed) await sendCommand('probe', { tabId, hosts });
  return isAllowed;
}

/** Starts the deep check of the page in a tab; false when the tab shows another site by then. `site`: as `checkedSite` returns it. */
export async function startDeepCheck(tabId: number, site: string): Promise<boolean> {
  return sendCommand('deep-check', { tabId, site, reload: true });
}

/** Reloads a tab. */
export async function reloadTab(tabId: number): Promise<void> {
  await browser.tabs.reload(tabId);
}

/** Activates a tab and focuses its window. */
export async function showTab(tabId: number): Promise<void> {
  const { windowId } = await browser.tabs.update(tabId, { active: true });
  // Phones have one window and no interface for windows.
  if (windowId !== undefined && 'windows' in browser)
    await browser.windows.update(windowId, { focused: true });
}

/** The tab that the popup is open for, or the one in its address (`?tab=ID`). */
export async function shownTab(search: string): Promise<number | null> {
  if (new URLSearchParams(search).has('tab')) return namedTab(search);
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id ?? null;
}

/** The tab in a page's address (`?tab=ID`); null: none. */
export function namedTab(search: string): number | null {
  const named = new URLSearchParams(search).get('tab') ?? '';
  return /^\d{1,10}$/.test(named) ? Number(named) : null;
}
