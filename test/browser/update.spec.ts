// An update of the extension with open pages, and a restart of the browser with its session: no verdict gets milder, no error is thrown in a page, and
// the earlier version's notices and outlines are removed.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ConsoleMessage } from 'puppeteer-core';
import type { Browser as WebExtension } from 'webextension-polyfill';
import { assess } from '../../lib/verdict/assess.ts';
import type { State, Verdict } from '../../lib/verdict/verdict.ts';
import { openBrowser } from '../../scripts/browser/open-browser.ts';
import type { OpenBrowser, Tab } from '../../scripts/browser/browser-options.ts';
import { recordOf, toolbarOf } from '../../scripts/browser/extension-records.ts';
import { expect, optionsFor, test } from './in-browser.ts';
import { order } from './mixed-page.ts';

/** In an extension's page, where the functions given to evaluate() run. */
declare const chrome: WebExtension;

test.describe.configure({ timeout: 300_000 });

const PAGES = [
  { name: 'http login', url: 'http://http-password.lab.test/' },
  { name: 'mixed', url: 'https://mixed-frame.lab.test/' },
  { name: 'form', url: 'https://mixed-form.lab.test/' },
  { name: 'overridden', url: 'https://expired-opened.lab.test/', through: true },
  { name: 'warning', url: 'https://wrong-name.lab.test/', refused: true },
] as const;
type Name = (typeof PAGES)[number]['name'];

interface Opened {
  readonly tabs: ReadonlyMap<Name, Tab>;
  readonly before: ReadonlyMap<Name, Verdict>;
  /** The errors thrown in the pages. */
  readonly thrown: readonly string[];
}

async function verdictOf(open: OpenBrowser, tabId: number): Promise<Verdict | null> {
  const record = await recordOf(open, tabId);
  return record && assess(record);
}

async function openPages(open: OpenBrowser): Promise<Opened> {
  const tabs = new Map<Name, Tab>();
  const before = new Map<Name, Verdict>();
  const thrown: string[] = [];
  for (const page of PAGES) {
    const tab = await open.newTab();
    tab.page.on('pageerror', (error) => {
      // Firefox reports blocked requests as errors.
      if (!String(error).includes('Blocked loading')) thrown.push(`${page.name}: ${String(error)}`);
    });
    tab.page.on('console', (message: ConsoleMessage) => {
      if (/extension context|uncaught/i.test(message.text())) thrown.push(`${page.name}: ${message.text()}`);
    });
    await open.goTo(tab.page, page.url, 20_000).catch(() => null);
    if ('through' in page) await open.clickThrough(tab.page);
    tabs.set(page.name, tab);
  }
  for (const { name } of PAGES) {
    const tabId = tabs.get(name)?.tabId ?? -1;
    await expect
      .poll(async () => (await verdictOf(open, tabId))?.state, { message: name })
      .toMatch(/^(?:warning|danger)$/);
    const verdict = await verdictOf(open, tabId);
    if (verdict !== null) before.set(name, verdict);
  }
  return { tabs, before, thrown };
}

/** Notices and outlines are children of the root element. */
async function drawnIn({ page }: Tab): Promise<number> {
  return page.evaluate(() => document.querySelectorAll('html > div').length);
}

test('an update of the extension with open pages makes no verdict milder', async ({ lab, browserKind }) => {
  const open = await openBrowser(optionsFor(browserKind, lab));
  try {
    const { tabs, before, thrown } = await openPages(open);
    const login = tabs.get('http login');
    const mixed = tabs.get('mixed');
    if (login === undefined || mixed === undefined) throw new Error('A page is missing.');
    await expect.poll(() => drawnIn(login)).toBe(1);
    await order(open, { type: 'show-outline', tabId: mixed.tabId, wish: { kind: 'all' } });
    for (let times = 0; times < 2; times += 1) {
      await open.updateExtension();
      await expectNoMilder(open, tabs, before);
    }
    await expect.poll(() => drawnIn(login)).toBe(1);
    await expect.poll(() => drawnIn(mixed)).toBe(0);
    // Observers of the old version observe these changes too.
    for (const { page } of [login, mixed])
      await page.evaluate(async () => {
        for (let index = 0; index < 20; index += 1) {
          const box = document.createElement('div');
          box.attachShadow({ mode: 'closed' }).innerHTML = '<input type="password">';
          document.body.append(box);
          await new Promise((resolve) => setTimeout(resolve, 20));
          box.remove();
        }
      });
    expect(thrown).toEqual([]);
    // A page opened after the warning is not green, although only the earlier version observed its refusal.
    const warning = tabs.get('warning');
    if (warning === undefined) throw new Error('A page is missing.');
    await open.clickThrough(warning.page);
    await expect
      .poll(async () => (await verdictOf(open, warning.tabId))?.rows.certificate.kind)
      .toBe('overridden');
  } finally {
    await open.close();
  }
});

