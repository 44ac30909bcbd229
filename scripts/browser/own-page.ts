// The extension's own page that tests and commands work in. When it is gone, whoever asks for it hears why: the driver's own words ("Target
// closed", "detached Frame") are the same for a closed browser, a closed tab and a discarded one, and after a crash it waits without end.
import type { Browser, Page } from 'puppeteer-core';
import type { Browser as WebExtension } from 'webextension-polyfill';
import type { Launched } from './browser-options.ts';

/** In an extension's page, where the functions given to evaluate() run; promises are the same in both browsers. */
declare const chrome: WebExtension;

const CLOSED = "The tab of the extension's own page was closed or discarded, or its browser is about to end.";

/** The page is gone; the message says why. */
export class OwnPageError extends Error {
  override readonly name = 'OwnPageError';
}

export interface OwnPage {
  /** Throws an OwnPageError when it is gone. */
  readonly get: () => Page;
  /** The page itself, there or gone. */
  readonly page: Page;
  /** From now on another page is the one. */
  readonly put: (page: Page) => void;
  /** The browser is being closed, on purpose. */
  readonly close: () => void;
}

/** Watches from now on. */
export function watchOwnPage(browser: Browser, first: Page): OwnPage {
  let current = first;
  let gone: string | null = null;
  const lose = (why: string): void => {
    if (gone === null || gone === CLOSED) gone = why;
  };
  const watch = (page: Page): void => {
    const ifCurrent = (why: string) => (): void => {
      if (page === current) lose(why);
    };
    page.once('error', ifCurrent("The extension's own page crashed."));
    // A browser that ends closes its pages first.
    page.once('close', ifCurrent(CLOSED));
  };
  browser.once('disconnected', () => {
    const process = browser.process();
    lose(
      `The browser ended by itself (exit code ${process?.exitCode ?? '?'}, signal ${process?.signalCode ?? 'none'}).`,
    );
  });
  watch(first);
  return {
    get: () => {
      if (gone !== null) throw new OwnPageError(gone);
      return current;
    },
    get page() {
      return current;
    },
    put: (page) => {
      current = page;
      gone = null;
      watch(page);
    },
    close: () =>
      lose(
        'The browser was closed while something was still at work in it, as after a test that ran out of time.',
      ),
  };
}

/** Browsers that run out of memory throw away the pages of tabs that nobody looks at: this one is not to be among them. */
export async function keepLoaded(extensionPage: Page): Promise<void> {
  await extensionPage.evaluate(async () => {
    const tab = await chrome.tabs.getCurrent();
    if (tab?.id !== undefined) await chrome.tabs.update(tab.id, { autoDiscardable: false });
  });
}

/** A new tab with a page of the extension; null: it is not there yet. */
export async function openOwnPage(launched: Launched, url: string): Promise<Page | null> {
  const page = await launched.browser.newPage({ type: 'window' });
  try {
    await launched.goTo(page, url, 2000);
    return page;
  } catch {
    await page.close().catch(() => undefined);
    return null;
  }
}
