// Opens a browser with the extension, in a profile that is removed afterwards.
//
//   const open = await openBrowser({ browser: 'firefox', extensionDir: '.output/firefox-mv3', headless: true });
//   const tab = await open.newTab();
//   await open.goTo(tab.page, 'https://example.com/', 30_000);
//   const record = await recordOf(open, tab.tabId);
//   await open.close();
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { Browser as WebExtension } from 'webextension-polyfill';
import { WELCOME_KEY } from '../../lib/platform/storage-keys.ts';
import { ensureBrowser } from '../setup/ensure-browser.ts';
import { launchChromium } from './chromium.ts';
import { launchFirefox } from './firefox.ts';
import { parseHostRules } from './host-rules.ts';
import type { BrowserOptions, Launched, OpenBrowser, Tab } from './browser-options.ts';
import { keepLoaded, openOwnPage, watchOwnPage } from './own-page.ts';
import { keptProfile, makeProfile } from './profile.ts';
import { tidyUpLater } from './tidy-up.ts';
import { until, within } from './until.ts';

/** An extension's page, in which functions passed to evaluate() run; promises are the same in both browsers. */
declare const chrome: WebExtension;

/** The default time limit for each step of a browser's start, for a tab and for a page of the extension, ms. */
const START_TIMEOUT = 30_000;
/** The time limit for a browser to end on its own, ms. */
const PATIENCE = 10_000;
/** Every build has it, and it runs no script of the extension. */
const QUIET_PAGE = 'manifest.json';

