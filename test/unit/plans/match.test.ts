// From needs to plans: the table, and what holds for every need.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeCoverage } from '../../../lib/certificate/judge/coverage.ts';
import { NO_ANSWERS } from '../../../lib/plans/answers.ts';
import type { Answers } from '../../../lib/plans/answers.ts';
import { match } from '../../../lib/plans/match.ts';
import type { Match } from '../../../lib/plans/match.ts';
import { need } from '../../../lib/plans/need.ts';
import type { Need } from '../../../lib/plans/need.ts';
import { plannedCertificate, reachesLevel } from '../../../lib/plans/offering.ts';
import type { Refusal } from '../../../lib/plans/refusals.ts';
import { unseenSite } from '../../../lib/plans/site-facts.ts';
import type { PresentCertificate, SiteFacts } from '../../../lib/plans/site-facts.ts';
import { readSiteHost } from '../../../lib/address/site.ts';
import { CATALOGUE } from './packaged-catalogue.ts';
import { MATCH_TABLE } from './match-table.ts';
import type { MatchRow, PresentRow } from './match-table.ts';

const NOW = Date.UTC(2026, 10, 25);
const LATER = Date.UTC(2027, 0, 1);

function siteOf(host: string): NonNullable<ReturnType<typeof readSiteHost>> {
  const site = readSiteHost(host);
  if (site === null) throw new Error(`${host} is no host`);
  return site;
}

function presentOf({ names, level = 'DV', fault }: PresentRow): PresentCertificate {
  return {
    host: names[0] ?? '',
    source: fault === 'log' ? 'log' : 'page',
    named: plannedCertificate(names),
    level,
    organization: level === 'OV' || level === 'EV' ? 'Example Ltd' : null,
    wildcards: names.filter((name) => name.startsWith('*.')).map((name) => name.slice(2)),
    notAfter: fault === 'expired' ? NOW - 1000 : LATER,
    accepted: fault === undefined || fault === 'expired',
  };
}

function needOf({ hosts, on = [], off = [], present }: MatchRow): Need {
  const bare = hosts.map((host) => siteOf(host.replace(/^[+-]/, '')).host);
  const marks = hosts.map((host) => host.charAt(0));
  const seen = bare.filter((_, index) => marks[index] !== '+');
  const typed = bare.filter((_, index) => marks[index] === '+');
  const base = unseenSite(siteOf(bare[0] ?? ''));
  const facts: SiteFacts = {
    ...base,
    pages: seen.length,
    hosts: seen.length === 0 ? base.hosts : seen.map((host) => ({ host, pages: 1 })),
    mixed: on.includes('mixed-content') ? 3 : 0,
    certificates: present === undefined ? [] : [presentOf(present)],
  };
  const switchedOff = [
    ...off,
    ...bare.filter((_, index) => marks[index] === '-').map((host) => `host:${host}`),
  ];
  const switches = Object.fromEntries([
    ...on.map((id) => [id, true]),
    ...switchedOff.map((id) => [id, false]),
  ]);
  const answered = need(facts, { ...NO_ANSWERS, hosts: typed, switches }, CATALOGUE);
  const unknown = Object.keys(switches).filter((id) => answered.reasons.every((reason) => reason.id !== id));
  if (unknown.length > 0) throw new Error(`There is no reason ${unknown.join(', ')}`);
  return answered;
}

function fitOf({ fit }: Match): string {
  if (fit === null) return 'none';
  const { plan, variant, names } = fit;
  return `${plan.id} ${variant.level} ${variant.price / 100}: ${names.join(' ')}`;
}

function describeRefusal(refusal: Refusal): string {
  switch (refusal.id) {
    case 'several-domains':
      return `${refusal.id} ${refusal.domains.join(' ')}`;
    case 'two-levels':
      return `${refusal.id} ${refusal.parents.join(' ')}`;
    case 'reserved-name':
    case 'unknown-suffix':
      return `${refusal.id} ${refusal.hosts.join(' ')}`;
    case 'no-host':
    case 'nothing-fits':
    case 'extended-validation':
    case 'free-certificate':
    case 'present-certificate':
      return refusal.id;
    case 'address':
    case 'apex':
    case 'private-name':
    case 'public-suffix':
      return `${refusal.id} ${refusal.host}`;
  }
}

function combinationOf({ combination }: Match): string | undefined {
  if (combination === null) return undefined;
  const parts = combination.certificates.map(({ plan, name }) => `${plan.id} ${name}`);
  return `${parts.join(' + ')} = ${combination.yearly / 100}`;
}

for (const [group, rows] of Object.entries(MATCH_TABLE)) {
  describe(group, () => {
    it.each(rows.map((row) => [row.what, row] as const))('%s', (_, row) => {
      const result = match(needOf(row), CATALOGUE, NOW);
      expect(fitOf(result)).toBe(row.fit);
      expect(result.refusals.map(describeRefusal)).toEqual([...(row.refusals ?? []), 'free-certificate']);
      expect(combinationOf(result)).toBe(row.combination);
    });
  });
}

it('the table has sixty needs and more', () => {
  expect(Object.values(MATCH_TABLE).flat().length).toBeGreaterThanOrEqual(60);
});

