// Events in private windows are not counted. Only in Chromium: Firefox's driver cannot allow an extension there.
import type { Browser as WebExtension } from 'webextension-polyfill';
import { openBrowser } from '../../scripts/browser/open-browser.ts';
import { expect, optionsFor, test } from './in-browser.ts';
import { textOf } from './form-controls.ts';

/** In an extension's page, where the functions given to evaluate() run. */
declare const chrome: WebExtension;

test('what is shown for a page in a private window is not counted', async ({ lab, browserKind }) => {
  test.skip(browserKind === 'firefox', "Firefox's driver cannot allow an extension in private windows");
  const open = await openBrowser({ ...optionsFor(browserKind, lab), inPrivateWindows: true });
  const counted = () =>
    open.extensionPage.evaluate(async () =>
      JSON.stringify(await chrome.storage.local.get('campaign-counts')),
    );
  try {
    await open.extensionPage.evaluate(() => chrome.storage.local.set({ settings: { campaigns: true } }));
    const window = await open.browser.createBrowserContext();
    const page = await window.newPage();
    await page.goto('https://clean.lab.test/');
    const privateTab = () =>
      open.extensionPage.evaluate(async () => (await chrome.tabs.query({})).find((tab) => tab.incognito)?.id);
    await expect.poll(privateTab).toBeDefined();
    const tabId = String(await privateTab());
    const own = await open.openExtensionPage(`options.html?tab=${tabId}#plan`);
    await expect.poll(() => textOf(own)).toContain('clean.lab.test');
    // It counts as shown after two frames have been painted since it was scrolled into view.
    await own.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
    await own.close();
    // The same page in an ordinary window is counted, and only that one.
    const other = await open.openExtensionPage('options.html#plan');
    await expect.poll(counted).toContain('"plan-viewed":1');
    await other.close();
  } finally {
    await open.close();
  }
});
