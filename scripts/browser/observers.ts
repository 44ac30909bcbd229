// Whether the extension's observers in a tab still have something to scan or to report, which a fixed pause could only guess.
import type { Browser as WebExtension } from 'webextension-polyfill';
import type { OpenBrowser } from './browser-options.ts';
import { within } from './until.ts';

/** An extension's page, in which functions passed to evaluate() run; promises are the same in both browsers. */
declare const chrome: WebExtension;

/** The time limit for all frames of a tab to answer, ms. One that hangs in a script never answers. */
const PATIENCE = 1000;

/**
 * True while a frame is being parsed, scanned or reported, and when one does not answer. A frame without an observer (the browser's own error page, a
 * blocked frame) has nothing to report.
 */
export function isObserving({ extensionPage }: OpenBrowser, tabId: number): Promise<boolean> {
  const asked = extensionPage
    .evaluate(async (id) => {
      // Nested functions, because both are sent elsewhere as text.
      // oxlint-disable-next-line unicorn/consistent-function-scoping
      const isBusy = (): boolean => {
        // Set by the observer: entrypoints/observer.
        const { isObserverBusy } = globalThis as { readonly isObserverBusy?: () => boolean };
        return isObserverBusy?.() ?? false;
      };
      // Waits until each frame is parsed.
      const target = { tabId: id, allFrames: true };
      const frames = await chrome.scripting.executeScript({ target, func: isBusy });
      return frames.some(({ result }) => result === true);
    }, tabId)
    // A page to which no extension has access, or a closed tab.
    .catch(() => false);
  return within(asked, PATIENCE, true);
}
