// Walks the gallery: every view in every named state, language and theme, under the extension's own content security policy.
// One page is reused for all of it: what costs time is opening pages, not looking at them.
import { mkdtemp, rm } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, test } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import type Axe from 'axe-core';
import { build, preview } from 'vite';
import type { PreviewServer } from 'vite';
import { FINDINGS } from '../../lib/verdict/finding-list.ts';
import { SERVER_FIXES, SERVERS } from '../../lib/fix/server-fixes.ts';
import { ensureBrowser } from '../../scripts/setup/ensure-browser.ts';
import { EXPLAIN_FIXTURES, OPTIONS_FIXTURES, POPUP_FIXTURES, WELCOME_FIXTURES } from '../fixtures/views.ts';

const CONFIG = join(import.meta.dirname, '../gallery/vite.config.ts');
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** WCAG 2.2 level AA includes all before it. https://github.com/dequelabs/axe-core/blob/develop/doc/API.md#axe-core-tags */
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const LANGUAGES = ['en', 'zh_CN'] as const;

let folder = '';
let server: PreviewServer;
let browser: Browser;
let page: Page;
let origin = '';
const complaints: string[] = [];

test.describe.configure({ mode: 'default' });

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gallery-'));
  await build({ configFile: CONFIG, logLevel: 'error', build: { outDir: folder } });
  server = await preview({
    configFile: CONFIG,
    logLevel: 'error',
    build: { outDir: folder },
    preview: { port: 0, host: '127.0.0.1' },
  });
  origin = server.resolvedUrls?.local[0] ?? '';
  browser = await chromium.launch({
    executablePath: await ensureBrowser('chromium'),
    // Chromium has no sandbox for root.
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  page = await browser.newPage({ viewport: { width: 380, height: 600 } });
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
  page.on('console', (message) => {
    // The policy's own complaints come this way too.
    if (['error', 'warning'].includes(message.type())) complaints.push(`${page.url()}: ${message.text()}`);
  });
  await page.addInitScript(AXE);
});

