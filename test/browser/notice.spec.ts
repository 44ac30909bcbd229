// The notice on pages that put something above it, and sites where it is turned off at the same moment.
import type { Browser as WebExtension } from 'webextension-polyfill';
import type { Page } from 'puppeteer-core';
import type { Tab } from '../../scripts/browser/browser-options.ts';
import { MUTED_AT_ONCE } from '../lab/scenarios/field/small.ts';
import { expect, test } from './in-browser.ts';

/** In an extension's page, where the functions given to evaluate() run; promises are the same in both browsers. */
declare const chrome: WebExtension;
/** In the pages of the lab. */
declare const dialog: HTMLDialogElement;
declare const root: ShadowRoot;

test.beforeEach(async ({ open }) => {
  await open.extensionPage.evaluate(() => chrome.storage.local.clear());
});

/** The tag of the notice's parent; null: there is no notice, or it is not on top. */
async function placeOf(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const scopes: readonly (Document | ShadowRoot)[] =
      typeof root === 'undefined' ? [document] : [root, document];
    const found = scopes.flatMap((scope) => [...scope.querySelectorAll('div[popover]')]);
    if (found.length !== 1) return null;
    const [notice] = found;
    const scope = notice?.getRootNode() instanceof ShadowRoot ? root : document;
    const isHit = scope.elementFromPoint(innerWidth - 33, 33) === notice;
    return isHit ? (notice?.parentElement?.localName ?? null) : null;
  });
}

/** Clicks at the position of the notice's close button, because no script can reach into its closed shadow tree. */
async function pressClose({ page }: Tab): Promise<void> {
  const width = await page.evaluate(() => innerWidth);
  await page.mouse.click(width - 33, 33);
}

test('the notice is above a modal dialog that was opened earlier', async ({ tab }) => {
  await tab.page.goto('http://field-notice-modal-dialog.lab.test/');
  await expect.poll(() => placeOf(tab.page)).toBe('dialog');
  await pressClose(tab);
  await expect.poll(() => tab.page.$('div[popover]')).toBeNull();
});

test('the notice is above a modal dialog that is opened later, and returns to the page when it closes', async ({
  tab,
}) => {
  await tab.page.goto('http://field-notice-late-dialog.lab.test/');
  await expect.poll(() => placeOf(tab.page)).toBe('html');
  for (let time = 0; time < 2; time += 1) {
    await tab.page.click('#open');
    await expect.poll(() => placeOf(tab.page)).toBe('dialog');
    await tab.page.click('#close');
    await expect.poll(() => placeOf(tab.page)).toBe('html');
  }
  await pressClose(tab);
  await expect.poll(() => tab.page.$('div[popover]')).toBeNull();
});

test('the notice is above a modal dialog in a closed shadow tree, and stays when that is removed', async ({
  tab,
}) => {
  await tab.page.goto('http://field-notice-shadow-dialog.lab.test/');
  await expect.poll(() => placeOf(tab.page)).toBe('html');
  await tab.page.click('#open');
  await expect.poll(() => placeOf(tab.page)).toBe('dialog');
  await tab.page.evaluate(() => dialog.close());
  await expect.poll(() => placeOf(tab.page)).toBe('html');
  await tab.page.click('#open');
  await expect.poll(() => placeOf(tab.page)).toBe('dialog');
  await tab.page.evaluate(() => dialog.remove());
  await expect.poll(() => placeOf(tab.page)).toBe('html');
  await pressClose(tab);
  await expect.poll(() => tab.page.$('div[popover]')).toBeNull();
});

test('a popover of the page does not hide the notice', async ({ tab }) => {
  await tab.page.goto('http://field-notice-late-dialog.lab.test/');
  await expect.poll(() => placeOf(tab.page)).toBe('html');
  await tab.page.evaluate(() => {
    const cover = document.createElement('p');
    cover.popover = 'manual';
    cover.style.cssText = 'inset: 0; width: 100%; height: 100%';
    document.body.append(cover);
    cover.showPopover();
  });
  await expect.poll(() => placeOf(tab.page)).toBe('html');
});

test('sites where the notice is turned off at the same moment are all stored', async ({
  open,
  browserKind,
}) => {
  test.skip(browserKind === 'firefox', 'only Chromium’s driver finds a button in a closed shadow tree');
  const tabs = await Promise.all(MUTED_AT_ONCE.map(() => open.newTab()));
  try {
    const buttons = await Promise.all(
      tabs.map(async ({ page }, index) => {
        await page.goto(MUTED_AT_ONCE[index] ?? '');
        return page.waitForSelector('::-p-aria([name="Not on this site"][role="button"])');
      }),
    );
    await Promise.all(buttons.map(async (button) => button?.click()));
    const muted = () =>
      open.extensionPage.evaluate(async () => {
        const { settings } = await chrome.storage.local.get('settings');
        return (settings as { readonly mutedSites?: readonly string[] } | undefined)?.mutedSites ?? [];
      });
    const hosts = MUTED_AT_ONCE.map((url) => new URL(url).hostname);
    await expect.poll(async () => (await muted()).toSorted()).toEqual(hosts);
  } finally {
    await Promise.all(tabs.map(({ page }) => page.close()));
  }
});
