// The data of a private window is deleted with it. Only in Chromium: Firefox's driver cannot allow an extension there.
import type { Browser as WebExtension } from 'webextension-polyfill';
import { openBrowser } from '../../scripts/browser/open-browser.ts';
import { expect, optionsFor, test } from './in-browser.ts';

/** In an extension's page, where the functions given to evaluate() run. */
declare const chrome: WebExtension;

test('a closed private window leaves no data', async ({ lab, browserKind }) => {
  test.skip(browserKind === 'firefox', "Firefox's driver cannot allow an extension in private windows");
  const open = await openBrowser({ ...optionsFor(browserKind, lab), inPrivateWindows: true });
  const stored = () =>
    open.extensionPage.evaluate(async () =>
      JSON.stringify([await chrome.storage.session.get(null), await chrome.storage.local.get(null)]),
    );
  try {
    const window = await open.browser.createBrowserContext();
    const page = await window.newPage();
    await page.goto('http://http-password.lab.test/');
    await expect.poll(stored).toMatch(/http-password\.lab\.test.*"private":true/);
    // The page is refused, so that the origin's error is stored for the window.
    await page.goto('https://expired.lab.test/').catch(() => null);
    await expect.poll(stored).toContain('origins:private');
    await window.close();
    await expect.poll(stored).not.toContain('lab.test');
    expect(await stored()).not.toContain('private');
  } finally {
    await open.close();
  }
});
