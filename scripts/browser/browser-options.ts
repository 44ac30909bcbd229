// The options for opening a browser, and the interface that the rest of the project gets: the same for Chromium and Firefox.
import type { Browser, Page } from 'puppeteer-core';
import type { Policy } from './managed-policy.ts';
import type { BrowserName } from '../setup/find-browser.ts';

export interface BrowserOptions {
  readonly browser: BrowserName;
  /** The folder of the built extension; null opens a browser without one. */
  readonly extensionDir: string | null;
  readonly headless: boolean;
  /** ms for each step of the start, and for each tab; by default START_TIMEOUT of open-browser.ts. */
  readonly startTimeout?: number;
  /** The program; found or installed by default. */
  readonly executablePath?: string;
  /** PEM file of CAs that the temporary profile trusts. */
  readonly caFile?: string;
  /** Chromium's host resolver rules, e.g. `MAP *:443 127.0.0.1:8443, EXCLUDE localhost`. */
  readonly map?: string;
  /** Chromium's feature that reports certificates to extensions; the browser's default when missing. */
  readonly securityInfo?: boolean;
  /** Chromium: the file for the log of all its network requests, as JSON. */
  readonly networkLog?: string;
  /** Chromium: allows the extension in private windows. */
  readonly inPrivateWindows?: boolean;
  /** The folder of the profile, which the caller removes; by default a temporary one that is removed afterwards. */
  readonly profileFolder?: string;
  /** Chromium: reopens the tabs that were open when a browser with this profile was closed. */
  readonly restoreSession?: boolean;
  /** Whether the page that the extension opens after its installation may open; otherwise it is prevented. */
  readonly welcome?: boolean;
  /** The organisation's policy for the extension; writing it may need root. */
  readonly policy?: Policy;
  /** The language of the interface, e.g. `zh-CN`. In Firefox it must be installed. */
  readonly locale?: string;
  /** Preferences for a test: Firefox's, besides firefox-preferences.ts; in Chromium those of its profile's top level, only with an extension. */
  readonly preferences?: Readonly<Record<string, string | number | boolean>>;
}

/** A tab, with the ids of the driver and of the extension. */
export interface Tab {
  readonly page: Page;
  readonly tabId: number;
}

export interface OpenBrowser {
  readonly name: BrowserName;
  /** e.g. `Chrome/156.0.8078.79` */
  readonly version: string;
  /** Whether it reports certificates to extensions: Chromium only does so behind a feature that is off by default. */
  readonly tellsCertificates: boolean;
  readonly browser: Browser;
  /** Empty without an extension. */
  readonly extensionId: string;
  /** An idle page of the extension: code of tests and commands runs in it with the extension's rights. Throws with the reason when it is gone. */
  readonly extensionPage: Page;
  /** The address of a file of the extension. */
  readonly pageUrl: (path: string) => string;
  /** Opens an empty tab in a window of its own, so that it is visible: browsers slow down hidden pages. */
  readonly newTab: () => Promise<Tab>;
  /** Opens an address and waits for its load event. Rejects with the driver's error; `timeout`: ms. */
  readonly goTo: (page: Page, url: string, timeout: number) => Promise<void>;
  /** Opens a page of the extension in a tab and waits until it has loaded. */
  readonly openExtensionPage: (path: string) => Promise<Page>;
  /** Stops the extension's background, as the browser does when it is idle. */
  readonly stopBackground: () => Promise<void>;
  /** Reloads the extension under the open pages, like an update; `extensionPage` then returns another page. */
  readonly updateExtension: () => Promise<void>;
  /** Continues past the warning about a certificate that a page shows, and waits for the page behind it. */
  readonly clickThrough: (page: Page) => Promise<void>;
  /** Resolves when the browser has ended, for whatever reason. */
  readonly gone: Promise<void>;
  /** Ends the browser and removes its profile. */
  readonly close: () => Promise<void>;
}

/** The interface of each browser's own file for open-browser.ts. */
export interface Launched {
  readonly browser: Browser;
  /** Installs the extension and returns its id and its origin, e.g. `chrome-extension://abc`. */
  readonly install: (extensionDir: string) => Promise<{ readonly id: string; readonly origin: string }>;
  readonly goTo: OpenBrowser['goTo'];
  /** Returns the page of the only tab that shows `url`, or null. */
  readonly findPage: (url: string) => Promise<Page | null>;
  readonly stopBackground: (extensionId: string) => Promise<void>;
  /** Reloads the extension from the same folder; its own pages may close. */
  readonly update: (extensionDir: string) => Promise<void>;
  readonly clickThrough: (page: Page) => Promise<void>;
  /** Ends what the file itself started besides the browser. */
  readonly release: () => Promise<void>;
}
