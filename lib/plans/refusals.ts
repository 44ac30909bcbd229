// Lists the arguments against buying: what no listed plan covers, why one certificate is not enough, and certificates that cost less or exist
// already.
import { judgeCoverage } from '../certificate/judge/coverage.ts';
import { isWithin } from '../address/host.ts';
import { registrableDomain } from '../address/public-suffix.ts';
import { highestLevel, SERVICE_IDS } from './catalogue.ts';
import type { PlanLevel, ServiceId } from './catalogue.ts';
import type { Need } from './need.ts';
import { reachesLevel, wildcardParent } from './offering.ts';
import type { Offering } from './offering.ts';
import { isIssuable } from '../address/site.ts';
import type { PresentCertificate } from './site-facts.ts';
import type { SiteHost } from '../address/site.ts';

export type Refusal =
  /** No host is named. */
  | { readonly id: 'no-host' }
  /** EV is needed, and no listed plan has it. */
  | { readonly id: 'extended-validation' }
  /** A bare IP address. */
  | { readonly id: 'address'; readonly host: string }
  | { readonly id: 'private-name'; readonly host: string }
  | { readonly id: 'public-suffix'; readonly host: string }
  | { readonly id: 'several-domains'; readonly domains: readonly string[] }
  /** The hosts are under several names, e.g. `a.example.com` and `b.c.example.com`. */
  | { readonly id: 'two-levels'; readonly parents: readonly string[] }
  /** The name itself is needed, and the plan that covers the rest is a wildcard. */
  | { readonly id: 'apex'; readonly host: string; readonly level: PlanLevel }
  /** Plans cover each part, but none covers all of it; listed only when no other argument explains that. */
  | { readonly id: 'nothing-fits' }
  /** Names of a kind that is reserved for tests, one of each domain. */
  | { readonly id: 'reserved-name'; readonly hosts: readonly string[] }
  /** Names with an end that the public suffix list does not know, one of each domain. */
  | { readonly id: 'unknown-suffix'; readonly hosts: readonly string[] }
  /** The certificate in use covers all of it. `until`: ms since epoch. */
  | { readonly id: 'present-certificate'; readonly until: number }
  /** A free DV certificate from an ACME CA encrypts equally well; `services` and `organization`: what the plan adds. */
  | {
      readonly id: 'free-certificate';
      readonly services: readonly ServiceId[];
      readonly organization: boolean;
    };

/** Lists every argument that applies: those against a single certificate first, advice last. `now`: ms since epoch. */
export function listRefusals(
  need: Need,
  { fit, offerings }: { readonly fit: Offering | null; readonly offerings: readonly Offering[] },
  now: number,
): readonly Refusal[] {
  const against = [
    ...nothingAsked(need),
    ...unlistedLevel(need, offerings),
    ...need.hosts.flatMap(notIssuable),
    ...(fit === null ? notByOne(need, offerings) : []),
  ];
  return [
    ...against,
    ...(fit === null && against.length === 0 ? [{ id: 'nothing-fits' } as const] : []),
    ...doubtful(need, 'reserved', 'reserved-name'),
    ...doubtful(need, 'unknown-suffix', 'unknown-suffix'),
    ...presentCertificate(need, now),
    freeCertificate(need, fit),
  ];
}

function nothingAsked({ hosts, wildcards }: Need): readonly Refusal[] {
  return hosts.length + wildcards.length === 0 ? [{ id: 'no-host' }] : [];
}

function unlistedLevel(need: Need, offerings: readonly Offering[]): readonly Refusal[] {
  return need.level === 'EV' && !hasLevel(offerings, need.level) ? [{ id: 'extended-validation' }] : [];
}

function notIssuable({ host, kind }: SiteHost): readonly Refusal[] {
  switch (kind) {
    case 'address':
      return [{ id: 'address', host }];
    case 'private':
      return [{ id: 'private-name', host }];
    case 'suffix':
      return [{ id: 'public-suffix', host }];
    case 'public':
    case 'reserved':
    case 'unknown-suffix':
      return [];
  }
}

function doubtful(
  { hosts }: Need,
  kind: SiteHost['kind'],
  id: 'reserved-name' | 'unknown-suffix',
): readonly Refusal[] {
  const named = hosts.filter((one, at) => one.kind === kind && isFirstOfDomain(one, at, hosts));
  return named.length === 0 ? [] : [{ id, hosts: named.map(({ host }) => host) }];
}

