// Matches a need with the plans: the cheapest that covers all of it, what every other plan lacks, and the arguments against buying.
import type { Catalogue } from './catalogue.ts';
import { combine } from './combination.ts';
import type { Combination } from './combination.ts';
import type { Need } from './need.ts';
import { judgeOffering } from './offering.ts';
import type { Offering } from './offering.ts';
import { listRefusals } from './refusals.ts';
import type { Refusal } from './refusals.ts';

export interface Match {
  /** The cheapest plan that covers the need with one certificate; null: none does. */
  readonly fit: Offering | null;
  /** Every plan at every level, in the order of the catalogue. */
  readonly offerings: readonly Offering[];
  /** Several certificates that cover it: where no single one does, or where they cost less for a year than the one that fits. */
  readonly combination: Combination | null;
  readonly refusals: readonly Refusal[];
}

/** `now`: ms since epoch, to tell whether the present certificate is still valid. */
export function match(need: Need, catalogue: Catalogue, now: number): Match {
  const offerings = catalogue.plans.flatMap((plan) =>
    plan.variants.map((variant) => judgeOffering(plan, variant, need)),
  );
  const isAnythingNeeded = need.hosts.length + need.wildcards.length > 0;
  const fitting = isAnythingNeeded ? offerings.filter(({ lacks }) => lacks.length === 0) : [];
  const fit = fitting.toSorted((a, b) => a.variant.price - b.variant.price)[0] ?? null;
  const several = combine(need, catalogue);
  const isWorthSaying = several !== null && (fit === null || several.yearly < fit.variant.price);
  return {
    fit,
    offerings,
    combination: isWorthSaying ? several : null,
    refusals: listRefusals(need, { fit, offerings }, now),
  };
}
