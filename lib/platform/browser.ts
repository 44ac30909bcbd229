// The one place that knows which browser this is, and the browser's object for background and pages.
import browser from 'webextension-polyfill';

export { browser };

/** Fixed when the extension is built: one package per browser. */
export const BROWSER: 'firefox' | 'chromium' = import.meta.env.FIREFOX ? 'firefox' : 'chromium';

/** The sites that the extension is allowed to look at. */
export const SITES: readonly string[] = ['http://*/*', 'https://*/*'];
