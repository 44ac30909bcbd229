// Opens the extension's pages, from any runtime: a view on a click, the background from a notice or a notification.
import { browser } from './browser.ts';

/** Opens "Risks explained", optionally at a finding. */
export async function openExplain(findingId?: string): Promise<void> {
  await openPage(`/explain.html${findingId === undefined ? '' : `#${encodeURIComponent(findingId)}`}`);
}

/** Opens the popup's text for a tab as a page of its own. */
export async function openPopupPage(tabId: number): Promise<void> {
  await openPage(`/popup.html?tab=${tabId}`);
}

/** Opens the options page, or activates it if it is open. */
export async function openOptions(): Promise<void> {
  await browser.runtime.openOptionsPage();
}

/** Opens the options page at a section, optionally for the page in a tab. */
export async function openOptionsAt(section: string, tabId?: number): Promise<void> {
  await openPage(`/options.html${tabId === undefined ? '' : `?tab=${tabId}`}#${section}`);
}

/** Opens the options page at the site of a tab. The address contains the tab's id, never a host. */
export async function openSite(tabId: number): Promise<void> {
  await openPage(`/options.html?tab=${tabId}`);
}

/** Opens the page after the first install. Rejects when there is no window for it. */
export async function openWelcome(): Promise<void> {
  await openPage('/welcome.html');
}

async function openPage(path: string): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(path) });
}