/** Waits for the earlier verdicts, and checks the toolbar too. */
async function expectNoMilder(
  open: OpenBrowser,
  tabs: ReadonlyMap<Name, Tab>,
  before: ReadonlyMap<Name, Verdict>,
): Promise<void> {
  for (const [name, { tabId }] of tabs) {
    const wanted = before.get(name)?.state;
    await expect.poll(async () => (await verdictOf(open, tabId))?.state, { message: name }).toBe(wanted);
    const verdict = await verdictOf(open, tabId);
    if (name === 'overridden' || name === 'warning')
      expect(verdict?.rows.certificate.kind, name).toBe(before.get(name)?.rows.certificate.kind);
    await expect
      .poll(async () => (await toolbarOf(open, tabId)).badge, { message: `${name}: badge` })
      .toBe(badgeOf(wanted));
  }
}

function badgeOf(state: State | undefined): string {
  return state === 'danger' ? '!' : '1';
}

test('a restart of the browser with its session makes no verdict milder', async ({ lab, browserKind }) => {
  test.skip(
    browserKind === 'firefox',
    'What its driver installs is gone after a restart, and so are its tabs',
  );
  const folder = await mkdtemp(join(tmpdir(), 'restart-'));
  try {
    const options = { ...optionsFor(browserKind, lab), profileFolder: folder };
    const first = await openBrowser(options);
    let before: Opened['before'];
    try {
      ({ before } = await openPages(first));
      if (first.name === 'chromium') await expect.poll(() => missingIn(folder)).toEqual([]);
    } finally {
      await first.close();
    }
    const second = await openBrowser({ ...options, restoreSession: true });
    try {
      for (const { name, url } of PAGES) {
        const tabId = async (): Promise<number> =>
          second.extensionPage.evaluate(
            async (wanted) =>
              (await chrome.tabs.query({})).find((tab) => (tab.url ?? '') === wanted)?.id ?? -1,
            url,
          );
        await expect.poll(tabId, { message: name }).not.toBe(-1);
        const id = await tabId();
        await expect
          .poll(async () => (await verdictOf(second, id))?.state, { message: name })
          .toBe(before.get(name)?.state);
      }
    } finally {
      await second.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});

/** Pages that Chromium has not saved in its session yet: it does so some seconds after a tab has changed. */
async function missingIn(profileFolder: string): Promise<readonly string[]> {
  const sessions = join(profileFolder, 'Default', 'Sessions');
  const names = await readdir(sessions).catch(() => []);
  const written = await Promise.all(names.map((name) => readFile(join(sessions, name))));
  return PAGES.map(({ url }) => url).filter((url) => !written.some((bytes) => bytes.includes(url)));
}

test('a page whose loading was not observed is not green after an update', async ({ lab, browserKind }) => {
  const open = await openBrowser(optionsFor(browserKind, lab));
  try {
    const tab = await open.newTab();
    await open.goTo(tab.page, 'https://clean.lab.test/', 20_000);
    await expect.poll(async () => (await verdictOf(open, tab.tabId))?.state).toBe('nothing-found');
    await open.updateExtension();
    await expect.poll(async () => (await recordOf(open, tab.tabId))?.observed).toBe(true);
    expect(await verdictOf(open, tab.tabId)).toMatchObject({
      state: 'not-applicable',
      reason: 'not-wholly-checked',
      rows: { certificate: { kind: 'not-seen' } },
    });
    await open.goTo(tab.page, 'https://clean.lab.test/', 20_000);
    await expect.poll(async () => (await verdictOf(open, tab.tabId))?.state).toBe('nothing-found');
  } finally {
    await open.close();
  }
});

test('certificate warnings that are deleted in the settings are not restored', async ({
  lab,
  browserKind,
}) => {
  const open = await openBrowser(optionsFor(browserKind, lab));
  try {
    const tab = await open.newTab();
    await open.goTo(tab.page, 'https://expired.lab.test/', 20_000).catch(() => null);
    const stored = (): Promise<string> =>
      open.extensionPage.evaluate(async () =>
        JSON.stringify([await chrome.storage.session.get(null), await chrome.storage.local.get(null)]),
      );
    await expect.poll(stored).toContain('certificate-errors');
    expect(await stored()).toContain('"origins"');
    await open.extensionPage.evaluate(() => chrome.storage.local.remove('certificate-errors'));
    await expect.poll(stored).not.toContain('"origins"');
  } finally {
    await open.close();
  }
});
