// What owners said of their sites, in `storage.local`: on this device, for the last sites, never for what was opened in a private window.
import { dropSite, putSite, readSites } from '../../plans/stored-answers.ts';
import type { SiteAnswers } from '../../plans/stored-answers.ts';
import { browser } from '../browser.ts';
import { SITES_KEY as KEY } from '../storage-keys.ts';
import { change } from '../stored.ts';

/** Every site with its answers, the last one at the end. */
export async function readSiteAnswers(): Promise<readonly SiteAnswers[]> {
  return readSites((await browser.storage.local.get(KEY))[KEY]);
}

/** Keeps the answers for a site; rejects when the browser could not. */
export async function writeSiteAnswers(entry: SiteAnswers): Promise<void> {
  await change(KEY, (stored) => putSite(readSites(stored), entry));
}

/** Forgets what was said of a site. */
export async function forgetSiteAnswers(site: string): Promise<void> {
  await change(KEY, (stored) => dropSite(readSites(stored), site));
}
