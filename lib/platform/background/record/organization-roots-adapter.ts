// The organisation's own roots as the background needs them for every connection: read once per start of the worker, and again when the policy changes.
import { NO_ROOTS, parseOrganizationRoots } from '../../../settings/organization-roots.ts';
import type { OrganizationRoots } from '../../../settings/organization-roots.ts';
import { browser } from '../../browser.ts';

/** Gives the list that holds now. Call in the worker's first tick: it registers a listener. */
export function watchOrganizationRoots(): () => Promise<OrganizationRoots> {
  let current = readRoots();
  browser.storage.onChanged.addListener((_changes, area) => {
    if (area === 'managed') current = readRoots();
  });
  return () => current;
}

async function readRoots(): Promise<OrganizationRoots> {
  try {
    return parseOrganizationRoots(await browser.storage.managed.get(null));
  } catch {
    // Firefox rejects when nobody manages the extension. https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/storage/managed
    return NO_ROOTS;
  }
}
