// The answers of several sites in one stored value.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_ANSWERS } from '../../../lib/plans/answers.ts';
import { dropSite, MAX_SITES, putSite, readSites } from '../../../lib/plans/stored-answers.ts';
import type { SiteAnswers } from '../../../lib/plans/stored-answers.ts';

function entry(site: string, years = 1): SiteAnswers {
  return { site, host: `www.${site}`, answers: { ...NO_ANSWERS, years } };
}

describe('the answers of sites', () => {
  it('are one entry each, the last one at the end', () => {
    const sites = putSite(
      putSite(putSite([], entry('a.example')), entry('b.example')),
      entry('a.example', 3),
    );
    expect(sites).toEqual([entry('b.example'), entry('a.example', 3)]);
    expect(readSites(JSON.parse(JSON.stringify(sites)))).toEqual(sites);
    expect(dropSite(sites, 'b.example')).toEqual([entry('a.example', 3)]);
  });

  it('are kept for the last sites only', () => {
    let sites: readonly SiteAnswers[] = [];
    for (let index = 0; index < MAX_SITES + 5; index += 1) sites = putSite(sites, entry(`${index}.example`));
    expect(sites).toHaveLength(MAX_SITES);
    expect(sites[0]).toEqual(entry('5.example'));
  });

  it('are read beside entries of any other form', () => {
    expect(readSites([{ site: 'a.example', host: 'a.example', answers: { years: 99 } }])).toEqual([
      { site: 'a.example', host: 'a.example', answers: NO_ANSWERS },
    ]);
    fc.assert(
      fc.property(fc.anything(), (stored) => {
        expect(readSites(stored).every(({ answers }) => answers.years >= 1)).toBe(true);
      }),
    );
  });
});
