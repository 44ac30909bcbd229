// The browser's object for background and pages.
import browser from 'webextension-polyfill';

export { BROWSER } from './built-for.ts';
export { browser };

/** The sites that the extension is allowed to look at. */
export const SITES: readonly string[] = ['http://*/*', 'https://*/*'];
