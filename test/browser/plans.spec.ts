// From a real site to the plan that fits, and to the seller's page by one click; the extension sends nothing else.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { Browser as WebExtension } from 'webextension-polyfill';
import { openBrowser } from '../../scripts/browser/open-browser.ts';
import type { OpenBrowser, Tab } from '../../scripts/browser/browser-options.ts';
import { recordOf } from '../../scripts/browser/extension-records.ts';
import { expect, optionsFor, test } from './in-browser.ts';
import { readRequests } from './network-log.ts';
import { reload } from './form-controls.ts';

/** In an extension's page, where the functions given to evaluate() run. */
declare const chrome: WebExtension;

const TEMPLATE =
  'https://sign-up.test/trial?plan={plan}&level={level}&years={term}&lang={lang}&site={domain}';
const LANGUAGES = ['en', 'zh_CN'] as const;

test.beforeEach(async ({ open }) => {
  await open.extensionPage.evaluate(() => chrome.storage.local.clear());
});

async function setSettings(open: OpenBrowser, settings: Readonly<Record<string, unknown>>): Promise<void> {
  await open.extensionPage.evaluate((patch) => chrome.storage.local.set({ settings: patch }), {
    ...settings,
  });
}

function textOf(page: Page): Promise<string> {
  return page.evaluate(() => document.body.innerText);
}

/** Presses the button or the box with this text. */
function press(page: Page, text: string): Promise<void> {
  return page.evaluate((wanted) => {
    const all = [...document.querySelectorAll<HTMLElement>('main label, main button')];
    all.find(({ innerText }) => innerText.includes(wanted))?.click();
  }, text);
}

/** Types a site into its field. */
async function typeSite(page: Page, host: string): Promise<void> {
  await page.bringToFront();
  await page.waitForSelector('section[aria-labelledby=site] input[type=text]');
  await page.focus('section[aria-labelledby=site] input[type=text]');
  await page.keyboard.down('Control');
  await page.keyboard.press('a');
  await page.keyboard.up('Control');
  await page.keyboard.type(host);
  await page.keyboard.press('Enter');
}

/** The plan on the large card. */
function fitOf(page: Page): Promise<string | undefined> {
  return page.evaluate(() => document.querySelector<HTMLElement>('[data-fit=true] p + p')?.innerText);
}

const OTHERS = ['api', 'img', 'm', 'pay'].map((label) => `${label}.five-hosts.test`);

async function visitFiveHosts(open: OpenBrowser, tab: Tab): Promise<void> {
  await tab.page.goto('https://www.five-hosts.test/');
  await expect
    .poll(async () => (await recordOf(open, tab.tabId))?.hosts)
    .toEqual(expect.arrayContaining(OTHERS));
}

/** The options page in the foreground: browsers paint only that page, and a button must be painted to be clicked. */
async function openOptions(open: OpenBrowser, search = ''): Promise<Page> {
  const page = await open.openExtensionPage(`options.html${search}`);
  await page.bringToFront();
  return page;
}

function opened(open: OpenBrowser, tabId: number): Promise<Page> {
  return openOptions(open, `?tab=${tabId}`);
}

