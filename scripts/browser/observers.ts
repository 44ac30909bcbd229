// Whether the extension's observers in a tab still have something to look at or to report: what a fixed pause can only guess.
import type { Browser as WebExtension } from 'webextension-polyfill';
import type { OpenBrowser } from './browser-options.ts';
import { within } from './until.ts';

/** In an extension's page, where the functions given to evaluate() run; promises are the same in both browsers. */
declare const chrome: WebExtension;

/** How long all frames of a tab may take to answer, ms. One that is stuck in a script answers never. */
const PATIENCE = 1000;

/**
 * True while a frame is still being parsed, looked at or reported, and when one does not answer. A frame without an observer (the browser's
 * own error page, a frame that was blocked) has nothing to say.
 */
export function isObserving({ extensionPage }: OpenBrowser, tabId: number): Promise<boolean> {
  const asked = extensionPage
    .evaluate(async (id) => {
      // Two functions deep, because both are sent elsewhere as text.
      // oxlint-disable-next-line unicorn/consistent-function-scoping
      const isBusy = (): boolean => {
        // Put there by the observer: entrypoints/observer.
        const { isObserverBusy } = globalThis as { readonly isObserverBusy?: () => boolean };
        return isObserverBusy?.() ?? false;
      };
      // Waits for each frame to be parsed.
      const target = { tabId: id, allFrames: true };
      const frames = await chrome.scripting.executeScript({ target, func: isBusy });
      return frames.some(({ result }) => result === true);
    }, tabId)
    // A page where no extension may look, or a tab that is gone.
    .catch(() => false);
  return within(asked, PATIENCE, true);
}
