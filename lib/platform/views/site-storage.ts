// The owners' answers about their sites: stored on this device for the latest sites, never for sites opened in a private window.
import { dropSite, putSite, readSites } from '../../plans/stored-answers.ts';
import type { SiteAnswers } from '../../plans/stored-answers.ts';
import { SITES_KEY } from '../storage-keys.ts';
import { defineItem, repairedBy } from '../storage.ts';

/** Every site with its answers, oldest first. */
export const storedSites = defineItem<readonly SiteAnswers[]>(SITES_KEY, {
  schema: repairedBy(readSites),
  fallback: [],
});

/** Stores the answers for a site; rejects when the browser could not. */
export async function writeSiteAnswers(entry: SiteAnswers): Promise<void> {
  await storedSites.change((sites) => putSite(sites, entry));
}

/** Deletes the answers for a site. */
export async function forgetSiteAnswers(site: string): Promise<void> {
  await storedSites.change((sites) => dropSite(sites, site));
}
