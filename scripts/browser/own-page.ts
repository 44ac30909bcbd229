// The extension's own page in which tests and commands work. When it is gone, callers receive the reason: the driver's errors ("Target closed",
// "detached Frame") are the same for a closed browser, a closed tab and a discarded one, and after a crash it waits without end.
import type { Browser, Page } from 'puppeteer-core';
import type { Browser as WebExtension } from 'webextension-polyfill';
import type { Launched } from './browser-options.ts';

/** An extension's page, in which functions passed to evaluate() run; promises are the same in both browsers. */
declare const chrome: WebExtension;

const CLOSED = "The tab of the extension's own page was closed or discarded, or its browser is about to end.";

/** The page is gone; the message has the reason. */
export class OwnPageError extends Error {
  override readonly name = 'OwnPageError';
}

export interface OwnPage {
  /** Throws an OwnPageError when it is gone. */
  readonly get: () => Page;
  /** The page itself, open or gone. */
  readonly page: Page;
  /** Replaces the page by another one. */
  readonly put: (page: Page) => void;
  /** The browser is being closed intentionally. */
  readonly close: () => void;
}

/** Starts to watch. */
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
    // A browser that ends first closes its pages.
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

/** Browsers without memory discard hidden tabs: this one must stay. */
export async function keepLoaded(extensionPage: Page): Promise<void> {
  await extensionPage.evaluate(async () => {
    const tab = await chrome.tabs.getCurrent();
    if (tab?.id !== undefined) await chrome.tabs.update(tab.id, { autoDiscardable: false });
  });
}

/** Returns a new tab with a page of the extension; null: it does not exist yet. */
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
