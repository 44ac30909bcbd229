// What owners said of their sites, in `storage.local`: on this device, for the last sites, never for what was opened in a private window.
import { dropSite, putSite, readSites } from '../plans/stored-answers.ts';
import type { SiteAnswers } from '../plans/stored-answers.ts';
import { browser } from './browser.ts';

const KEY = 'sites';

/** Every site with its answers, the last one at the end. */
export async function readSiteAnswers(): Promise<readonly SiteAnswers[]> {
  return readSites((await browser.storage.local.get(KEY))[KEY]);
}

/** Keeps the answers for a site; rejects when the browser could not. One after the other, so that none is lost. */
export function writeSiteAnswers(entry: SiteAnswers): Promise<void> {
  return change((sites) => putSite(sites, entry));
}

/** Forgets what was said of a site. */
export function forgetSiteAnswers(site: string): Promise<void> {
  return change((sites) => dropSite(sites, site));
}

let changing: Promise<void> = Promise.resolve();

async function change(apply: (sites: readonly SiteAnswers[]) => readonly SiteAnswers[]): Promise<void> {
  const before = changing;
  const changed = (async (): Promise<void> => {
    // What became of the change before was told to whoever asked for it.
    await before.catch(() => undefined);
    await browser.storage.local.set({ [KEY]: apply(await readSiteAnswers()) });
  })();
  changing = changed;
  return changed;
}
