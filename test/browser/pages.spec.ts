// What users see and do: toolbar, popup, notice and options on real pages of the lab.
import type { Browser as WebExtension } from 'webextension-polyfill';
import type { Page } from 'puppeteer-core';
import { judge, recordOf, toolbarOf } from '../../scripts/browser/extension-records.ts';
import type { OpenBrowser } from '../../scripts/browser/browser-options.ts';
import { expect, test } from './in-browser.ts';

/** In an extension's page, where the functions given to evaluate() run; promises are the same in both browsers. */
declare const chrome: WebExtension;

const PASSWORD = 'http://http-password.lab.test/';
const CLEAN = 'https://clean.lab.test/';

test.beforeEach(async ({ open }) => {
  await open.extensionPage.evaluate(() => chrome.storage.local.clear());
});

async function setSettings(open: OpenBrowser, settings: Readonly<Record<string, unknown>>): Promise<void> {
  await open.extensionPage.evaluate((patch) => chrome.storage.local.set({ settings: patch }), {
    ...settings,
  });
}

async function findingsOf(open: OpenBrowser, tabId: number): Promise<readonly string[]> {
  return judge(await recordOf(open, tabId)).findings.map(({ id }) => id);
}

async function textOf(page: Page): Promise<string> {
  return page.evaluate(() => document.body.innerText);
}

/** Whether the page has a notice. Its text is in a closed shadow root, out of reach of every script. */
async function hasNotice(page: Page): Promise<boolean> {
  return page.evaluate(
    () => [...document.documentElement.children].filter(({ tagName }) => tagName === 'DIV').length === 1,
  );
}

/** What a screen reader finds on the page, including the notice. Only Chromium's protocol returns it. */
async function spokenText(page: Page): Promise<string> {
  return JSON.stringify(await page.accessibility.snapshot({ interestingOnly: false }));
}

test('the toolbar shows the state of the page by badge and text', async ({ open, tab }) => {
  await tab.page.goto(PASSWORD);
  await expect.poll(async () => (await toolbarOf(open, tab.tabId)).badge).toBe('!');
  await expect.poll(async () => (await toolbarOf(open, tab.tabId)).title).toMatch(/Not protected.*password/);
  await tab.page.goto(CLEAN);
  await expect.poll(async () => (await toolbarOf(open, tab.tabId)).badge).toBe('');
  await expect.poll(async () => (await toolbarOf(open, tab.tabId)).title).toContain('Nothing found');
});

test('the toolbar uses the chosen language at once', async ({ open, tab }) => {
  await tab.page.goto(PASSWORD);
  await expect.poll(async () => (await toolbarOf(open, tab.tabId)).title).toContain('Not protected');
  await setSettings(open, { language: 'zh_CN' });
  await expect.poll(async () => (await toolbarOf(open, tab.tabId)).title).toContain('未受保护');
});

test('the popup shows the verdict of its tab and follows it', async ({ open, tab }) => {
  await tab.page.goto(CLEAN);
  const popup = await open.openExtensionPage(`popup.html?tab=${tab.tabId}`);
  await expect.poll(() => textOf(popup)).toContain('Nothing found');
  await tab.page.goto(PASSWORD);
  await expect.poll(() => textOf(popup)).toContain('Not protected');
  expect(await textOf(popup)).not.toMatch(/\$\d|finding_|evidence_/);
  await popup.close();
});

test('the popup is shown in Chinese', async ({ open, tab }) => {
  await setSettings(open, { language: 'zh_CN' });
  await tab.page.goto(PASSWORD);
  const popup = await open.openExtensionPage(`popup.html?tab=${tab.tabId}`);
  await expect.poll(() => textOf(popup)).toContain('未受保护');
  expect(await popup.evaluate(() => document.documentElement.lang)).toBe('zh-CN');
  await popup.close();
});

test('a page that requests a password over http gets the notice, once', async ({ open, tab }) => {
  await tab.page.goto(PASSWORD);
  await expect.poll(() => hasNotice(tab.page)).toBe(true);
  if (open.name === 'chromium') {
    await expect.poll(() => spokenText(tab.page)).toContain("Don't type a password here");
  }
});

test('the notice is not shown on a site where it was turned off', async ({ open, tab }) => {
  await setSettings(open, { mutedSites: ['http-password.lab.test'] });
  await tab.page.goto(PASSWORD);
  await expect.poll(() => findingsOf(open, tab.tabId)).toContain('password-over-http');
  // Once another page has its notice, this page would have had its own.
  const other = await open.newTab();
  await other.page.goto('http://http-login.lab.test/');
  await expect.poll(() => hasNotice(other.page)).toBe(true);
  expect(await hasNotice(tab.page)).toBe(false);
  await other.page.close();
});

test('the notice is not shown anywhere while it is off, and appears when it is turned on', async ({
  open,
  tab,
}) => {
  await setSettings(open, { notice: false });
  await tab.page.goto(PASSWORD);
  await expect.poll(() => findingsOf(open, tab.tabId)).toContain('password-over-http');
  await expect.poll(async () => (await toolbarOf(open, tab.tabId)).badge).toBe('!');
  expect(await hasNotice(tab.page)).toBe(false);
  await setSettings(open, { notice: true });
  await expect.poll(() => hasNotice(tab.page)).toBe(true);
});

test('a page on https never gets the notice', async ({ open, tab }) => {
  await tab.page.goto(CLEAN);
  await expect.poll(async () => judge(await recordOf(open, tab.tabId)).state).toBe('nothing-found');
  expect(await hasNotice(tab.page)).toBe(false);
});

test('invalid data in storage affects nothing else', async ({ open, tab }) => {
  await tab.page.goto(PASSWORD);
  await expect.poll(async () => judge(await recordOf(open, tab.tabId)).state).toBe('danger');
  await open.stopBackground();
  await open.extensionPage.evaluate(async () => {
    const all = Object.keys(await chrome.storage.session.get(null));
    await chrome.storage.session.set(Object.fromEntries(all.map((key) => [key, { garbage: [null] }])));
    await chrome.storage.local.set({ settings: 'garbage' });
  });
  await tab.page.goto(`${PASSWORD}?again`);
  await expect.poll(async () => judge(await recordOf(open, tab.tabId)).state).toBe('danger');
  await expect.poll(async () => (await toolbarOf(open, tab.tabId)).badge).toBe('!');
});

test('the data of a closed tab is deleted', async ({ open }) => {
  const tab = await open.newTab();
  await tab.page.goto(PASSWORD);
  await expect.poll(async () => judge(await recordOf(open, tab.tabId)).state).toBe('danger');
  await tab.page.close();
  await expect
    .poll(() =>
      open.extensionPage.evaluate(
        async (id) =>
          Object.keys(await chrome.storage.session.get(null)).filter(
            (key) => key.split(':')[1] === String(id),
          ),
        tab.tabId,
      ),
    )
    .toEqual([]);
});

test('a setting in the options is stored and takes effect', async ({ open }) => {
  const options = await open.openExtensionPage('options.html');
  await expect.poll(() => textOf(options)).toContain('Settings');
  await options.evaluate(() =>
    document
      .querySelector<HTMLInputElement>('section[aria-labelledby=settings] input[type=checkbox]')
      ?.click(),
  );
  await expect
    .poll(() =>
      open.extensionPage.evaluate(async () => (await chrome.storage.local.get('settings'))['settings']),
    )
    .toMatchObject({ notice: false });
  await options.close();
});
