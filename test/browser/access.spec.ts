// Access to pages is withdrawn while they are open or in the back/forward cache: the toolbar and the popup say the same. In Firefox, where the
// driver may change what is allowed; Chromium has no interface for it, so test/unit/platform/record-view.test.ts stands for it there.
import type { Browser as WebExtension } from 'webextension-polyfill';
import { openBrowser } from '../../scripts/browser/open-browser.ts';
import { toolbarOf } from '../../scripts/browser/records.ts';
import { within } from '../../scripts/browser/until.ts';
import { expect, optionsFor, test } from './in-browser.ts';

/** In an extension's page, where the functions given to evaluate() run. */
declare const chrome: WebExtension;

test.describe.configure({ timeout: 120_000 });

const SITES = ['http://*/*', 'https://*/*'];

test('access withdrawn, then back', async ({ lab, browserKind }) => {
  test.skip(browserKind !== 'firefox', "Chromium's required access cannot be withdrawn by a program");
  const open = await openBrowser(optionsFor(browserKind, lab));
  try {
    const tab = await open.newTab();
    await open.goTo(tab.page, 'https://clean.lab.test/', 20_000);
    const title = async (): Promise<string> => (await toolbarOf(open, tab.tabId)).title;
    await expect.poll(title).toContain('Nothing found');
    await open.goTo(tab.page, 'https://mixed-script.lab.test/', 20_000);
    await expect.poll(title).toContain('Needs attention');
    await open.extensionPage.evaluate((origins) => chrome.permissions.remove({ origins }), SITES);
    await expect.poll(title).not.toContain('Needs attention');
    expect((await toolbarOf(open, tab.tabId)).badge).toBe('–');
    // The driver waits for a frame that the cache has put away.
    await within(
      tab.page.goBack().catch(() => null),
      5000,
      null,
    );
    // The background settles a tab 1.5 s after its end of loading.
    await new Promise((resolve) => setTimeout(resolve, 3000));
    expect(await title()).not.toContain('Nothing found');
    const popup = await open.openExtensionPage(`popup.html?tab=${tab.tabId}`);
    await expect.poll(() => popup.evaluate(() => document.body.textContent)).toContain('No access');
  } finally {
    await open.close();
  }
});
