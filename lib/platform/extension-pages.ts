// Opens the pages of this extension. Every runtime may do so: a view on a click, the background from a notice or a notification.
import { browser } from './browser.ts';

/** Opens "Risks explained", at a finding if one is named. */
export async function openExplain(findingId?: string): Promise<void> {
  await openPage(`/explain.html${findingId === undefined ? '' : `#${encodeURIComponent(findingId)}`}`);
}

/** Opens the popup's text for a tab as a page of its own. */
export async function openPopupPage(tabId: number): Promise<void> {
  await openPage(`/popup.html?tab=${tabId}`);
}

/** Opens the options page, or goes to it when it is open. */
export async function openOptions(): Promise<void> {
  await browser.runtime.openOptionsPage();
}

/** Opens the options page at one of its sections, for the page in a tab if one is named. */
export async function openOptionsAt(section: string, tabId?: number): Promise<void> {
  await openPage(`/options.html${tabId === undefined ? '' : `?tab=${tabId}`}#${section}`);
}

/** Opens the options page at the site of a tab. The address names the tab, never a host. */
export async function openSite(tabId: number): Promise<void> {
  await openPage(`/options.html?tab=${tabId}`);
}

/** Opens the page that follows the first install. Rejects where no window can take it. */
export async function openWelcome(): Promise<void> {
  await openPage('/welcome.html');
}

async function openPage(path: string): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(path) });
}
