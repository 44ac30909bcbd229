// The deep check on real pages: a page cannot detect it, it applies to one tab and ends in time, it observes the targets of redirects, and it
// lists only requests.
import type { Browser as WebExtension } from 'webextension-polyfill';
import type { Page } from 'puppeteer-core';
import { prepareDeepCheck } from '../../scripts/browser/deep-check.ts';
import { isObserving } from '../../scripts/browser/observers.ts';
import type { OpenBrowser, Tab } from '../../scripts/browser/browser-options.ts';
import { recordOf } from '../../scripts/browser/extension-records.ts';
import type { Hit, Lab } from '../lab/lab.ts';
import { CONTROL, DECOYS, DEEP_PAGES, ELSEWHERE, REDIRECTS, STRICT, SUBDOMAIN } from './deep-pages.ts';
import { expect, test } from './in-browser.ts';

/** In an extension's page, where the functions given to evaluate() run; promises are the same in both browsers. */
declare const chrome: WebExtension;

test.use({ groups: [DEEP_PAGES] });

const SITE = 'strict.lab.test';

async function checkDeeply(open: OpenBrowser, { page, tabId }: Tab, url: string): Promise<void> {
  await prepareDeepCheck(open, tabId, new URL(url).hostname);
  await open.goTo(page, url, 30_000);
  await expect.poll(async () => (await recordOf(open, tabId))?.deepChecked, { message: url }).toBe(true);
}

/** The browser's rules for a tab, or for all tabs. */
async function rulesOf({ extensionPage }: OpenBrowser, tabId?: number): Promise<number> {
  return extensionPage.evaluate(async (id) => {
    const rules = await chrome.declarativeNetRequest.getSessionRules();
    return rules.filter(({ condition }) => id === null || condition.tabIds?.includes(id) === true).length;
  }, tabId ?? null);
}

async function urlsOf(open: OpenBrowser, { tabId }: Tab): Promise<readonly string[]> {
  await expect.poll(() => isObserving(open, tabId)).toBe(false);
  return ((await recordOf(open, tabId))?.mixed ?? []).map(({ url }) => url).sort();
}

function describeHit({ method, scheme, host, path, status }: Hit): string {
  return `${method} ${scheme}://${host}${path} ${status}`;
}

/** The report of a strict page after all its attempts, and the requests that its servers received meanwhile. */
async function tell(page: Page, lab: Lab, open: () => Promise<void>): Promise<unknown> {
  const before = lab.hits.length;
  await open();
  const outcome = await page.waitForFunction(() => (globalThis as { readonly outcome?: unknown }).outcome);
  const hits = (): readonly string[] => lab.hits.slice(before).map(describeHit).sort();
  // The browser sends the page's own reports at any time.
  let known = -1;
  await expect
    .poll(
      () => {
        const isSame = hits().length === known;
        known = hits().length;
        return isSame;
      },
      { intervals: [1000] },
    )
    .toBe(true);
  return { ...((await outcome.jsonValue()) as object), hits: hits() };
}

for (const [what, url, heard] of [
  ['with strict policies of its own', STRICT, true],
  ['without any policy', SUBDOMAIN, false],
] as const) {
  test(`a page ${what} cannot detect the deep check`, async ({ open, lab }) => {
    // Each load has its own tab, because the second would not request what the first has cached.
    const plain = await open.newTab();
    const without = await tell(plain.page, lab, () => open.goTo(plain.page, url, 30_000));
    expect((await recordOf(open, plain.tabId))?.deepChecked).toBe(false);
    await plain.page.close();
    const deep = await open.newTab();
    const within = await tell(deep.page, lab, () => checkDeeply(open, deep, url));
    expect(within).toEqual(without);
    // The comparison must not be of two empty lists.
    expect(within).toMatchObject({
      outcomes: { ownFetch: 200, ownImage: 'load', worker: 'worked', script: 'error' },
    });
    expect((within as { readonly heard: readonly string[] }).heard.length > 0).toBe(heard);
    expect(await urlsOf(open, deep)).toContain('http://cdn.lab.test/xhr');
    await deep.page.close();
  });
}

test('the deep check applies to one tab, and ends when the tab leaves the site', async ({ open, tab }) => {
  await checkDeeply(open, tab, STRICT);
  const rules = await rulesOf(open, tab.tabId);
  expect(rules).toBeGreaterThan(0);
  const other = await open.newTab();
  await open.goTo(other.page, STRICT, 30_000);
  await expect.poll(async () => (await recordOf(open, other.tabId))?.observed).toBe(true);
  expect((await recordOf(open, other.tabId))?.deepChecked).toBe(false);
  await other.page.close();

  await open.goTo(tab.page, SUBDOMAIN, 30_000);
  await expect.poll(async () => (await recordOf(open, tab.tabId))?.url).toBe(SUBDOMAIN);
  expect((await recordOf(open, tab.tabId))?.deepChecked).toBe(true);
  expect(await rulesOf(open, tab.tabId)).toBe(rules);

  await open.goTo(tab.page, ELSEWHERE, 30_000);
  await expect.poll(() => rulesOf(open)).toBe(0);
  await open.goTo(tab.page, STRICT, 30_000);
  await expect.poll(async () => (await recordOf(open, tab.tabId))?.url).toBe(STRICT);
  expect((await recordOf(open, tab.tabId))?.deepChecked).toBe(false);
  expect(await rulesOf(open)).toBe(0);
});

