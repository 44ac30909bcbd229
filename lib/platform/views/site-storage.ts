// What owners answered about their sites: on this device, for the last sites, never for what was opened in a private window.
import { dropSite, putSite, readSites } from '../../plans/stored-answers.ts';
import type { SiteAnswers } from '../../plans/stored-answers.ts';
import { SITES_KEY } from '../storage-keys.ts';
import { defineItem, repairedBy } from '../storage.ts';

/** Every site with its answers, the last one at the end. */
export const storedSites = defineItem<readonly SiteAnswers[]>(SITES_KEY, {
  schema: repairedBy(readSites),
  fallback: [],
});

/** Keeps the answers for a site; rejects when the browser could not. */
export async function writeSiteAnswers(entry: SiteAnswers): Promise<void> {
  await storedSites.change((sites) => putSite(sites, entry));
}

/** Forgets the answers for a site. */
export async function forgetSiteAnswers(site: string): Promise<void> {
  await storedSites.change((sites) => dropSite(sites, site));
}
