// The answers for the last sites, as one stored list; the last element is the site that was answered last.
import * as v from 'valibot';
import { readAnswers } from './answers.ts';
import type { Answers } from './answers.ts';

export const MAX_SITES = 50;

export interface SiteAnswers {
  /** The registrable domain, or the host itself when it has none. */
  readonly site: string;
  /** The host that the user asked about. */
  readonly host: string;
  readonly answers: Answers;
}

const name = v.pipe(v.string(), v.maxLength(253));
const list = v.array(v.object({ site: name, host: name, answers: v.unknown() }));

/** The list in whatever storage returned. */
export function readSites(stored: unknown): readonly SiteAnswers[] {
  const result = v.safeParse(list, stored);
  if (!result.success) return [];
  return result.output
    .slice(-MAX_SITES)
    .map(({ site, host, answers }) => ({ site, host, answers: readAnswers(answers) }));
}

/** The list with a site's answers at the end; the oldest site is dropped when there are too many. */
export function putSite(sites: readonly SiteAnswers[], entry: SiteAnswers): readonly SiteAnswers[] {
  return [...dropSite(sites, entry.site), entry].slice(-MAX_SITES);
}

export function dropSite(sites: readonly SiteAnswers[], site: string): readonly SiteAnswers[] {
  return sites.filter((known) => known.site !== site);
}
