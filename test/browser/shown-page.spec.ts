// Documents that are requested besides the tab's page and never replace it: the record of the shown page stays. No fenced frames: Chromium 156 has the
// element, but only interfaces that a test cannot have create its configurations (`new FencedFrameConfig()` is an illegal constructor, also
// with the features FencedFrames, FencedFramesAPIChanges and PrivacySandboxAdsAPIsOverride); test/unit/platform/background/record/page-events.test.ts covers them.
import type { Browser as WebExtension } from 'webextension-polyfill';
import { assess } from '../../lib/verdict/assess.ts';
import { recordOf, toolbarOf } from '../../scripts/browser/extension-records.ts';
import type { Tab } from '../../scripts/browser/browser-options.ts';
import type { OpenBrowser } from '../../scripts/browser/browser-options.ts';
import { attacks } from '../lab/scenarios/attacks/attacks.ts';
import { expect, test } from './in-browser.ts';

/** In an extension's page, where the functions given to evaluate() run. */
declare const chrome: WebExtension;

test.use({ groups: [attacks] });

const PAGE = 'https://attack-beside.lab.test/';
const NEXT = 'https://attack-beside-next.lab.test/';

/** Opens the page, which has a blocked script, and returns its document's id. */
async function openPage(open: OpenBrowser, tab: Tab): Promise<string> {
  await open.goTo(tab.page, PAGE, 20_000);
  await expect.poll(async () => stateOf(open, tab.tabId)).toBe('warning');
  return (await recordOf(open, tab.tabId))?.documentId ?? '';
}

async function stateOf(open: OpenBrowser, tabId: number): Promise<string | null> {
  const record = await recordOf(open, tabId);
  return record && assess(record).state;
}

/** Starts to record the results of page requests with `part` in their address; returns a function that reads them. */
async function noteEnds(open: OpenBrowser, part: string): Promise<() => Promise<readonly string[]>> {
  await open.extensionPage.evaluate((wanted) => {
    const ends: string[] = [];
    Object.assign(globalThis, { ends });
    const filter = { urls: ['http://*/*', 'https://*/*'], types: ['main_frame' as const] };
    chrome.webRequest.onErrorOccurred.addListener(({ url, error }) => {
      if (url.includes(wanted)) ends.push(error);
    }, filter);
    chrome.webRequest.onCompleted.addListener(({ url, statusCode }) => {
      if (url.includes(wanted)) ends.push(String(statusCode));
    }, filter);
  }, part);
  return () =>
    open.extensionPage.evaluate(() => [...(globalThis as unknown as { ends: readonly string[] }).ends]);
}

/** Expects that the page is unchanged, in the popup and in the toolbar, also after the background has settled the tab. */
async function expectUnchanged(open: OpenBrowser, tab: Tab, documentId: string): Promise<void> {
  // The background settles a tab 1.5 s after it has loaded.
  await new Promise((resolve) => setTimeout(resolve, 2500));
  expect(await recordOf(open, tab.tabId)).toMatchObject({ documentId, url: PAGE });
  expect(await stateOf(open, tab.tabId)).toBe('warning');
  expect((await toolbarOf(open, tab.tabId)).badge).toBe('1');
}

for (const { name, url } of [
  { name: 'whose certificate is refused', url: 'https://attack-beside-expired.lab.test/' },
  { name: 'of a host that does not answer', url: 'https://attack-beside-nowhere.lab.test/' },
]) {
  test(`a prerendered page ${name}`, async ({ open, tab, browserKind }) => {
    test.skip(browserKind === 'firefox', 'Firefox prerenders nothing');
    const documentId = await openPage(open, tab);
    const ends = await noteEnds(open, new URL(url).host);
    await prerender(tab, url);
    await expect.poll(ends).not.toEqual([]);
    await expectUnchanged(open, tab, documentId);
  });
}

test('a prerendered page replaces the shown one once it is activated, with its navigation', async ({
  open,
  tab,
  browserKind,
}) => {
  test.skip(browserKind === 'firefox', 'Firefox prerenders nothing');
  const documentId = await openPage(open, tab);
  const ahead = `${PAGE}ahead`;
  const ends = await noteEnds(open, '/ahead');
  await prerender(tab, ahead);
  await expect.poll(ends).not.toEqual([]);
  await expectUnchanged(open, tab, documentId);
  await tab.page.evaluate((to) => location.assign(to), ahead);
  await expect
    .poll(async () => recordOf(open, tab.tabId))
    .toMatchObject({ url: ahead, navigation: { status: 200 } });
  await expect.poll(async () => stateOf(open, tab.tabId)).toBe('nothing-found');
});

for (const { name, selector } of [
  { name: 'a link to an answer without content', selector: '#no-content' },
  { name: 'a link to a download', selector: '#download' },
  { name: 'a link with ping to a download', selector: '#attachment' },
]) {
  test(name, async ({ open, tab }) => {
    const documentId = await openPage(open, tab);
    const ends = await noteEnds(open, '/beside-');
    await tab.page.$eval(selector, (link) => (link as HTMLElement).click());
    await expect.poll(ends).not.toEqual([]);
    await expectUnchanged(open, tab, documentId);
  });
}

test('a Refresh header that leads to a download', async ({ open, tab }) => {
  const ends = await noteEnds(open, '/beside-refresh.bin');
  await open.goTo(tab.page, `${PAGE}refresh`, 20_000);
  await expect.poll(ends).not.toEqual([]);
  await new Promise((resolve) => setTimeout(resolve, 2500));
  expect(await recordOf(open, tab.tabId)).toMatchObject({ url: `${PAGE}refresh`, observed: true });
  expect(await stateOf(open, tab.tabId)).toBe('warning');
});

test('a multipart page is judged by the part that is shown', async ({ open, tab, browserKind }) => {
  const documentId = await openPage(open, tab);
  await open.goTo(tab.page, `${PAGE}parts`, 20_000);
  const shown = await tab.page.evaluate(() => document.title);
  // Chromium shows nothing of it, Firefox the last part.
  expect(shown).toBe(browserKind === 'firefox' ? 'Last' : '');
  await expect
    .poll(async () => [(await recordOf(open, tab.tabId))?.url, await stateOf(open, tab.tabId)])
    .toEqual([`${PAGE}parts`, shown === 'Last' ? 'warning' : 'nothing-found']);
  expect(await recordOf(open, tab.tabId)).toMatchObject({ observed: true, navigation: { status: 200 } });
  expect((await recordOf(open, tab.tabId))?.documentId).not.toBe(documentId);
});

test('a page that requests an HTTP password shows the response without one', async ({
  open,
  tab,
  browserKind,
}) => {
  test.skip(browserKind === 'firefox', "Firefox's driver cannot answer the question");
  await openPage(open, tab);
  await open.goTo(tab.page, `${NEXT}locked`, 20_000).catch(() => null);
  // Neither the previous page under another address nor a green verdict may be shown.
  await expect
    .poll(async () => [(await recordOf(open, tab.tabId))?.url, await stateOf(open, tab.tabId)])
    .not.toContain('nothing-found');
});

async function prerender({ page }: Tab, url: string): Promise<void> {
  await page.evaluate((to) => {
    const rules = document.createElement('script');
    rules.type = 'speculationrules';
    rules.textContent = JSON.stringify({ prerender: [{ urls: [to], eagerness: 'immediate' }] });
    document.head.append(rules);
  }, url);
}