const HOSTS = [
  'example.com',
  'www.example.com',
  'a.example.com',
  'b.a.example.com',
  'c.b.a.example.com',
  'example.co.uk',
  'shop.example.co.uk',
  'city.gov.cn',
  'www.city.gov.cn',
  'school.edu',
  'example.jp',
  'x.y.example.org',
  'shop.github.io',
  'lab.test',
  'a.lab.test',
  'www.shop.lab',
  'com',
  'co.uk',
  'intranet',
  'nas.local',
  '192.0.2.7',
  '2001:db8::1',
  'xn--bcher-kva.example.com',
  'a_b.example.com',
];

/** Any site, any answers. */
const anyNeed = fc
  .record({
    seen: fc.uniqueArray(fc.constantFrom(...HOSTS), { minLength: 1, maxLength: 8 }),
    typed: fc.uniqueArray(fc.constantFrom(...HOSTS), { maxLength: 4 }),
    flips: fc.array(fc.nat(), { maxLength: 8 }),
    present: fc.option(
      fc.record({
        names: fc.array(fc.constantFrom(...HOSTS, '*.example.com', '*.a.example.com'), { maxLength: 3 }),
        level: fc.constantFrom('DV', 'OV', 'EV', 'unknown'),
      } as const),
    ),
  })
  .map(({ seen, typed, flips, present }): Need => {
    const facts: SiteFacts = {
      ...unseenSite(siteOf(seen[0] ?? '')),
      pages: 1,
      hosts: seen.map((host) => ({ host, pages: 1 })),
      mixed: 1,
      plainHttp: seen[0] ?? null,
      certificates: present === null ? [] : [presentOf(present)],
    };
    const answers: Answers = { ...NO_ANSWERS, hosts: typed };
    const { reasons } = need(facts, answers, CATALOGUE);
    const switches = flips.flatMap((flip) => {
      const reason = reasons[flip % reasons.length];
      return reason === undefined ? [] : [[reason.id, !reason.byDefault] as const];
    });
    return need(facts, { ...answers, switches: Object.fromEntries(switches) }, CATALOGUE);
  });

function areCovered(names: readonly string[], { hosts }: Need): boolean {
  return judgeCoverage(
    plannedCertificate(names),
    hosts.map(({ host }) => host),
  ).every(({ covered }) => covered);
}

describe('whatever a site needs', () => {
  it('a recommended plan covers all of it', () => {
    fc.assert(
      fc.property(anyNeed, (wanted) => {
        const { fit } = match(wanted, CATALOGUE, NOW);
        if (fit === null) return;
        expect(areCovered(fit.names, wanted)).toBe(true);
        expect(fit.names).toHaveLength(1);
        expect(wanted.wildcards.every((parent) => fit.names.includes(`*.${parent}`))).toBe(true);
        expect(reachesLevel(fit.variant.level, wanted.level)).toBe(true);
        expect(wanted.services.every((service) => fit.plan.services[service] !== 'no')).toBe(true);
        expect(fit.names.some((name) => name.startsWith('*')) ? 'wildcard' : 'host').toBe(fit.plan.coverage);
      }),
      { numRuns: 500 },
    );
  });

  it('a combination covers all of it, with certificates of its plans and the sum of their prices', () => {
    fc.assert(
      fc.property(anyNeed, (wanted) => {
        const { combination, fit } = match(wanted, CATALOGUE, NOW);
        if (combination === null) return;
        expect(
          areCovered(
            combination.certificates.map(({ name }) => name),
            wanted,
          ),
        ).toBe(true);
        for (const { plan, variant, name } of combination.certificates) {
          expect(name.startsWith('*') ? 'wildcard' : 'host').toBe(plan.coverage);
          expect(reachesLevel(variant.level, wanted.level)).toBe(true);
          expect(judgeCoverage(plannedCertificate([name]), [name.replace('*', 'any')])[0]?.covered).toBe(
            true,
          );
        }
        expect(combination.yearly).toBe(
          combination.certificates.reduce((sum, { variant }) => sum + variant.price, 0),
        );
        expect(combination.yearly).toBeLessThan(fit?.variant.price ?? Number.POSITIVE_INFINITY);
      }),
      { numRuns: 500 },
    );
  });

  it('an answer without a plan has a reason, and the free certificate is always listed', () => {
    fc.assert(
      fc.property(anyNeed, (wanted) => {
        const { fit, refusals } = match(wanted, CATALOGUE, NOW);
        expect(refusals.at(-1)?.id).toBe('free-certificate');
        const against = refusals.filter(({ id }) => !/^(?:free|present|reserved|unknown)/.test(id));
        expect(against.length > 0).toBe(fit === null);
        // The packaged catalogue leaves nothing unexplained.
        expect(against.map(({ id }) => id)).not.toContain('nothing-fits');
      }),
      { numRuns: 500 },
    );
  });

  it('no plan is recommended where no public CA issues', () => {
    fc.assert(
      fc.property(anyNeed, (wanted) => {
        if (wanted.hosts.every(({ kind }) => !['address', 'private', 'suffix'].includes(kind))) return;
        const { fit, combination } = match(wanted, CATALOGUE, NOW);
        expect([fit, combination]).toEqual([null, null]);
      }),
    );
  });
});
