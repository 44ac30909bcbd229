// Finds the cheapest set of certificates that together cover what one cannot, for a year at list prices.
import type { Catalogue, Plan, Variant } from './catalogue.ts';
import type { Need } from './need.ts';
import { isWildcardAllowed, reachesLevel, wildcardParent } from './offering.ts';
import { isIssuable } from '../address/site.ts';

export interface PlannedCertificate {
  readonly plan: Plan;
  readonly variant: Variant;
  /** The only entry of its name list. */
  readonly name: string;
}

export interface Combination {
  readonly certificates: readonly PlannedCertificate[];
  /** Fen for a year, without offers. */
  readonly yearly: number;
}

/**
 * The cheapest set for a need; null when no set of listed plans covers it, or nothing has to be covered. Hosts under different parents never share a
 * certificate (a wildcard stands for one level), so each parent is solved separately.
 */
export function combine(need: Need, { plans }: Catalogue): Combination | null {
  if (need.hosts.some((host) => !isIssuable(host))) return null;
  const single = cheapest(need, plans, 'host');
  const wildcard = cheapest(need, plans, 'wildcard');
  const certificates: PlannedCertificate[] = [];
  for (const [parent, hosts] of byParent(need)) {
    const singles = single === null ? null : hosts.map((name) => ({ ...single, name }));
    const allowed = wildcard !== null && isWildcardAllowed(parent);
    const whole = allowed ? [{ ...wildcard, name: `*.${parent}` }] : null;
    const chosen = need.wildcards.includes(parent) ? whole : cheaper(singles, whole);
    if (chosen === null) return null;
    certificates.push(...chosen);
  }
  if (certificates.length === 0) return null;
  return { certificates, yearly: sum(certificates) };
}

/** Groups the needed hosts by parent, including the wildcards. */
function byParent(need: Need): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>(need.wildcards.map((parent) => [parent, []]));
  for (const { host } of need.hosts) {
    // A host whose parent may have no wildcard is a group of its own.
    const parent = wildcardParent(host) ?? host.slice(host.indexOf('.') + 1);
    groups.set(parent, [...(groups.get(parent) ?? []), host]);
  }
  return groups;
}

function cheapest(
  { level, services }: Need,
  plans: readonly Plan[],
  coverage: Plan['coverage'],
): Omit<PlannedCertificate, 'name'> | null {
  const fitting = plans
    .filter(
      (plan) => plan.coverage === coverage && services.every((service) => plan.services[service] !== 'no'),
    )
    .flatMap((plan) => plan.variants.map((variant) => ({ plan, variant })))
    .filter(({ variant }) => reachesLevel(variant.level, level));
  return fitting.toSorted((a, b) => a.variant.price - b.variant.price)[0] ?? null;
}

function cheaper(
  a: readonly PlannedCertificate[] | null,
  b: readonly PlannedCertificate[] | null,
): readonly PlannedCertificate[] | null {
  if (a === null || b === null) return a ?? b;
  return sum(a) < sum(b) ? a : b;
}

function sum(certificates: readonly PlannedCertificate[]): number {
  return certificates.reduce((total, { variant }) => total + variant.price, 0);
}