function isFirstOfDomain({ domain }: SiteHost, at: number, hosts: readonly SiteHost[]): boolean {
  return hosts.findIndex((one) => one.domain === domain) === at;
}

/** Why one certificate is not enough: several domains first, then the reasons within each. */
function notByOne(need: Need, offerings: readonly Offering[]): readonly Refusal[] {
  const hosts = need.hosts.filter(isIssuable);
  const ofWildcards = need.wildcards.flatMap((parent) => registrableDomain(parent) ?? []);
  const domains = [...new Set([...hosts.map(({ domain }) => domain), ...ofWildcards])];
  const within = domains.flatMap((domain) =>
    notByOneOfDomain(
      hosts.filter((one) => one.domain === domain),
      need.wildcards.filter((parent) => isWithin(parent, domain)),
      need.level,
      offerings,
    ),
  );
  return domains.length > 1 ? [{ id: 'several-domains', domains }, ...within] : within;
}

/** `hosts`, `wildcards`: those of one domain. */
function notByOneOfDomain(
  hosts: readonly SiteHost[],
  wildcards: readonly string[],
  level: PlanLevel,
  offerings: readonly Offering[],
): readonly Refusal[] {
  const below = hosts.filter(({ host, domain }) => host !== domain);
  const parents = new Set([...below.flatMap(({ host }) => wildcardParent(host) ?? []), ...wildcards]);
  const apex = hosts.find(({ host, domain }) => host === domain);
  const isAlone = hosts.length === 1 && wildcards.length === 0;
  // Alone it is a reason only when every plan that covers the rest is a wildcard.
  const isApexInTheWay = !isAlone || (hasLevel(offerings, level) && !hasSingle(offerings));
  return [
    ...(parents.size > 1 ? [{ id: 'two-levels', parents: [...parents].toSorted() } as const] : []),
    ...(apex !== undefined && isApexInTheWay ? [{ id: 'apex', host: apex.host, level } as const] : []),
  ];
}

/** Whether some plan for one host covers everything except the hosts. */
function hasSingle(offerings: readonly Offering[]): boolean {
  return offerings.some(
    ({ plan, lacks }) =>
      plan.coverage === 'host' && lacks.every(({ kind }) => kind !== 'level' && kind !== 'service'),
  );
}

function hasLevel(offerings: readonly Offering[], level: PlanLevel): boolean {
  return offerings.some(({ variant }) => reachesLevel(variant.level, level));
}

/** Only a certificate that the browser accepted and that the owner could keep using counts. That the seller issues another level is no reason. */
function presentCertificate(need: Need, now: number): readonly Refusal[] {
  const { hosts, wildcards, present } = need;
  if (hosts.length + wildcards.length === 0) return [];
  const usable = present.filter(
    (one) => one.accepted && one.notAfter > now && isOfLevel(one, ownLevel(need)),
  );
  const covering = hosts.map(({ host }) =>
    usable.filter(({ named }) => judgeCoverage(named, [host])[0]?.covered === true),
  );
  const open = wildcards.map((parent) => usable.filter((one) => one.wildcards.includes(parent)));
  const all = [...covering, ...open];
  if (all.some((certificates) => certificates.length === 0)) return [];
  // Each host is covered by its longest-lived certificate; the first of those to expire ends the coverage.
  const ends = all.map((certificates) => Math.max(...certificates.map(({ notAfter }) => notAfter)));
  return [{ id: 'present-certificate', until: Math.min(...ends) }];
}

/** The level that is needed for the site itself. */
function ownLevel({ reasons }: Need): PlanLevel {
  const wanted = reasons
    .filter(({ on, source }) => on && source !== 'seller')
    .map(({ effect }) => (effect.kind === 'level' ? effect.level : 'DV'));
  return highestLevel(wanted);
}

function isOfLevel({ level }: PresentCertificate, wanted: PlanLevel): boolean {
  return wanted === 'DV' || level === wanted || level === 'EV';
}

function freeCertificate(need: Need, fit: Offering | null): Refusal {
  const services = fit === null ? [] : SERVICE_IDS.filter((service) => fit.plan.services[service] !== 'no');
  return { id: 'free-certificate', services, organization: (fit?.variant.level ?? need.level) !== 'DV' };
}