for (const language of LANGUAGES) {
  const isEnglish = language === 'en';

  test(`five subdomains lead to the advanced plan (${language})`, async ({ open, tab }) => {
    await setSettings(open, { language });
    await visitFiveHosts(open, tab);
    const page = await opened(open, tab.tabId);
    await expect.poll(() => fitOf(page)).toBe(isEnglish ? 'Advanced, DV wildcard' : '高阶版（DV 通配符）');
    const text = await textOf(page);
    for (const host of ['www.five-hosts.test', ...OTHERS]) expect(text).toContain(host);
    expect(text).toContain('*.five-hosts.test');
    expect(text).toMatch(isEnglish ? /Covers all 5 hosts/ : /覆盖所需的 5 个主机/);
    expect(text).toMatch(isEnglish ? /A free DV certificate/ : /免费 DV 证书/);
    await page.close();
  });

  test(`a single host leads to the basic plan (${language})`, async ({ open, tab }) => {
    await setSettings(open, { language });
    await tab.page.goto('https://www.single-host.test/');
    await expect.poll(async () => (await recordOf(open, tab.tabId))?.observed).toBe(true);
    const page = await opened(open, tab.tabId);
    await expect.poll(() => fitOf(page)).toBe(isEnglish ? 'Basic, DV' : '基础版（DV）');
    await page.close();
  });

  test(`gov in a name leads to OV, as the seller's rule (${language})`, async ({ open, tab }) => {
    await setSettings(open, { language });
    await tab.page.goto('https://www.city.gov.cn.test/');
    await expect.poll(async () => (await recordOf(open, tab.tabId))?.observed).toBe(true);
    const page = await opened(open, tab.tabId);
    await expect.poll(() => fitOf(page)).toBe(isEnglish ? 'Advanced, OV wildcard' : '高阶版（OV 通配符）');
    const text = await textOf(page);
    expect(text).toMatch(isEnglish ? /the seller's claim/ : /商家的说法/);
    expect(text).toMatch(isEnglish ? /not one of the CA\/Browser Forum/ : /并非 CA\/浏览器论坛的要求/);
    await page.close();
  });
}

test('hosts are collected over the pages of a site', async ({ open, tab }) => {
  const other = await open.newTab();
  await visitFiveHosts(open, tab);
  // This address by itself would not reveal the other hosts.
  await other.page.goto('https://pay.five-hosts.test/image.svg');
  const page = await opened(open, tab.tabId);
  await expect.poll(() => textOf(page)).toContain('api.five-hosts.test');
  await other.page.close();
  await page.close();
});

test('the popup opens the options at its site', async ({ open, tab }) => {
  await tab.page.goto('https://www.single-host.test/');
  const popup = await open.openExtensionPage(`popup.html?tab=${tab.tabId}`);
  const link = popup.locator('::-p-text(Which certificate fits this site?)');
  await link.click();
  const target = open.pageUrl(`options.html?tab=${tab.tabId}`);
  const isOpen = () =>
    open.extensionPage.evaluate(
      async (url) => (await chrome.tabs.query({})).some((one) => (one.url ?? one.pendingUrl) === url),
      target,
    );
  await expect.poll(isOpen).toBe(true);
  await open.extensionPage.evaluate(async (url) => {
    const tabs = (await chrome.tabs.query({})).filter((one) => one.url === url);
    await chrome.tabs.remove(tabs.flatMap(({ id }) => id ?? []));
  }, target);
  await popup.close();
});

test('a site can be typed where none was seen, and the answers about it survive a reload', async ({
  open,
}) => {
  const page = await openOptions(open);
  await typeSite(page, 'shop.typed.example');
  await expect.poll(() => fitOf(page)).toBe('Basic, DV');
  await press(page, 'The certificate is to name the organisation.');
  await expect.poll(() => fitOf(page)).toBe('Advanced, OV wildcard');
  const stored = () =>
    open.extensionPage.evaluate(async () => (await chrome.storage.local.get('sites'))['sites']);
  await expect.poll(stored).toEqual([
    {
      site: 'typed.example',
      host: 'shop.typed.example',
      answers: { hosts: [], switches: { organization: true }, years: 1, plan: null },
    },
  ]);
  await reload(page);
  await expect.poll(() => fitOf(page)).toBe('Advanced, OV wildcard');
  await press(page, 'Forget what I said about this site');
  await expect.poll(stored).toEqual([]);
  await expect.poll(() => fitOf(page)).toBe('Basic, DV');
  await page.close();
});

test('the options are the same without a network', async ({ open }) => {
  test.skip(open.name === 'firefox', "Firefox's driver cannot take the network away");
  const page = await openOptions(open);
  await page.setOfflineMode(true);
  await reload(page);
  await typeSite(page, 'shop.offline.example');
  await expect.poll(() => fitOf(page)).toBe('Basic, DV');
  expect(await textOf(page)).toContain('CN¥280');
  await page.close();
});

test('one click opens exactly the address that was shown', async ({ open, tab, lab }) => {
  await setSettings(open, { signUpAddress: TEMPLATE });
  await visitFiveHosts(open, tab);
  const page = await opened(open, tab.tabId);
  await expect.poll(() => fitOf(page)).toBe('Advanced, DV wildcard');
  const signUps = (): readonly string[] =>
    lab.hits.filter(({ host }) => host === 'sign-up.test').map(({ path }) => path);
  const before = signUps().length;
  await page.locator('a[target=_blank]').click();
  await expect.poll(() => signUps().slice(before)).toEqual(['/trial?plan=advanced&level=DV&years=1&lang=en']);
  // The domain is sent only if its box is ticked.
  await page.bringToFront();
  await press(page, 'Also tell the seller');
  await expect.poll(() => textOf(page)).toContain('&site=five-hosts.test');
  await page.locator('a[target=_blank]').click();
  await expect
    .poll(() => signUps().slice(before + 1))
    .toEqual(['/trial?plan=advanced&level=DV&years=1&lang=en&site=five-hosts.test']);
  await open.extensionPage.evaluate(async () => {
    const tabs = (await chrome.tabs.query({})).filter(
      ({ url }) => url?.startsWith('https://sign-up.test/') === true,
    );
    await chrome.tabs.remove(tabs.flatMap(({ id }) => id ?? []));
  });
  await page.close();
});

test('a catalogue can be imported; an invalid one is reported and changes nothing', async ({ open }) => {
  const page = await openOptions(open);
  const offer = (json: string): Promise<void> =>
    page.evaluate((text) => {
      const input = document.querySelector<HTMLInputElement>('input[type=file]');
      const files = new DataTransfer();
      files.items.add(new File([text], 'plans.json', { type: 'application/json' }));
      if (input === null) return;
      input.files = files.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    }, json);
  await expect.poll(() => textOf(page)).toContain('Import a catalogue');
  const packaged = await page.evaluate(async () => (await fetch('plans.json')).text());
  await offer(packaged.replace('"price": 35000', '"price": "350"'));
  await expect.poll(() => textOf(page)).toContain('plans[0].variants[0].price');
  expect(await textOf(page)).toContain('CN¥350');
  await offer(packaged.replace('"price": 35000', '"price": 12300'));
  await expect.poll(() => textOf(page)).toContain('CN¥123');
  await press(page, 'Back to the packaged one');
  await expect.poll(() => textOf(page)).toContain('CN¥350');
  await page.close();
});

test('answers about a site in a private window are not stored', async ({ lab, browserKind }) => {
  test.skip(browserKind === 'firefox', "Firefox's driver cannot allow an extension in private windows");
  const open = await openBrowser({ ...optionsFor(browserKind, lab), inPrivateWindows: true });
  try {
    const window = await open.browser.createBrowserContext();
    await (await window.newPage()).goto('https://www.single-host.test/');
    const privateTab = () =>
      open.extensionPage.evaluate(async () => (await chrome.tabs.query({})).find((tab) => tab.incognito)?.id);
    await expect.poll(privateTab).toBeGreaterThan(0);
    const tabId = (await privateTab()) ?? 0;
    await expect.poll(async () => (await recordOf(open, tabId))?.observed).toBe(true);
    const page = await opened(open, tabId);
    await expect.poll(() => fitOf(page)).toBe('Basic, DV');
    expect(await textOf(page)).toContain('is not kept');
    await press(page, 'The certificate is to name the organisation.');
    await expect.poll(() => fitOf(page)).toBe('Advanced, OV wildcard');
    // A page in another window does not have these answers.
    const other = await openOptions(open);
    await expect.poll(() => textOf(other)).toContain('No site is chosen.');
    expect(await textOf(other)).not.toContain('single-host');
    expect(await open.extensionPage.evaluate(() => chrome.storage.local.get(null))).toEqual({});
  } finally {
    await open.close();
  }
});

test('the only request is the one that the click opens', async ({ lab, browserKind }) => {
  test.skip(
    browserKind === 'firefox',
    'Only Chromium writes down all requests; both packages hold the same scripts',
  );
  const folder = await mkdtemp(join(tmpdir(), 'network-log-'));
  const networkLog = join(folder, 'network.json');
  const open = await openBrowser({ ...optionsFor(browserKind, lab), networkLog });
  try {
    await setSettings(open, { signUpAddress: TEMPLATE });
    const tab = await open.newTab();
    await visitFiveHosts(open, tab);
    const page = await opened(open, tab.tabId);
    await expect.poll(() => fitOf(page)).toBe('Advanced, DV wildcard');
    await typeSite(page, 'asked.five-hosts.test');
    await expect.poll(() => textOf(page)).toContain('asked.five-hosts.test');
    await page.evaluate(() => {
      for (const button of document.querySelectorAll<HTMLElement>(
        'main input[type=checkbox], main input[type=radio], [aria-expanded=false]',
      ))
        button.click();
    });
    await page.locator('a[target=_blank]').click();
    await expect.poll(() => lab.hits.some(({ host }) => host === 'sign-up.test')).toBe(true);
  } finally {
    await open.close();
  }
  const requests = readRequests(networkLog);
  const signUps = requests.filter(({ url }) => url.includes('sign-up.test'));
  expect(signUps.map(({ url }) => new URL(url).pathname)).toEqual(['/trial']);
  expect(
    requests.filter(
      ({ url, initiator }) => initiator.includes('-extension:') && !url.includes('sign-up.test'),
    ),
  ).toEqual([]);
  expect(requests.filter(({ url }) => url.includes('asked.five-hosts.test'))).toEqual([]);
  await rm(folder, { recursive: true, force: true });
});