test('the deep check ends when its tab is closed', async ({ open }) => {
  const tab = await open.newTab();
  await checkDeeply(open, tab, STRICT);
  await tab.page.close();
  await expect.poll(() => rulesOf(open)).toBe(0);
});

test('the deep check survives a stopped background, whatever happens meanwhile', async ({ open }) => {
  const [stays, leaves, closes] = [await open.newTab(), await open.newTab(), await open.newTab()];
  for (const tab of [stays, leaves, closes]) await checkDeeply(open, tab, STRICT);
  // A stale rule, as a background that was stopped in the middle of a change could leave behind.
  await open.extensionPage.evaluate(async () => {
    const [rule] = await chrome.declarativeNetRequest.getSessionRules();
    if (rule !== undefined)
      await chrome.declarativeNetRequest.updateSessionRules({
        addRules: [{ ...rule, id: 4711, condition: { ...rule.condition, tabIds: [4711] } }],
      });
  });
  await open.stopBackground();
  await closes.page.close();
  await open.goTo(leaves.page, ELSEWHERE, 30_000);
  await open.goTo(stays.page, `${STRICT}?again`, 30_000);
  await expect.poll(async () => (await recordOf(open, stays.tabId))?.url).toBe(`${STRICT}?again`);
  expect((await recordOf(open, stays.tabId))?.deepChecked).toBe(true);
  for (const gone of [leaves.tabId, closes.tabId, 4711]) await expect.poll(() => rulesOf(open, gone)).toBe(0);
  expect(await rulesOf(open, stays.tabId)).toBeGreaterThan(0);
  await stays.page.close();
  await leaves.page.close();
  await expect.poll(() => rulesOf(open)).toBe(0);
});

test('a marked site is deep checked in every tab until the mark is removed', async ({ open, tab }) => {
  const mark = (sites: readonly string[]): Promise<void> =>
    open.extensionPage.evaluate(
      (deepSites) => chrome.storage.local.set({ settings: { deepSites } }),
      [...sites],
    );
  await mark([SITE]);
  await expect.poll(() => rulesOf(open)).toBeGreaterThan(0);
  await open.goTo(tab.page, STRICT, 30_000);
  await expect.poll(async () => (await recordOf(open, tab.tabId))?.deepChecked).toBe(true);
  await mark([]);
  await expect.poll(() => rulesOf(open)).toBe(0);
});

test('an https address that redirects to http is listed under its https address', async ({ open, tab }) => {
  await checkDeeply(open, tab, REDIRECTS);
  // Firefox reports image and icon only in some loads: it upgrades them before or after it evaluates the policy.
  const isSure = (url: string): boolean => open.name === 'chromium' || !/\/(image|icon)\.png$/.test(url);
  const names = ['data.json', 'frame', 'icon.png', 'script.js', 'set.png', 'style.css'];
  await expect
    .poll(async () => (await urlsOf(open, tab)).filter(isSure))
    .toEqual(names.map((name) => `http://cdn.lab.test/${name}`).filter(isSure));
  const mixed = (await recordOf(open, tab.tabId))?.mixed ?? [];
  for (const { url, outcome } of mixed.filter((entry) => isSure(entry.url)))
    expect(`${url} ${outcome}`).toBe(`${url} blocked`);
  const script = mixed.find(({ kind }) => kind === 'script');
  expect(script).toMatchObject({
    outcome: 'blocked',
    class: 'blockable',
    source: { url: `${REDIRECTS}script.js` },
    evidence: ['redirect', 'rule'],
    frameId: 0,
    frameUrl: REDIRECTS,
  });
});

for (const deep of [false, true]) {
  test(`an address that is not requested is not listed${deep ? ', nor under the deep check' : ''}`, async ({
    open,
    tab,
  }) => {
    if (deep) await checkDeeply(open, tab, DECOYS);
    else await open.goTo(tab.page, DECOYS, 30_000);
    // Firefox parses ahead and loads the image of a template (its resource timing lists it).
    const ahead = open.name === 'firefox' ? ['http://cdn.lab.test/decoy-template'] : [];
    await expect.poll(() => urlsOf(open, tab)).toEqual([CONTROL, ...ahead]);
    await tab.page.evaluate((url) => document.querySelector(`script[src="${url}"]`)?.remove(), CONTROL);
    // Nothing can be outlined: the element of the only entry has been removed.
    const show = { type: 'show-outline', tabId: tab.tabId, wish: { kind: 'all' } };
    await open.extensionPage.evaluate((sent) => void chrome.runtime.sendMessage(sent), show);
    const outlined = (): Promise<string> =>
      open.extensionPage.evaluate(
        async (key) => JSON.stringify((await chrome.storage.session.get(key))[key] ?? null),
        `outline:${tab.tabId}`,
      );
    await expect.poll(outlined).toContain('"gone"');
    expect(
      await tab.page.evaluate(() => document.querySelector('html > div[popover]') !== null),
      'an outline',
    ).toBe(false);
  });
}
