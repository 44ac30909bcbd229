// The browser's API object for background and pages.
import browser from 'webextension-polyfill';

export { BROWSER } from './built-for.ts';
export { browser };

/** The sites to which the extension has access. */
export const SITES: readonly string[] = ['http://*/*', 'https://*/*'];
