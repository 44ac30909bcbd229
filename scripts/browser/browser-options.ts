// What a browser is opened with, and what the rest of the project gets from one. Chromium and Firefox behind the same few verbs.
import type { Browser, Page } from 'puppeteer-core';
import type { Policy } from './managed-policy.ts';
import type { BrowserName } from '../setup/find-browser.ts';

export interface BrowserOptions {
  readonly browser: BrowserName;
  /** The folder of the built extension; null opens a browser without one. */
  readonly extensionDir: string | null;
  readonly headless: boolean;
  /** ms for each step of the start, and for each tab of its own; START_TIMEOUT of open-browser.ts when missing. */
  readonly startTimeout?: number;
  /** The program; found or installed when missing. */
  readonly executablePath?: string;
  /** PEM file of CAs that the throw-away profile trusts. */
  readonly caFile?: string;
  /** Chromium's host resolver rules, e.g. `MAP *:443 127.0.0.1:8443, EXCLUDE localhost`. */
  readonly map?: string;
  /** Chromium's feature that tells extensions of certificates; as the browser has it when missing. */
  readonly securityInfo?: boolean;
  /** Chromium: where it writes down everything it asks the network for, as JSON. */
  readonly networkLog?: string;
  /** Chromium: the extension is allowed in private windows too. */
  readonly inPrivateWindows?: boolean;
  /** A folder to keep the profile in; without it, one of its own that is removed afterwards. Whoever names one removes it. */
  readonly profileFolder?: string;
  /** Chromium: opens the tabs again that were open when a browser with this profile was closed. */
  readonly restoreSession?: boolean;
  /** The page that the extension opens once it is installed is left to come; else it is kept away. */
  readonly welcome?: boolean;
  /** What an organisation decides for the extension; placing it may need root. */
  readonly policy?: Policy;
  /** The interface language, e.g. `zh-CN`. In Firefox it must be installed. */
  readonly locale?: string;
  /** Preferences for a test: Firefox's, beside firefox-preferences.ts; in Chromium those of its profile's top level, with an extension only. */
  readonly preferences?: Readonly<Record<string, string | number | boolean>>;
}

/** A tab, as the driver and as the extension names it. */
export interface Tab {
  readonly page: Page;
  readonly tabId: number;
}

export interface OpenBrowser {
  readonly name: BrowserName;
  /** e.g. `Chrome/156.0.8078.79` */
  readonly version: string;
  /** Whether it tells extensions of certificates: Chromium does so behind a feature that is off unless it was asked for. */
  readonly tellsCertificates: boolean;
  readonly browser: Browser;
  /** Empty without an extension. */
  readonly extensionId: string;
  /** A page of the extension that does nothing: code of tests and commands runs in it with the extension's rights. Throws why when it is gone. */
  readonly extensionPage: Page;
  /** The address of a file of the extension. */
  readonly pageUrl: (path: string) => string;
  /** An empty tab in a window of its own, so that it is visible: browsers slow down pages that are not. */
  readonly newTab: () => Promise<Tab>;
  /** Opens an address and waits for its load event. Rejects with the driver's error; `timeout`: ms. */
  readonly goTo: (page: Page, url: string, timeout: number) => Promise<void>;
  /** Opens a page of the extension in a tab and waits until it is loaded. */
  readonly openExtensionPage: (path: string) => Promise<Page>;
  /** Stops the extension's background, as the browser does when it is idle. */
  readonly stopBackground: () => Promise<void>;
  /** Loads the extension anew under the open pages, as an update does; `extensionPage` is another page then. */
  readonly updateExtension: () => Promise<void>;
  /** Continues past the warning about a certificate that a page shows, and waits for the page behind it. */
  readonly clickThrough: (page: Page) => Promise<void>;
  /** Resolves when the browser is gone, whoever ended it. */
  readonly gone: Promise<void>;
  /** Ends the browser and removes its profile. */
  readonly close: () => Promise<void>;
}

/** What one browser's own file gives to open-browser.ts. */
export interface Launched {
  readonly browser: Browser;
  /** Installs the extension and gives its id and its origin, e.g. `chrome-extension://abc`. */
  readonly install: (extensionDir: string) => Promise<{ readonly id: string; readonly origin: string }>;
  readonly goTo: OpenBrowser['goTo'];
  /** The page of the one tab that shows `url`, or null. */
  readonly findPage: (url: string) => Promise<Page | null>;
  readonly stopBackground: (extensionId: string) => Promise<void>;
  /** Loads the extension anew from the same folder; its own pages may close. */
  readonly update: (extensionDir: string) => Promise<void>;
  readonly clickThrough: (page: Page) => Promise<void>;
  /** Ends what the file itself started beside the browser. */
  readonly release: () => Promise<void>;
}
