// A noted trial survives the background and is notified of; in Firefox with a real notification, which its driver can allow.
import type { Browser as WebExtension } from 'webextension-polyfill';
import type { OpenBrowser } from '../../scripts/browser/browser-options.ts';
import { expect, test } from './in-browser.ts';
import { clickButton, textOf, typeInto } from './form-controls.ts';

/** In an extension's page, where the functions given to evaluate() run; promises are the same in both browsers. */
declare const chrome: WebExtension;

/** More than three months ago, so that a trial from that day has ended. */
const LONG_AGO = new Date(Date.now() - 120 * 86_400_000).toISOString().slice(0, 10);

test.beforeEach(async ({ open }) => {
  await open.extensionPage.evaluate(() => chrome.storage.local.clear());
});

function alarms({ extensionPage }: OpenBrowser): Promise<readonly string[]> {
  return extensionPage.evaluate(async () => (await chrome.alarms.getAll()).map(({ name }) => name));
}

function stored({ extensionPage }: OpenBrowser): Promise<unknown> {
  return extensionPage.evaluate(async () => (await chrome.storage.local.get('trials'))['trials']);
}

test('the alarm of a noted trial survives a killed background, and is removed with the last trial', async ({
  open,
}) => {
  const options = await open.openExtensionPage('options.html#trials');
  await expect.poll(() => textOf(options)).toContain('No trial is noted.');
  await typeInto(options, 'trials', 'Site', 'https://Shop.Example.com/cart');
  await clickButton(options, 'Note this trial');
  await expect.poll(() => textOf(options)).toContain('shop.example.com');
  await expect.poll(() => alarms(open)).toEqual(['trials']);
  expect(await stored(open)).toMatchObject([{ site: 'shop.example.com', told: 'running', decision: null }]);
  await open.stopBackground();
  expect(await alarms(open)).toEqual(['trials']);
  await clickButton(options, 'Remove shop.example.com');
  await expect.poll(() => alarms(open)).toEqual([]);
  expect(await stored(open)).toBeUndefined();
  await options.close();
});

test('an alarm starts a stopped background', async ({ open }) => {
  const trial = { site: 'shop.example.com', startedOn: LONG_AGO, months: 3, told: 'ended', decision: null };
  await open.extensionPage.evaluate((one) => chrome.storage.local.set({ trials: [one] }), trial);
  await open.stopBackground();
  // There is nothing left to notify of, so the alarm is removed once it has fired.
  await open.extensionPage.evaluate(() =>
    chrome.alarms.create('trials', { when: Date.now(), periodInMinutes: 60 }),
  );
  await expect.poll(() => alarms(open)).toEqual([]);
});

test('a missed notification is shown once notifications are allowed', async ({ open }) => {
  test.skip(
    open.name === 'chromium',
    "Chromium's question stands outside of every page, where no driver answers it",
  );
  const trial = { site: 'shop.example.com', startedOn: LONG_AGO, months: 3, told: 'running', decision: null };
  await open.extensionPage.evaluate((one) => chrome.storage.local.set({ trials: [one] }), trial);
  const options = await open.openExtensionPage('options.html#trials');
  await expect.poll(() => textOf(options)).toContain('Ended');
  // A click that the browser counts as a user's: only such a click may request a permission.
  await options.locator('::-p-text(Allow notifications)').click();
  await expect.poll(() => textOf(options)).toContain('Notifications are allowed.');
  // Stored once the browser has accepted the notification. Without a screen the browser shows none, so the test can't see it.
  await expect.poll(async () => JSON.stringify(await stored(open))).toContain('"told":"ended"');
  await clickButton(options, 'Stop notifications');
  await expect.poll(() => textOf(options)).toContain('Without notifications the end is shown here only.');
  await options.close();
});

test('an invalid stored trial affects nothing else', async ({ open }) => {
  await open.extensionPage.evaluate(() =>
    chrome.storage.local.set({
      trials: [null, { site: 7 }, { site: 'a.example.com', startedOn: '2026-02-30', months: 3 }],
    }),
  );
  const options = await open.openExtensionPage('options.html#trials');
  await expect.poll(() => textOf(options)).toContain('No trial is noted.');
  await options.close();
});
