// The organisation's policy as views need it: with its catalogue, its campaign and its mistakes. The background needs its settings only
// (settings.ts), and is spared the catalogue.
import { readManagedPolicy } from '../../settings/policy.ts';
import type { ManagedPolicy } from '../../settings/policy.ts';
import { browser } from '../browser.ts';

/** What holds now. */
export async function loadPolicy(): Promise<ManagedPolicy> {
  try {
    return readManagedPolicy(await browser.storage.managed.get(null));
  } catch {
    // Firefox rejects when nobody manages the extension. https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/storage/managed
    return readManagedPolicy({});
  }
}
