// The welcome page: opened once by an installation, prevented by policy, and its functions as a page.
import type { Page } from 'puppeteer-core';
import type { Browser as WebExtension } from 'webextension-polyfill';
import type { Policy } from '../../scripts/browser/managed-policy.ts';
import { openBrowser } from '../../scripts/browser/open-browser.ts';
import type { OpenBrowser } from '../../scripts/browser/browser-options.ts';
import type { Lab } from '../lab/lab.ts';
import { expect, optionsFor, test } from './in-browser.ts';
import type { BrowserKind } from './in-browser.ts';
import { inBrowserOrSkip } from './open-or-skip.ts';
import { textOf } from './form-controls.ts';

/** In an extension's page, where the functions given to evaluate() run; promises are the same in both browsers. */
declare const chrome: WebExtension;

/** Runs `work` in a new browser in which the page may open. */
async function installed(
  kind: BrowserKind,
  lab: Lab,
  policy: Policy | null,
  work: (open: OpenBrowser) => Promise<void>,
): Promise<void> {
  await inBrowserOrSkip(
    { ...optionsFor(kind, lab), welcome: true, ...(policy === null ? {} : { policy }) },
    work,
  );
}

/** How many tabs show the page. */
function welcomes({ extensionPage, pageUrl }: OpenBrowser): Promise<number> {
  return extensionPage.evaluate(
    async (url) => (await chrome.tabs.query({})).filter((tab) => (tab.url ?? tab.pendingUrl) === url).length,
    pageUrl('welcome.html'),
  );
}

/** Whether the extension has not decided yet. */
function isOwed({ extensionPage }: OpenBrowser): Promise<boolean> {
  return extensionPage.evaluate(async () => 'welcome' in (await chrome.storage.local.get('welcome')));
}

test('an installation opens the page once, in the foreground; a restart of the background opens no other', async ({
  browserKind,
  lab,
}) => {
  await installed(browserKind, lab, null, async (open) => {
    await expect.poll(() => welcomes(open)).toBe(1);
    expect(
      await open.extensionPage.evaluate(async () =>
        (await chrome.tabs.query({ active: true })).map(({ url }) => url).join(' '),
      ),
    ).toContain('/welcome.html');
    expect(await isOwed(open)).toBe(false);
    await open.stopBackground();
    const tab = await open.newTab();
    await tab.page.goto('https://clean.lab.test/');
    await expect
      .poll(async () =>
        open.extensionPage.evaluate((id) => chrome.action.getBadgeText({ tabId: id }), tab.tabId),
      )
      .toBe('');
    expect(await welcomes(open)).toBe(1);
  });
});

test('a policy prevents the page', async ({ browserKind, lab }) => {
  await installed(browserKind, lab, { skipWelcome: true }, async (open) => {
    await expect.poll(() => isOwed(open)).toBe(false);
    // Once the extension has opened another page, this one would be open too.
    const options = await open.openExtensionPage('options.html');
    await expect.poll(() => textOf(options)).toContain('Settings');
    expect(await welcomes(open)).toBe(0);
  });
});

test('an invalid policy is reported in the options and prevents nothing', async ({ browserKind, lab }) => {
  test.skip(browserKind !== 'firefox', 'Chromium itself drops values of another type');
  await installed(browserKind, lab, { skipWelcome: 'yes' }, async (open) => {
    await expect.poll(() => welcomes(open)).toBe(1);
    const options = await open.openExtensionPage('options.html');
    await expect.poll(() => textOf(options)).toContain('skipWelcome: the value cannot be used.');
  });
});

async function openWelcome(open: OpenBrowser): Promise<Page> {
  const page = await open.openExtensionPage('welcome.html');
  await page.bringToFront();
  await expect.poll(() => textOf(page)).toContain('What the button shows');
  return page;
}

test('the answers on the page apply in the popup, and its links work', async ({ open, tab }) => {
  await open.extensionPage.evaluate(() => chrome.storage.local.clear());
  const page = await openWelcome(open);
  await page.evaluate(() => document.querySelectorAll<HTMLInputElement>('input[type=radio]')[1]?.click());
  const settings = () =>
    open.extensionPage.evaluate(async () => (await chrome.storage.local.get('settings'))['settings']);
  await expect.poll(settings).toMatchObject({ voice: 'owner' });
  await page.evaluate(() => document.querySelector<HTMLElement>('button[lang=zh-CN]')?.click());
  await expect.poll(() => textOf(page)).toContain('按钮会显示什么');
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('zh-CN');
  await tab.page.goto('http://http-login.lab.test/');
  const popup = await open.openExtensionPage(`popup.html?tab=${tab.tabId}`);
  await expect
    .poll(() => popup.evaluate(() => document.querySelector('[role=tab][aria-selected=true]')?.textContent))
    .toMatch(/^站长/);
  await popup.close();
  const links = await page.evaluate(() =>
    Array.from(document.querySelectorAll('main a'), (link) => link.getAttribute('href')),
  );
  expect(links).toEqual(['/explain.html#kept', '/explain.html', '/options.html', '/options.html#site']);
  await page.close();
  await open.extensionPage.evaluate(() => chrome.storage.local.clear());
});

test('a click requests the access that Firefox has not granted', async ({ browserKind, lab }) => {
  test.skip(browserKind !== 'firefox', "Chromium's prompt is outside of every page");
  const open = await openBrowser(optionsFor(browserKind, lab));
  try {
    const page = await openWelcome(open);
    expect(await textOf(page)).not.toContain('Access to web pages');
    // The user revokes access in Firefox's list of extensions.
    await open.extensionPage.evaluate(() =>
      chrome.permissions.remove({ origins: ['http://*/*', 'https://*/*'] }),
    );
    await expect.poll(() => textOf(page)).toContain('has not given this extension access');
    // A click that the browser counts as a user's: only such a click may request a permission.
    await page.locator('::-p-text(Allow access)').click();
    await expect.poll(() => textOf(page)).toContain('Access is given.');
    expect(
      await open.extensionPage.evaluate(() =>
        chrome.permissions.contains({ origins: ['http://*/*', 'https://*/*'] }),
      ),
    ).toBe(true);
    await page.close();
  } finally {
    await open.close();
  }
});
