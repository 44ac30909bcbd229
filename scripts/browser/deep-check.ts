// Starts the extension's deep check for a site in a tab, from the tab's next page on: like the popup's button, without loading twice.
import type { Browser as WebExtension } from 'webextension-polyfill';
import type { OpenBrowser } from './browser-options.ts';

/** An extension's page, in which functions passed to evaluate() run; promises are the same in both browsers. */
declare const chrome: WebExtension;

/** Throws when the extension does not begin the check. */
export async function prepareDeepCheck(
  { extensionPage }: OpenBrowser,
  tabId: number,
  site: string,
): Promise<void> {
  const begun = await extensionPage.evaluate(
    async (tab, host) => {
      const command = { type: 'deep-check', tabId: tab, site: host, reload: false };
      return (await chrome.runtime.sendMessage(command)) === true;
    },
    tabId,
    site,
  );
  if (!begun) throw new Error(`The deep check of ${site} did not begin.`);
}
