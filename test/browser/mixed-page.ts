// Shared by the tests of mixed content: they wait for entries of a page's record, send commands as the popup does, and read what is stored.
import type { Browser as WebExtension } from 'webextension-polyfill';
import { numberEntries } from '../../lib/mixed-list/entry-id.ts';
import type { NumberedEntry } from '../../lib/mixed-list/entry-id.ts';
import type { OpenBrowser, Tab } from '../../scripts/browser/browser-options.ts';
import { recordOf } from '../../scripts/browser/extension-records.ts';
import { expect } from './in-browser.ts';

/** In an extension's page, where the functions given to evaluate() run; promises are the same in both browsers. */
declare const chrome: WebExtension;

/** The entry whose address has this ending, once it is in the record. */
export async function entryOf(
  open: OpenBrowser,
  { tabId }: Tab,
  end: string,
): Promise<NumberedEntry | undefined> {
  const find = async () =>
    numberEntries((await recordOf(open, tabId))?.mixed ?? []).find(({ entry }) => entry.url.endsWith(end));
  await expect.poll(find, { message: end }).toBeDefined();
  return find();
}

/** The same once its element is known: the resource timing may name an address before the scan reaches the element. */
export async function placedEntryOf(open: OpenBrowser, tab: Tab, end: string): Promise<NumberedEntry> {
  const find = async () => {
    const found = await entryOf(open, tab, end);
    return found?.entry.element ? found : undefined;
  };
  await expect.poll(find, { message: `the element of ${end}` }).toBeDefined();
  const found = await find();
  if (found === undefined) throw new Error(`${end} lost its element`);
  return found;
}

/** The data that the extension stores for a tab besides its record. */
export async function stored(open: OpenBrowser, kind: 'outline' | 'probe', { tabId }: Tab): Promise<unknown> {
  const text = await open.extensionPage.evaluate(
    async (key) => JSON.stringify((await chrome.storage.session.get(key))[key] ?? null),
    `${kind}:${tabId}`,
  );
  return JSON.parse(text);
}

/** Sends a command to the background, as the popup does. */
export async function order(open: OpenBrowser, message: Readonly<Record<string, unknown>>): Promise<void> {
  await open.extensionPage.evaluate((sent) => void chrome.runtime.sendMessage(sent), { ...message });
}