test.afterAll(async () => {
  await browser.close();
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

test.afterEach(() => {
  expect(complaints.splice(0)).toEqual([]);
});

/** Shows a view in a state. The page stays the same as long as the view does: only its address changes. */
async function open(view: string, query: Readonly<Record<string, string>>): Promise<void> {
  const url = new URL(`${view}.html?${new URLSearchParams(query).toString()}`, origin);
  const now = page.url();
  if (now.startsWith(`${url.origin}${url.pathname}?`) && now !== url.href) {
    await page.evaluate((next) => {
      history.pushState(null, '', next);
      dispatchEvent(new PopStateEvent('popstate'));
    }, url.href);
  } else await page.goto(url.href);
  await page.locator(`html[data-shown=${JSON.stringify(url.search)}]`).waitFor({ state: 'attached' });
}

/** Opens every disclosure, so that nothing escapes the checks by being folded. */
async function unfold(): Promise<void> {
  await page.evaluate(async () => {
    const selector = 'button[aria-expanded="false"]:not([aria-haspopup])';
    // What was folded may hold more of them. React renders a click before the next task.
    while (document.querySelector(selector) !== null) {
      for (const button of document.querySelectorAll<HTMLElement>(selector)) button.click();
      await new Promise((resolve) => setTimeout(resolve));
    }
  });
}

/** What axe finds, one line per rule and place. `rules`: only these. */
async function findBarriers(rules?: readonly string[]): Promise<readonly string[]> {
  return page.evaluate(
    async ({ tags, only }) => {
      // What appears only after a while is not there yet, and has no contrast.
      await Promise.all(document.getAnimations().map(({ finished }) => finished));
      // The init script put it there.
      const { axe } = window as unknown as { axe: typeof Axe };
      const { violations } = await axe.run(document, {
        runOnly: only === null ? { type: 'tag', values: tags } : { type: 'rule', values: only },
        resultTypes: ['violations'],
      });
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
      );
    },
    { tags: WCAG, only: rules === undefined ? null : [...rules] },
  );
}

/** How far the page is wider than the window. */
async function overflow(width: number): Promise<number> {
  await page.setViewportSize({ width, height: 600 });
  return page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
}

/** Keys, places and other leftovers that a person must never read. */
async function leftovers(): Promise<readonly string[]> {
  return page.evaluate(() => {
    // Settings to type and the page's own text have dollar signs and underscores of their own.
    const body = document.importNode(document.body, true);
    for (const code of body.querySelectorAll('code, bdi, textarea')) code.remove();
    const labels = Array.from(body.querySelectorAll('[aria-label]'), (element) =>
      element.getAttribute('aria-label'),
    );
    const text = [document.title, body.textContent, ...labels].join('\n');
    return text.match(/\$\d|\b(?:undefined|null|NaN)\b|\[object|[a-z]+(?:_[a-z0-9]+)+/g) ?? [];
  });
}

/** Everything that holds for any view: words, width, barriers in both themes. */
async function checkView(view: string, state: string, lang: string): Promise<void> {
  await open(view, { state, lang, theme: 'light' });
  await unfold();
  expect.soft(await leftovers(), 'leftovers').toEqual([]);
  expect.soft(await page.locator('html').getAttribute('lang'), 'lang').toBe(lang === 'en' ? 'en' : 'zh-CN');
  expect.soft(await overflow(320), 'wider than 320 px').toBeLessThanOrEqual(0);
  expect.soft(await overflow(380), 'wider than 380 px').toBeLessThanOrEqual(0);
  expect.soft(await findBarriers(), 'barriers').toEqual([]);
  await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'));
  // The other voice along with the other theme: two more looks for the price of one.
  const owner = page.getByRole('tab').last();
  if ((await owner.count()) > 0) {
    await owner.click();
    await unfold();
    expect.soft(await leftovers(), 'leftovers in the owner voice').toEqual([]);
  }
  expect.soft(await findBarriers(['color-contrast']), 'barriers in the dark theme').toEqual([]);
}

const VIEWS = {
  popup: POPUP_FIXTURES,
  options: OPTIONS_FIXTURES,
  explain: EXPLAIN_FIXTURES,
  welcome: WELCOME_FIXTURES,
};
for (const [view, fixtures] of Object.entries(VIEWS)) {
  for (const state of Object.keys(fixtures)) {
    test(`${view}: ${state}`, async () => {
      for (const lang of LANGUAGES) await checkView(view, state, lang);
    });
  }
}

test('the popup is walked by keyboard alone', async () => {
  await open('popup', { state: 'http-password', lang: 'en' });
  const focused = page.locator(':focus');
  const names: string[] = [];
  for (let step = 0; step < 8; step += 1) {
    await page.keyboard.press('Tab');
    names.push(
      (await focused.getAttribute('aria-label')) ?? (await focused.innerText()).split('\n')[0] ?? '',
    );
    await expect(focused).toHaveCSS('outline-style', 'solid');
  }
  expect(names).toEqual([
    'EN English',
    '中 中文',
    'More actions',
    'Connection',
    'Certificate',
    'Content',
    expect.stringMatching(/^For visitors/),
    'Evidence',
  ]);

  await page.keyboard.press('Enter');
  await expect(focused).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('tab', { name: /^For the owner/ })).toBeFocused();
  await expect(page.getByRole('tab', { name: /^For the owner/ })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('tab', { name: /^For visitors/ })).toBeFocused();
});

test('the menu is walked by keyboard alone', async () => {
  await open('popup', { state: 'http-page', lang: 'en' });
  const menu = page.getByRole('button', { name: 'More actions' });
  await menu.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Risks explained' })).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('menuitem', { name: 'Copy report' })).toBeFocused();
  expect(await findBarriers()).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(menu).toBeFocused();
  await expect(page.getByRole('menu')).toHaveCount(0);
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-asked', 'options');
});

test('what the popup offers is asked of the browser', async () => {
  const html = page.locator('html');
  await open('popup', { state: 'no-access', lang: 'en' });
  await page.getByRole('button', { name: 'Allow access' }).click();
  await expect(html).toHaveAttribute('data-asked', 'allow');
  await expect(page.getByText('Access was not allowed.')).toBeVisible();

  await open('popup', { state: 'not-observed-record', lang: 'en' });
  await page.getByRole('button', { name: 'Reload this page' }).click();
  await expect(html).toHaveAttribute('data-asked', 'reload');

  await open('popup', { state: 'not-observed-hidden', lang: 'en' });
  await expect(page.getByRole('button', { name: 'Reload this page' })).toHaveCount(0);

  await open('popup', { state: 'http-page', lang: 'en' });
  await page.getByRole('button', { name: /^More about/ }).click();
  await expect(html).toHaveAttribute('data-asked', 'explain http-page');
  await page.getByRole('button', { name: '中 中文' }).click();
  await expect(page.locator('h1')).toHaveText('未受保护');
});

test('copying the report says what came of it', async () => {
  await open('popup', { state: 'mixed-blocked', lang: 'en' });
  await page.getByRole('button', { name: 'Copy report' }).click();
  await expect(page.getByText('Copied as Markdown')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute(
    'data-asked',
    /^copy # `shop\.example\.com`: Needs attention\n/,
  );

  await open('popup', { state: 'mixed-blocked', lang: 'en', copy: 'refused' });
  await page.getByRole('button', { name: 'Copy report' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  const report = page.getByRole('textbox');
  await expect(report).toHaveValue(/http:\/\/cdn\.example\.net\/reviews\.js/);
  const selected = await report.evaluate(
    (area: HTMLTextAreaElement) => area.selectionEnd - area.selectionStart,
  );
  expect(selected).toBeGreaterThan(100);
  expect(await findBarriers()).toEqual([]);
});

test('thousands of insecure loads neither choke the popup nor fill it', async () => {
  await open('popup', { state: 'mixed-many', lang: 'en' });
  await unfold();
  await expect(page.getByText('1 to 20 of 3,000')).toBeVisible();
  await expect(page.getByText('12,345 more sightings are not in this list')).toBeVisible();
  expect(await page.locator('*').count()).toBeLessThan(1500);
});

/** Opens the row that lists what the page asks for without encryption. */
async function openContent(state: string, query: Readonly<Record<string, string>> = {}): Promise<void> {
  await open('popup', { state, lang: 'en', ...query });
  await page.getByRole('button', { name: /^Content/ }).click();
}

/** The numbers of the entries that are shown, in order. */
async function shownNumbers(): Promise<readonly string[]> {
  const texts = await page.locator('ol > li').allInnerTexts();
  return texts.map((text) => /number ([\d,]+)/.exec(text)?.[1] ?? '');
}

test('a long list is walked by outcome, by text and page by page, with the focus never lost', async () => {
  await openContent('mixed-many');
  const focused = page.locator(':focus');
  const next = page
    .getByRole('navigation', { name: 'Pages of the list, below it' })
    .getByRole('button', { name: 'Next' });
  await next.focus();
  await page.keyboard.press('Enter');
  await expect(focused).toHaveText('21 to 40 of 3,000');
  expect(await page.locator('ol').getAttribute('start')).toBe('21');
  await page.getByRole('button', { name: /^Blocked/ }).click();
  await expect(page.getByText('1 to 20 of 429')).toBeVisible();
  await page.getByRole('searchbox').fill('cdn3.example.net');
  await expect(page.getByText(/^1 to 20 of 7\d$/)).toBeVisible();
  for (let turns = 0; turns < 3; turns += 1) await next.click();
  await expect(next).toHaveAttribute('aria-disabled', 'true');
  const last = await page.locator('ol').getAttribute('start');
  // It says that it is off, so nobody but us would press it.
  await next.click({ force: true });
  expect(await page.locator('ol').getAttribute('start')).toBe(last);
  await page.getByRole('searchbox').fill('nothing like this');
  await expect(page.getByText('Nothing in the list fits the filter.')).toBeVisible();
});

test('the worst come first, and an entry keeps its number', async () => {
  await openContent('mixed-few');
  expect(await shownNumbers()).toEqual(['1', '2', '9', '3', '4', '5', '6', '7', '8']);
  await page.getByRole('button', { name: /^Blocked/ }).click();
  expect(await shownNumbers()).toEqual(['3', '4', '5']);
});

test('an entry is shown on the page, and the list says which one is', async () => {
  await openContent('mixed-few');
  await page.getByRole('button', { name: 'Show on page: number 7' }).click();
  expect(await asked()).toBe('outline 0 image http://img.example.net/hero.jpg');
  await page.getByRole('button', { name: 'Show all on the page' }).click();
  expect(await asked()).toBe('outline all');
  await openContent('mixed-one-outlined');
  const shown = page.getByRole('button', { name: 'Show on page: number 7' });
  await expect(shown).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByText('Outlined on the page.', { exact: false })).toBeVisible();
  await shown.click();
  expect(await asked()).toBe('outline none');
});

test('the deep check says what it does, what a refusal means and what its list is worth', async () => {
  await openContent('mixed-few', { access: 'refused' });
  await expect(
    page.getByText('It changes nothing in the page, and nothing leaves this device.', { exact: false }),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Deep check' }).click();
  expect(await asked()).toBe('deep-check');
  await expect(page.getByText('The check could not begin: the tab shows another page by now.')).toBeVisible();
  await openContent('mixed-deep-checked');
  await expect(
    page.getByText('this list is complete since the page was opened', { exact: false }),
  ).toBeVisible();
});

test('asking whether https works says first who is asked, and can be stopped', async () => {
  await open('popup', { state: 'mixed-few', lang: 'en', voice: 'owner', access: 'refused' });
  await page.getByRole('button', { name: 'Does https work there?' }).click();
  await expect(page.getByText('Asks 7 hosts over https', { exact: false })).toContainText(
    'For 8 addresses, with at most 16 requests.',
  );
  for (const host of ['tracker.example.org', 'files.example.com'])
    await expect(page.getByRole('list', { name: 'Hosts that would be asked' })).toContainText(host);
  await expect(page.getByText('1 address on a private network is not asked', { exact: false })).toBeVisible();
  expect(await asked()).toBeNull();
  await page.getByRole('button', { name: 'Ask now' }).click();
  expect(await asked()).toMatch(/^probe tracker\.example\.org shop\.example\.com /);
  await expect(
    page.getByText('Without access to these hosts they cannot be asked.', { exact: false }),
  ).toBeVisible();
  await open('popup', { state: 'mixed-probing', lang: 'en', voice: 'owner' });
  await expect(page.getByText('3 of 8 asked')).toBeVisible();
  await page.getByRole('button', { name: 'Stop asking' }).click();
  expect(await asked()).toBe('cancel-probe');
});

test('the fix is there for every server, and is copied as it is', async () => {
  await open('popup', { state: 'mixed-few', lang: 'en', voice: 'owner' });
  await page.getByRole('button', { name: 'One header for the whole page' }).click();
  for (const name of SERVERS) {
    await page.getByLabel('For', { exact: true }).selectOption(name);
    await page.getByRole('button', { name: 'Copy', exact: true }).click();
    expect(await asked()).toBe(`copy ${SERVER_FIXES[name]}`);
    expect(await overflow(320), name).toBeLessThanOrEqual(0);
  }
});

test('the list can be taken along as Markdown and as CSV', async () => {
  await open('popup', { state: 'mixed-probed', lang: 'en', voice: 'owner' });
  await page.getByRole('button', { name: 'Take the list along' }).click();
  await page.getByRole('button', { name: 'Copy as Markdown' }).click();
  expect(await asked()).toContain('copy ## Asked for without encryption\n');
  await page.getByRole('button', { name: 'Copy as CSV' }).click();
  expect(await asked()).toContain('copy Old address,New address,');
  await page.getByRole('button', { name: 'Save as CSV' }).click();
  expect(await asked()).toContain('save shop.example.com-http.csv \uFEFFOld address');
  await expect(page.getByText('Saved to your downloads.')).toBeVisible();
});

for (const state of ['hostile', 'mixed-hostile', 'certificate-hostile']) {
  test(`hostile text is shown as text: ${state}`, async () => {
    let dialogs = 0;
    page.on('dialog', (dialog) => {
      dialogs += 1;
      void dialog.dismiss();
    });
    await open('popup', { state, lang: 'en' });
    await unfold();
    await expect(page.locator('img, a, script:not([src])')).toHaveCount(0);
    const text = await page.locator('body').innerText();
    expect(text).toContain('<img src=x onerror=alert(1)>');
    expect(text).toContain('⟨U+202E⟩');
    expect(text).not.toMatch(/[\p{Cf}\u200B]/u);
    // An organisation of 100 kB is in it.
    expect(text.length).toBeLessThan(20_000);
    expect(dialogs).toBe(0);
  });
}

/** What the view asked of the browser. */
function asked(): Promise<string | null> {
  return page.locator('html').getAttribute('data-asked');
}

test('a certificate answers which host it would cover', async () => {
  await open('popup', { state: 'certificate-ov', lang: 'en' });
  await page.getByRole('button', { name: /^Certificate/ }).click();
  const field = page.getByLabel('Would it cover …?');
  const answers = [
    ['img.example.com', 'Yes: by *.example.com'],
    ['example.com', 'No: *.example.com never covers the name itself'],
    ['a.b.example.com', 'No: *.example.com covers one level only'],
    ['example.net', 'No: a domain that is not in the list'],
    ['192.0.2.7', 'No: this address is not in the list'],
    ['not a host', 'This is no host name or address.'],
  ] as const;
  for (const [host, answer] of answers) {
    await field.fill(host);
    await expect(page.getByText(answer, { exact: true })).toBeVisible();
  }
  await field.fill('');
  await expect(page.getByText('This is no host name or address.')).toHaveCount(0);
});

test('a certificate can be taken along', async () => {
  await open('popup', { state: 'certificate-ov', lang: 'en' });
  await page.getByRole('button', { name: /^Certificate/ }).click();
  await page.getByRole('button', { name: 'Copy as PEM' }).click();
  await expect(page.getByText('Copied.')).toBeVisible();
  const pem = (await asked()) ?? '';
  expect(pem).toMatch(/^copy -----BEGIN CERTIFICATE-----\n[\w+/=\n]+\n-----END CERTIFICATE-----\n?$/);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  expect(await asked()).toBe(pem.replace('copy ', 'save shop.example.com.pem '));
  await page.getByRole('button', { name: 'Save with chain' }).click();
  expect((await asked())?.match(/BEGIN CERTIFICATE/g)).toHaveLength(3);
  await page.getByRole('button', { name: 'Copy fingerprint' }).click();
  expect(await asked()).toMatch(/^copy [0-9a-f]{64}$/);
  await open('popup', { state: 'certificate-ov', lang: 'en', copy: 'refused' });
  await page.getByRole('button', { name: /^Certificate/ }).click();
  await page.getByRole('button', { name: 'Copy as PEM' }).click();
  await expect(page.getByText('The browser did not let it into the clipboard.')).toBeVisible();
});

test('a look-up says first what it sends, and what a refusal means', async () => {
  await open('popup', { state: 'clean-implied', lang: 'en', access: 'refused' });
  await page.getByRole('button', { name: /^Certificate/ }).click();
  await expect(page.getByText('Sends the name shop.example.com to api.certspotter.com.')).toBeVisible();
  expect(await asked()).toBeNull();
  await page.getByRole('button', { name: 'Look up this host' }).click();
  expect(await asked()).toBe('look-up shop.example.com');
  await expect(
    page.getByText('Without access to api.certspotter.com the look-up cannot be made.'),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Copy address' }).click();
  expect(await asked()).toBe('copy chrome://flags/#web-request-security-info');
});

test('forced colours keep shapes, focus and the chosen tab apart', async () => {
  await page.emulateMedia({ forcedColors: 'active' });
  try {
    await open('popup', { state: 'http-card', lang: 'en' });
    const paint = (selector: string, property: string): Promise<string> =>
      page
        .locator(selector)
        .first()
        .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);
    const canvas = await paint('body', 'background-color');
    expect(await paint('header svg path', 'stroke')).not.toBe(canvas);
    expect(await paint('[role=tab][aria-selected=true]', 'border-bottom-color')).not.toBe(canvas);
    expect(await paint('[aria-pressed=true]', 'background-color')).not.toBe(canvas);
    await page.keyboard.press('Tab');
    await expect(page.locator(':focus')).toHaveCSS('outline-style', 'solid');
    await open('explain', { state: 'beginning', lang: 'en' });
    expect(await paint('figure rect', 'stroke')).not.toBe(canvas);
  } finally {
    await page.emulateMedia({ forcedColors: 'none' });
  }
});

test('nothing moves for those who asked for that', async () => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  try {
    await open('popup', { state: 'loading', lang: 'en' });
    await expect(page.locator('h1')).toHaveCSS('animation-name', 'none');
    await expect(page.locator('h1')).toHaveCSS('opacity', '1');
  } finally {
    await page.emulateMedia({ reducedMotion: 'no-preference' });
  }
});

test('options change what they say, and say when they could not', async () => {
  await open('options', { state: 'muted-sites', lang: 'en' });
  const notice = page.getByRole('checkbox').first();
  await notice.check();
  await expect(notice).toBeChecked();
  await page.getByRole('button', { name: 'Show the notice again on printer.example' }).click();
  await expect(page.getByText('printer.example')).toHaveCount(0);
  await expect(page.getByText('xn--bcher-kva.example')).toBeVisible();
  await page.getByRole('radio', { name: '中文（简体）' }).check();
  await expect(page.locator('h1')).toHaveText('选项');

  await open('options', { state: 'default', lang: 'en', save: 'refused' });
  await notice.click();
  await expect(page.getByText('The browser did not save this. Try again.')).toBeVisible();
  await expect(notice).toBeChecked();
});

test('a site is walked to its plan by keyboard alone', async () => {
  await open('options', { state: 'site-single-host', lang: 'en' });
  const fit = page.locator('[data-fit=true] p').nth(1);
  await expect(fit).toHaveText('Basic, DV');
  await page.getByLabel('Another host').focus();
  await page.keyboard.type('shop.example.com');
  await page.keyboard.press('Enter');
  await expect(fit).toHaveText('Advanced, DV wildcard');
  await page.getByRole('checkbox', { name: /^shop\.example\.com/ }).focus();
  await page.keyboard.press('Space');
  await expect(fit).toHaveText('Basic, DV');
  await page.getByRole('slider', { name: 'Term' }).focus();
  for (let step = 0; step < 2; step += 1) await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('slider')).toHaveAttribute('aria-valuetext', '3 years');
  await expect(page.getByText('CN¥700', { exact: true }).last()).toBeVisible();
  await page.getByRole('radio', { name: 'Price below: Basic, DV' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('heading', { name: 'What a term costs: Standard, DV' })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.locator(':focus')).toHaveCSS('outline-style', 'solid');
});

test('a host that is none stays in its field, with what is wrong', async () => {
  await open('options', { state: 'default', lang: 'en' });
  // The reminder further down has a field of that name too.
  const field = page.getByLabel('Site', { exact: true }).first();
  await field.fill('no host');
  await field.press('Enter');
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(field).toHaveValue('no host');
  await expect(page.getByText('This is no host name or address.')).toBeVisible();
  expect(await findBarriers(), 'barriers with an error').toEqual([]);
  await field.fill('https://shop.example.com:8443/basket');
  await field.press('Enter');
  await expect(page.getByRole('checkbox', { name: /^shop\.example\.com/ })).toBeChecked();
});

test('without a sign-up address there is a text to ask with, and nothing dead', async () => {
  await open('options', { state: 'site-single-host', lang: 'en' });
  await expect(page.getByRole('link', { name: "Go to the seller's page" })).toHaveCount(0);
  await page.getByRole('button', { name: 'Ask the seller for the trial' }).click();
  const request = page.getByLabel('Text of the request');
  await expect(request).toHaveValue(/free of charge for 3 months: Basic, DV\. .* 1 year\.$/);
  await page.getByRole('checkbox', { name: /^Also tell the seller/ }).check();
  await expect(request).toHaveValue(/It is for example\.com\.$/);
  await page.getByRole('button', { name: 'Copy text' }).click();
  await expect(page.getByText('Copied.')).toBeVisible();
  expect(await asked()).toBe(`copy ${await request.inputValue()}`);
  await expect(page.getByRole('link', { name: 'Write a mail' })).toHaveAttribute(
    'href',
    /^mailto:\?subject=/,
  );
});

test('the trial link says in full what it opens, and tells the domain only when ticked', async () => {
  await open('options', { state: 'site-five-hosts', lang: 'en' });
  const link = page.getByRole('link', { name: "Go to the seller's page" });
  const base = 'https://seller.example/trial?plan=advanced&level=DV&years=3&lang=en';
  await expect(link).toHaveAttribute('href', base);
  await expect(link).toHaveAttribute('rel', 'noopener noreferrer');
  await expect(page.getByText(base, { exact: true })).toBeVisible();
  await page.getByRole('checkbox', { name: /^Also tell the seller/ }).check();
  await expect(link).toHaveAttribute('href', `${base}&site=example.com`);
  // The hosts that were seen and the pages are in no address.
  await expect(page.locator('a[href*="shop"]')).toHaveCount(0);
});

test('a catalogue that means ill is shown as text', async () => {
  await open('options', { state: 'site-imported-hostile', lang: 'en' });
  await unfold();
  await expect(page.locator('img, script:not([src])')).toHaveCount(0);
  const text = await page.locator('main').innerText();
  expect(text).toContain('<img src=x onerror=alert(1)>');
  expect(text).toContain('⟨U+202E⟩');
  expect(text).not.toMatch(/[\p{Cf}\u200B]/u);
  const href = await page.getByRole('link', { name: "Go to the seller's page" }).getAttribute('href');
  expect(new URL(href ?? '').origin).toBe('https://seller.example');
});

test('a sign-up address that may not be used is named, and changes nothing', async () => {
  await open('options', { state: 'default', lang: 'en' });
  const field = page.getByLabel('Sign-up address for the trial');
  for (const [address, fault] of [
    ['http://seller.example/', 'it must begin with https://'],
    ['https://seller.example/?u={url}', 'there is no placeholder of this name'],
    ['https://me@seller.example/', 'it may not contain a user name'],
  ] as const) {
    await field.fill(address);
    await field.press('Enter');
    await expect(page.getByText(fault)).toBeVisible();
  }
  expect(await findBarriers(), 'barriers with an error').toEqual([]);
  await expect(page.getByRole('link', { name: "Go to the seller's page" })).toHaveCount(0);
  await field.fill('https://seller.example/{plan}');
  await field.press('Enter');
  await expect(page.getByRole('link', { name: "Go to the seller's page" })).toHaveAttribute(
    'href',
    'https://seller.example/basic',
  );
});

test('at 200 % the options lose nothing', async () => {
  for (const state of ['site-five-hosts', 'site-two-levels', 'site-government']) {
    await open('options', { state, lang: 'zh_CN' });
    await unfold();
    // A window of 1280 by 1024 pixels, enlarged to twice the size.
    expect.soft(await overflow(640), state).toBeLessThanOrEqual(0);
    await expect(page.getByRole('slider')).toBeVisible();
  }
});

test('the server of the look-up can be changed, and a wrong address changes nothing', async () => {
  await open('options', { state: 'default', lang: 'en' });
  const field = page.getByLabel(/^Server/);
  await expect(field).toHaveValue('https://api.certspotter.com/v1/issuances');
  await field.fill('http://logs.example/');
  await field.press('Enter');
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByText('This is no address that can be asked.')).toBeVisible();
  await expect(field).toHaveValue('http://logs.example/');
  expect(await findBarriers(), 'barriers with an error').toEqual([]);
  await field.fill('https://logs.example/v1');
  await field.blur();
  await expect(page.getByText('This is no address that can be asked.')).toHaveCount(0);
  await page.getByRole('button', { name: 'Use the default' }).click();
  await expect(field).toHaveValue('https://api.certspotter.com/v1/issuances');
  await open('options', { state: 'managed', lang: 'en' });
  await expect(page.getByText('Your organisation decided some of these settings.')).toBeVisible();
  await expect(page.getByLabel(/^Server/)).toBeDisabled();
  await expect(page.getByRole('checkbox').first()).toBeDisabled();
});

test('the mini-program check says per host what is wrong, and gives what to copy', async () => {
  for (const lang of LANGUAGES) {
    await open('options', { state: 'with-a-page', lang, theme: 'light' });
    await page.getByRole('button', { name: lang === 'en' ? 'Check this page' : '检查此页面' }).click();
    await expect(
      page.locator('section[aria-labelledby=https-needed]').getByRole('status').first(),
    ).toHaveText(/3/);
    expect(await leftovers(), 'leftovers').toEqual([]);
    expect(await overflow(320), 'wider than 320 px').toBeLessThanOrEqual(0);
    expect(await findBarriers(), 'barriers').toEqual([]);
    await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'));
    expect(await findBarriers(['color-contrast']), 'barriers in the dark theme').toEqual([]);
  }
  await open('options', { state: 'with-a-page', lang: 'en' });
  await page.getByRole('button', { name: 'Check this page' }).click();
  const lists = page.getByRole('textbox', { name: 'request, uploadFile, downloadFile' });
  await expect(lists).toHaveValue(
    /^https:\/\/img\.example\.com:8443\nhttps:\/\/[^]*\nhttps:\/\/shop\.example\.com$/,
  );
  await page.getByRole('button', { name: 'Copy as CSV' }).click();
  expect(await asked()).toContain('wechat-mini-program,cdn.example.net,request,not-allowed,2 encrypted,');
  await page.getByRole('button', { name: 'Copy as JSON' }).click();
  expect(await asked()).toContain('"ruleSet": "wechat-mini-program"');

  const field = page.getByLabel('Addresses, one a line');
  await page.getByRole('button', { name: 'Check the list' }).click();
  await expect(page.getByText('There is no address in the list yet.')).toBeVisible();
  await field.fill('https://a.example.com/\n<img src=x onerror=alert(1)>\n');
  await page.getByLabel('Registered in the console already (optional)').fill('https://example.com');
  await page.getByRole('button', { name: 'Check the list' }).click();
  await expect(page.getByText('Rule 7: Every host by itself')).toBeVisible();
  await expect(page.getByText('Line 2: <img src=x onerror=alert(1)>')).toBeVisible();
  await open('options', { state: 'with-a-page', lang: 'en', read: 'refused' });
  await page.getByRole('button', { name: 'Check this page' }).click();
  await expect(page.getByText('The page could not be read.')).toBeVisible();
});

test('a trial is noted by keyboard, decided, taken along and deleted', async () => {
  await open('options', { state: 'with-trials', lang: 'en' });
  const site = page.locator('section[aria-labelledby=trials]').getByLabel('Site', { exact: true });
  await site.fill('no host!');
  await site.press('Enter');
  await expect(page.getByText('This is no host name.')).toBeVisible();
  await expect(site).toHaveAttribute('aria-invalid', 'true');
  await site.fill('new.example.com');
  await page.getByLabel('Started on').fill('2026-09-30');
  await site.press('Enter');
  await expect(page.getByText('Started Sep 30, 2026, ends Dec 30, 2026')).toBeVisible();
  await expect(site).toHaveValue('');
  await page.getByRole('button', { name: 'Calendar entry for new.example.com' }).click();
  expect(await asked()).toContain('save trial-new.example.com.ics BEGIN:VCALENDAR');
  await page.getByRole('button', { name: 'When it ends' }).last().click();
  await page.getByRole('button', { name: 'I have replaced it' }).click();
  await expect(page.getByText('Replaced. No more reminders.')).toBeVisible();
  await page.getByRole('button', { name: 'Allow notifications' }).click();
  await expect(page.getByText('Notifications were not allowed.')).toBeVisible();
  await page.getByRole('button', { name: 'Export as JSON' }).first().click();
  expect(await asked()).toContain('"endsOn": "2026-12-30"');
  await page.getByRole('button', { name: 'Delete all' }).click();
  expect(await findBarriers(), 'barriers while it asks').toEqual([]);
  await page.getByRole('button', { name: 'Keep them' }).click();
  await page.getByRole('button', { name: 'Delete all' }).click();
  await page.getByRole('button', { name: 'Yes, delete' }).click();
  await expect(page.getByText('No trial is noted.')).toBeVisible();

  await open('options', { state: 'with-trials', lang: 'en', save: 'refused' });
  await site.fill('new.example.com');
  await page.getByRole('button', { name: 'Note this trial' }).click();
  // Beside the form; what was typed could not be kept either, which is told at the top.
  await expect(page.getByRole('alert').filter({ hasText: 'did not save' })).toHaveCount(2);
  await expect(site).toHaveValue('new.example.com');
});

test('the menu leads to the mini-program check of the page', async () => {
  await open('popup', { state: 'http-page', lang: 'en' });
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Mini-program check' }).click();
  expect(await asked()).toBe('readiness');
});

test('a campaign gets links, codes and counts', async () => {
  await open('options', { state: 'campaigns', lang: 'en' });
  await page.getByLabel('Campaign', { exact: true }).fill('autumn 2026');
  await page.getByLabel('Channel').selectOption('print');
  await page.getByRole('button', { name: 'Copy link: Basic, DV' }).click();
  expect(await asked()).toBe(
    'copy https://seller.example/try?plan=basic&level=DV&years=1&lang=en&utm_source=print&utm_medium=qr&utm_campaign=autumn%202026',
  );
  await expect(page.getByRole('link', { name: 'Open to test: Basic, DV' })).toHaveAttribute(
    'rel',
    'noopener noreferrer',
  );
  await page.getByRole('button', { name: 'QR code' }).first().click();
  await page.getByRole('button', { name: 'Save as SVG' }).click();
  expect(await asked()).toMatch(/^save print-basic-DV\.svg <svg xmlns/);
  await page.getByRole('button', { name: 'Copy all channels as CSV' }).click();
  expect((await asked())?.split('\r\n')).toHaveLength(22);
  await page.getByRole('button', { name: 'By campaign and day' }).click();
  await expect(page.getByText('campaign <img src=x onerror=alert(1)>⟨U+202E⟩')).toBeVisible();
  await page.getByRole('button', { name: 'Export as CSV' }).click();
  expect(await asked()).toContain('2026-10-11,autumn,31,12,3');
  await page.getByRole('button', { name: 'Clear counts' }).click();
  await expect(page.getByText('Nothing was counted.')).toHaveCount(3);
  await open('options', { state: 'campaigns-unset', lang: 'en' });
  await expect(page.getByText('No sign-up address is set.')).toBeVisible();
  await open('options', { state: 'offers-hidden', lang: 'en' });
  await expect(page.getByRole('heading', { name: 'Matching plan' })).toHaveCount(0);
});

test('every finding has its place in the explanations', async () => {
  await open('explain', { state: 'at-a-finding', lang: 'en' });
  await expect(page.locator('#mixed-content-blocked')).toBeFocused();
  await expect(page.locator('#mixed-content-blocked')).toBeInViewport();
  for (const { id } of FINDINGS) await expect(page.locator(`[id="${id}"]`)).toHaveCount(1);
  await page.setViewportSize({ width: 1200, height: 800 });
  const links = await page
    .getByRole('navigation')
    .getByRole('link')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  expect(links.length).toBeGreaterThan(FINDINGS.length);
  for (const link of links) await expect(page.locator(link)).toHaveCount(1);
  expect(await findBarriers(), 'barriers with the index beside the text').toEqual([]);
  await page.setViewportSize({ width: 380, height: 600 });
});

test('the welcome page is walked by keyboard alone, and asks for what is missing', async () => {
  await open('welcome', { state: 'no-access', lang: 'en' });
  const focused = page.locator(':focus');
  const names: string[] = [];
  for (let step = 0; step < 8; step += 1) {
    await page.keyboard.press('Tab');
    names.push(
      (await focused.getAttribute('aria-label')) ??
        (await focused.evaluate((element) =>
          element instanceof HTMLInputElement ? (element.labels?.[0]?.innerText ?? '') : element.textContent,
        )),
    );
    await expect(focused).toHaveCSS('outline-style', 'solid');
  }
  expect(names).toEqual([
    'EN English',
    '中 中文',
    'Allow access',
    'What is kept, and for how long',
    'What concerns me as a visitor of sites',
    'Risks explained',
    'Options',
    'Which certificate fits my site?',
  ]);
  await page.getByRole('radio').first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: /owner/ })).toBeChecked();
  await page.getByRole('button', { name: 'Allow access' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status')).toHaveText(/^Access is given\./);
  await expect(focused).toHaveText('Allow access');
  await expect(focused).toHaveAttribute('aria-disabled', 'true');

  await open('welcome', { state: 'no-access', lang: 'en', access: 'refused' });
  await page.getByRole('button', { name: 'Allow access' }).click();
  await expect(page.getByRole('status')).toHaveText('Access was not allowed.');
  await page.getByRole('button', { name: '中 中文' }).click();
  await expect(page.locator('h1')).toHaveText('欢迎');

  await open('welcome', { state: 'offers-hidden', lang: 'en' });
  await expect(page.getByText(/seller|certificate fits/)).toHaveCount(0);
});
