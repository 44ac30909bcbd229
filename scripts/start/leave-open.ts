// Leaves a browser to the user until they close it.
import { TargetType } from 'puppeteer-core';
import type { OpenBrowser } from '../browser/browser-options.ts';

const LOAD_TIMEOUT = 30_000;

/** Shows the page in the browser's first tab. Resolves when the browser or its last tab is closed. */
export async function leaveOpen(open: OpenBrowser, startPage: string): Promise<void> {
  const { browser, extensionPage } = open;
  await open.goTo(extensionPage, startPage, LOAD_TIMEOUT);
  console.log(`${open.version} shows ${startPage}. Close it, or press Ctrl+C here, to end.`);
  await Promise.race([open.gone, lastTabClosed()]);

  /** On macOS, and with a driver attached, a browser continues without a window. */
  async function lastTabClosed(): Promise<void> {
    await new Promise<void>((closed) => {
      browser.on('targetdestroyed', () => {
        if (!browser.targets().some((target) => target.type() === TargetType.PAGE)) closed();
      });
    });
  }
}
