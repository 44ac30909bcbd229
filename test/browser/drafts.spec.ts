// A text that was typed on the options page and not submitted survives a reload; for a private window it is not stored.
import type { Page } from 'puppeteer-core';
import type { Browser as WebExtension } from 'webextension-polyfill';
import { openBrowser } from '../../scripts/browser/open-browser.ts';
import { expect, optionsFor, test } from './in-browser.ts';
import { clickButton, reload, textOf, typeInto } from './form-controls.ts';

/** In an extension's page, where the functions given to evaluate() run; promises are the same in both browsers. */
declare const chrome: WebExtension;

/** Section, label, and typed text. */
const FIELDS = [
  ['site', 'Another host', 'half-typed.exam'],
  ['trials', 'Site', 'trial.example.co'],
  ['https-needed', 'Addresses, one a line', 'https://a.example.com/'],
  ['https-needed', 'Registered in the console already', 'https://example.com'],
  ['settings', 'Sites to check deeply', 'deep.example'],
  ['settings', 'Sign-up address', 'http://half.example/'],
  ['campaigns', 'Campaign', 'spring'],
  ['campaigns', 'Variant', 'banner'],
] as const;

test.beforeEach(async ({ open }) => {
  await open.extensionPage.evaluate(() => chrome.storage.local.clear());
  await open.extensionPage.evaluate(() => chrome.storage.local.set({ settings: { campaigns: true } }));
});

/** The texts of the fields above. */
function values(page: Page): Promise<readonly (string | null)[]> {
  return page.evaluate(
    (fields) =>
      fields.map(([section, wanted]) => {
        const labels = document.querySelectorAll<HTMLLabelElement>(
          `section[aria-labelledby="${section}"] label`,
        );
        const field = Array.from(labels).find((one) => one.textContent.startsWith(wanted))?.control;
        return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field.value : null;
      }),
    FIELDS.map(([section, label]): [string, string] => [section, label]),
  );
}

/** Chooses from a list of the campaign tools, as a user does. */
function choose(page: Page, value: string): Promise<void> {
  return page.evaluate((wanted) => {
    const lists = [...document.querySelectorAll('select')];
    const list = lists.find(({ options }) => [...options].some((option) => option.value === wanted));
    if (list === undefined) throw new Error(`There is no ${wanted} to choose.`);
    list.value = wanted;
    list.dispatchEvent(new Event('change', { bubbles: true }));
  }, value);
}

test('a text typed into any field survives a reload, until it is submitted', async ({ open }) => {
  const page = await open.openExtensionPage('options.html');
  await page.bringToFront();
  await expect.poll(() => textOf(page)).toContain('Counted on this device');
  // The field for another host exists once a site is chosen.
  await typeInto(page, 'site', 'Site', 'www.typed.example');
  await page.keyboard.press('Enter');
  await expect.poll(() => textOf(page)).toContain('Another host');
  for (const [section, label, text] of FIELDS) await typeInto(page, section, label, text);
  await choose(page, 'print');
  await choose(page, '3');
  await reload(page);
  await expect.poll(() => values(page)).toEqual(FIELDS.map(([, , text]) => text));
  const text = await textOf(page);
  expect(text).toContain('it must begin with https://');
  expect(text).toContain('print / qr');
  expect(
    await page.evaluate(() => [...document.querySelectorAll('select')].map(({ value }) => value)),
  ).toEqual(['print', 'en', '3']);
  // A submitted text is no longer a draft.
  await typeInto(page, 'trials', 'Site', 'm');
  await clickButton(page, 'Note this trial');
  await expect.poll(() => textOf(page)).toContain('trial.example.com');
  await reload(page);
  await expect.poll(async () => (await values(page))[1]).toBe('');
  const drafts = () =>
    open.extensionPage.evaluate(async () =>
      Object.keys(await chrome.storage.local.get(null)).filter((key) => key.startsWith('draft:')),
    );
  expect(await drafts()).not.toContain('draft:trial-site');
  expect(await drafts()).toContain('draft:addresses');
  await page.close();
});

test('a plan chosen in the table stays chosen after a reload', async ({ open }) => {
  const page = await open.openExtensionPage('options.html');
  await page.bringToFront();
  await expect.poll(() => textOf(page)).toContain('Matching plan');
  await typeInto(page, 'site', 'Site', 'www.typed.example');
  await page.keyboard.press('Enter');
  await expect.poll(() => textOf(page)).toContain('What a term costs: Basic, DV');
  await page.evaluate(() => document.querySelectorAll<HTMLElement>('table input[type=radio]')[3]?.click());
  await expect.poll(() => textOf(page)).toContain('What a term costs: Advanced, OV wildcard');
  await reload(page);
  await expect.poll(() => textOf(page)).toContain('What a term costs: Advanced, OV wildcard');
  await page.close();
});

test('a text typed for a private window is not stored', async ({ lab, browserKind }) => {
  test.skip(browserKind === 'firefox', "Firefox's driver cannot allow an extension in private windows");
  const open = await openBrowser({ ...optionsFor(browserKind, lab), inPrivateWindows: true });
  try {
    await open.extensionPage.evaluate(() => chrome.storage.local.set({ settings: { campaigns: true } }));
    const window = await open.browser.createBrowserContext();
    await (await window.newPage()).goto('https://clean.lab.test/');
    const privateTab = () =>
      open.extensionPage.evaluate(async () => (await chrome.tabs.query({})).find((tab) => tab.incognito)?.id);
    await expect.poll(privateTab).toBeGreaterThan(0);
    const page = await open.openExtensionPage(`options.html?tab=${await privateTab()}`);
    await page.bringToFront();
    await expect.poll(() => textOf(page)).toContain('Counted on this device');
    await typeInto(page, 'campaigns', 'Campaign', 'spring');
    await typeInto(page, 'site', 'Another host', 'secret.example');
    expect(
      await open.extensionPage.evaluate(async () => Object.keys(await chrome.storage.local.get(null))),
    ).toEqual(['settings']);
    expect(await page.evaluate(() => Object.keys(sessionStorage))).toEqual([]);
  } finally {
    await open.close();
  }
});
