// Opens a browser with a policy. Where the machine does not allow placing one, the test is skipped with the reason.
import { PolicyPlaceError } from '../../scripts/browser/managed-policy.ts';
import { openBrowser } from '../../scripts/browser/open-browser.ts';
import type { BrowserOptions, OpenBrowser } from '../../scripts/browser/browser-options.ts';
import { test } from './in-browser.ts';

/** Closes the browser when the work has finished. */
export async function inBrowserOrSkip(
  options: BrowserOptions,
  work: (open: OpenBrowser) => Promise<void>,
): Promise<void> {
  let open: OpenBrowser;
  try {
    open = await openBrowser(options);
  } catch (error) {
    if (!(error instanceof PolicyPlaceError)) throw error;
    console.warn(`NOT TESTED: ${error.message}`);
    test.skip(true, error.message);
    return;
  }
  try {
    await work(open);
  } finally {
    await open.close();
  }
}
