// Access to pages is revoked while they are open or in the back/forward cache: the toolbar and the popup show the same, and no request is sent.
import type { Browser as WebExtension } from 'webextension-polyfill';
import { openBrowser } from '../../scripts/browser/open-browser.ts';
import type { OpenBrowser, Tab } from '../../scripts/browser/browser-options.ts';
import { toolbarOf } from '../../scripts/browser/extension-records.ts';
import { within } from '../../scripts/browser/until.ts';
import { expect, optionsFor, test } from './in-browser.ts';
import { entryOf, order, stored } from './mixed-page.ts';

/** In an extension's page, where the functions given to evaluate() run. */
declare const chrome: WebExtension & {
  /** The API of Chromium's page of extensions, and only of that page. */
  readonly developerPrivate: {
    readonly updateExtensionConfiguration: (wish: {
      readonly extensionId: string;
      readonly hostAccess: 'ON_CLICK';
    }) => Promise<void>;
  };
};

test.describe.configure({ timeout: 120_000 });

const SITES = ['http://*/*', 'https://*/*'];
/** ms: the background settles a tab 1.5 s after it has loaded, and then deletes the record of a page without access. */
const SETTLED = 3000;
const THERE = 'https://mixed-https-there.lab.test/';

test('revoked access is shown at once', async ({ lab, browserKind }) => {
  const open = await openBrowser(optionsFor(browserKind, lab));
  try {
    const [tab, asking] = [await open.newTab(), await open.newTab()];
    const titleOf = async ({ tabId }: Tab): Promise<string> => (await toolbarOf(open, tabId)).title;
    await open.goTo(asking.page, THERE, 20_000);
    await entryOf(open, asking, 'there-no-https.lab.test/a.js');
    await entryOf(open, asking, '/script.js?there');
    await open.goTo(tab.page, 'https://clean.lab.test/', 20_000);
    await expect.poll(() => titleOf(tab)).toContain('Nothing found');
    await open.goTo(tab.page, 'https://mixed-script.lab.test/', 20_000);
    await expect.poll(() => titleOf(tab)).toContain('Needs attention');
    await new Promise((resolve) => setTimeout(resolve, SETTLED));

    await withdrawAccess(open);
    await test.step('the toolbar shows it at once', async () => {
      await expect.poll(() => titleOf(tab)).not.toContain('Needs attention');
      expect((await toolbarOf(open, tab.tabId)).badge).toBe('–');
    });
    await test.step('a host that was not probed has no result', async () => {
      await order(open, {
        type: 'probe',
        tabId: asking.tabId,
        hosts: ['files.lab.test', 'there-no-https.lab.test'],
      });
      await expect
        .poll(() => stored(open, 'probe', asking))
        .toMatchObject({
          phase: 'done',
          answers: {
            'https://files.lab.test/script.js?there': { kind: 'unasked', reason: 'no-access' },
            'https://there-no-https.lab.test/a.js': { kind: 'unasked', reason: 'no-access' },
          },
        });
      expect(lab.hits.filter(({ method }) => method === 'HEAD')).toEqual([]);
    });
    await test.step('after going back there is still no access', async () => {
      // The driver would wait for a frame that is in the cache.
      await within(
        tab.page.goBack().catch(() => null),
        5000,
        null,
      );
      await new Promise((resolve) => setTimeout(resolve, SETTLED));
      expect(await titleOf(tab)).not.toContain('Nothing found');
      const popup = await open.openExtensionPage(`popup.html?tab=${tab.tabId}`);
      await expect.poll(() => popup.evaluate(() => document.body.textContent)).toContain('No access');
    });
  } finally {
    await open.close();
  }
});

/** Revokes access as a user does: in Firefox the extension's page can remove the permission, in Chromium the page of extensions sets "on click". */
async function withdrawAccess(open: OpenBrowser): Promise<void> {
  if (open.name === 'firefox') {
    await open.extensionPage.evaluate((origins) => chrome.permissions.remove({ origins }), SITES);
    return;
  }
  const page = await open.browser.newPage();
  await page.goto('chrome://extensions/');
  await page.evaluate(
    (extensionId) =>
      chrome.developerPrivate.updateExtensionConfiguration({ extensionId, hostAccess: 'ON_CLICK' }),
    open.extensionId,
  );
  await page.close();
}
