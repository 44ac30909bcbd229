// Compares one plan at one level with a need: the names of its certificate, the hosts that they cover, and what is missing. The function that judges
// real certificates decides which hosts a name covers.
import { judgeCoverage } from '../certificate/judge/coverage.ts';
import type { HostCoverage, NamedCertificate } from '../certificate/judge/coverage.ts';
import { scopeOf } from '../certificate/judge/name-scope.ts';
import { PLAN_LEVELS } from './catalogue.ts';
import type { Plan, PlanLevel, ServiceId, Variant } from './catalogue.ts';
import type { Need } from './need.ts';
import { isIssuable } from '../address/site.ts';

/** A part of the need that a plan does not cover. */
export type Lack =
  | { readonly kind: 'host'; readonly coverage: HostCoverage }
  /** Hosts directly under this name, seen or not. */
  | { readonly kind: 'wildcard'; readonly parent: string }
  | { readonly kind: 'level'; readonly level: PlanLevel }
  | { readonly kind: 'service'; readonly service: ServiceId }
  /** No public CA issues for this host, so no plan covers it. */
  | { readonly kind: 'not-issuable'; readonly host: string };

export interface Offering {
  readonly plan: Plan;
  readonly variant: Variant;
  /** Entries of the certificate's name list. Empty when nothing has to be covered. */
  readonly names: readonly string[];
  readonly coverage: readonly HostCoverage[];
  readonly lacks: readonly Lack[];
}

/** The key of an offering within a catalogue. */
export function keyOf({ plan, variant }: Pick<Offering, 'plan' | 'variant'>): string {
  return `${plan.id} ${variant.level}`;
}

/** A planned certificate, with the fields that decide its coverage. */
export function plannedCertificate(names: readonly string[]): NamedCertificate {
  return { names: names.map((value) => ({ kind: 'dns', value })), extensions: [], subject: [] };
}

/** The parent of a host, when a wildcard may stand there; null otherwise. */
export function wildcardParent(host: string): string | null {
  const parent = host.slice(host.indexOf('.') + 1);
  return isWildcardAllowed(parent) && host.includes('.') ? parent : null;
}

export function isWildcardAllowed(parent: string): boolean {
  return scopeOf({ kind: 'dns', value: `*.${parent}` }).reach === 'one-level';
}

export function reachesLevel(level: PlanLevel, wanted: PlanLevel): boolean {
  return PLAN_LEVELS.indexOf(level) >= PLAN_LEVELS.indexOf(wanted);
}

/** Compares a plan at a level with the need, with the names that cover most. */
export function judgeOffering(plan: Plan, variant: Variant, need: Need): Offering {
  const candidates = candidateNames(plan, need).map((name) => withNames(plan, variant, [name], need));
  const first = candidates[0] ?? withNames(plan, variant, [], need);
  return candidates.reduce((best, one) => (one.lacks.length < best.lacks.length ? one : best), first);
}

/** The possible names of the certificate. The first is used when several cover equally much. */
function candidateNames({ coverage }: Plan, { hosts, wildcards }: Need): readonly string[] {
  const issuable = hosts.filter(isIssuable).map(({ host }) => host);
  if (coverage === 'host') return issuable;
  const parents = [...wildcards, ...issuable.flatMap((host) => wildcardParent(host) ?? [])];
  // A wildcard for the domain itself is better than none: it covers future subdomains.
  const domains = hosts.filter(isIssuable).map(({ domain }) => domain);
  return [...new Set([...parents, ...domains])].filter(isWildcardAllowed).map((parent) => `*.${parent}`);
}

function withNames(plan: Plan, variant: Variant, names: readonly string[], need: Need): Offering {
  const blocked = need.hosts.filter((host) => !isIssuable(host));
  const hosts = need.hosts.filter(isIssuable).map(({ host }) => host);
  const coverage = judgeCoverage(plannedCertificate(names), hosts);
  const lacks: readonly Lack[] = [
    ...blocked.map(({ host }): Lack => ({ kind: 'not-issuable', host })),
    ...coverage.filter(({ covered }) => !covered).map((one): Lack => ({ kind: 'host', coverage: one })),
    ...need.wildcards
      .filter((parent) => !names.includes(`*.${parent}`))
      .map((parent): Lack => ({ kind: 'wildcard', parent })),
    ...(reachesLevel(variant.level, need.level) ? [] : [{ kind: 'level', level: need.level } as const]),
    ...need.services
      .filter((service) => plan.services[service] === 'no')
      .map((service): Lack => ({ kind: 'service', service })),
  ];
  return { plan, variant, names, coverage, lacks };
}