/** Throws when there is no browser, a host rule is invalid or the extension does not load; nothing is left behind then. */
export async function openBrowser(options: BrowserOptions): Promise<OpenBrowser> {
  // Chromium silently ignores an invalid rule.
  if (options.map !== undefined) parseHostRules(options.map);
  const program = options.executablePath ?? (await ensureBrowser(options.browser));
  const profile = options.profileFolder === undefined ? makeProfile() : keptProfile(options.profileFolder);
  let launched: Launched | null = null;
  const close = tidyUpLater(async () => {
    if (launched !== null) await end(launched);
    await profile.remove();
  });
  try {
    const own = { ...options, extensionDir: await takeExtension(options, profile.folder) };
    const launch = options.browser === 'firefox' ? launchFirefox : launchChromium;
    launched = await launch(program, own, profile.folder);
    return await withExtension(launched, own, close);
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * Returns the folder from which the extension is loaded. Without a window it is a copy: a build during a running command would remove files from it.
 * With one, a user may build and press "Reload".
 */
async function takeExtension(
  { extensionDir, headless }: BrowserOptions,
  profile: string,
): Promise<string | null> {
  if (extensionDir === null || !headless) return extensionDir && resolve(extensionDir);
  const copy = join(profile, 'loaded-extension');
  await cp(extensionDir, copy, { recursive: true });
  return copy;
}

async function withExtension(
  launched: Launched,
  options: BrowserOptions,
  close: () => Promise<void>,
): Promise<OpenBrowser> {
  const { browser: name, extensionDir, securityInfo, restoreSession = false } = options;
  const { startTimeout = START_TIMEOUT } = options;
  const { browser } = launched;
  const gone = new Promise<void>((done) => {
    browser.once('disconnected', () => done());
  });
  // Searched first: once the extension is installed, it opens a page of its own.
  const [first] = restoreSession ? [] : await browser.pages();
  const own = watchOwnPage(browser, first ?? (await browser.newPage()));
  const extension = extensionDir === null ? null : await launched.install(extensionDir);
  const pageUrl = (path: string): string => `${extension?.origin ?? ''}/${path.replace(/^\//, '')}`;
  if (extension !== null) await settleIn(launched, own.get(), pageUrl, options);
  const newTab = (): Promise<Tab> => openTab(launched, extension === null ? null : own.get(), startTimeout);
  return {
    name,
    version: await browser.version(),
    tellsCertificates: name === 'firefox' || securityInfo === true,
    browser,
    extensionId: extension?.id ?? '',
    get extensionPage() {
      return own.get();
    },
    pageUrl,
    newTab,
    goTo: launched.goTo,
    openExtensionPage: async (path) => {
      const { page } = await newTab();
      await launched.goTo(page, pageUrl(path), startTimeout);
      return page;
    },
    stopBackground: () => launched.stopBackground(extension?.id ?? ''),
    updateExtension: async () => {
      await launched.update(extensionDir ?? '');
      // Firefox may keep the page as an empty one.
      await own.page.close().catch(() => undefined);
      own.put(await comeBack(launched, pageUrl(QUIET_PAGE)));
    },
    clickThrough: launched.clickThrough,
    gone,
    close: () => {
      own.close();
      return close();
    },
  };
}

/** Opens the extension's own page, which stays open, and prevents the one that it opens after its installation. */
async function settleIn(
  launched: Launched,
  page: Page,
  pageUrl: (path: string) => string,
  options: BrowserOptions,
): Promise<void> {
  await launched.goTo(page, pageUrl(QUIET_PAGE), options.startTimeout ?? START_TIMEOUT);
  await keepLoaded(page);
  if (opensWelcome(options)) await keepWelcomeAway(launched, page, pageUrl('welcome.html'));
}

/** Returns the extension's page after an update, as soon as the browser opens it. */
async function comeBack(launched: Launched, url: string): Promise<Page> {
  const page = await until(() => openOwnPage(launched, url), {
    what: 'the extension to come back',
    timeout: 4 * PATIENCE,
  });
  await keepLoaded(page);
  return page;
}

/**
 * Prevents the page that the extension opens after its installation. Firefox opens it immediately, so it is closed. In Chromium the extension first
 * waits for a policy, and stores a note that the page is pending: without the note it does not open.
 */
async function keepWelcomeAway(launched: Launched, extensionPage: Page, url: string): Promise<void> {
  const isFirefox = url.startsWith('moz-extension:');
  const look = async (): Promise<boolean> => {
    const page = await launched.findPage(url);
    if (page !== null) {
      await page.close();
      return true;
    }
    if (isFirefox) return false;
    return extensionPage.evaluate(async (key) => {
      const isOwed = key in (await chrome.storage.local.get(key));
      if (isOwed) await chrome.storage.local.remove(key);
      return isOwed;
    }, WELCOME_KEY);
  };
  // A late page is no reason to fail.
  await until(look, { what: 'the welcome page', timeout: PATIENCE }).catch(() => null);
}

/** Whether the extension opens a page after its installation. Other extensions and older builds have none. */
function opensWelcome({ extensionDir, welcome = false, policy }: BrowserOptions): boolean {
  if (welcome || extensionDir === null || policy?.['skipWelcome'] === true) return false;
  return existsSync(join(extensionDir, 'welcome.html'));
}

/** `extensionPage`: null without an extension. */
async function openTab(launched: Launched, extensionPage: Page | null, timeout: number): Promise<Tab> {
  const tab =
    extensionPage === null
      ? { page: await launched.browser.newPage({ type: 'window' }), tabId: -1 }
      : await openWindow(launched, extensionPage, timeout);
  // A dialog blocks the page until it is answered.
  tab.page.on('dialog', (dialog) => void dialog.dismiss().catch(() => {}));
  return tab;
}

/** The extension opens the window, so its id of the tab is known. */
async function openWindow(launched: Launched, extensionPage: Page, timeout: number): Promise<Tab> {
  const url = `about:blank#${randomUUID()}`;
  const tabId = await extensionPage.evaluate(async (address) => {
    const opened = await chrome.windows.create({ url: address, width: 1280, height: 900 });
    return opened?.tabs?.[0]?.id ?? null;
  }, url);
  if (tabId === null) throw new Error('The browser opened no tab.');
  const page = await until(() => launched.findPage(url), { what: 'a new tab', timeout });
  return { page, tabId };
}

async function end({ browser, release }: Launched): Promise<void> {
  const process = browser.process();
  const ended = process === null || process.exitCode !== null || process.signalCode !== null;
  if (!ended) {
    const exit = new Promise<true>((done) => {
      process.once('exit', () => done(true));
    });
    await within(
      browser.close().catch(() => {}),
      PATIENCE,
      null,
    );
    if ((await within(exit, PATIENCE, null)) === null) process.kill('SIGKILL');
  }
  await release();
}
