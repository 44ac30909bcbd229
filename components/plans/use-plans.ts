// Shared state of the sections about plans: the need and the match of a site, and the plan whose price is shown.
import { useMemo } from 'react';
import { match } from '../../lib/plans/match.ts';
import type { Match } from '../../lib/plans/match.ts';
import { need, NO_NEED } from '../../lib/plans/need.ts';
import type { Need } from '../../lib/plans/need.ts';
import { keyOf } from '../../lib/plans/offering.ts';
import type { Offering } from '../../lib/plans/offering.ts';
import type { LoadedCatalogue } from '../../lib/plans/read-catalogue.ts';
import type { SiteState } from '../../lib/plans/site-state.ts';
import { useStore } from '../ui/use-store.ts';
import type { PlansPort } from './plans-port.ts';

export interface SiteNeed {
  readonly site: SiteState;
  readonly loaded: LoadedCatalogue;
  readonly need: Need;
}

export function useNeed(port: Pick<PlansPort, 'site' | 'catalogue'>): SiteNeed {
  const site = useStore(port.site);
  const loaded = useStore(port.catalogue);
  const { facts, answers } = site;
  const { catalogue } = loaded;
  const needed = useMemo(
    () => (facts === null ? NO_NEED : need(facts, answers, catalogue)),
    [facts, answers, catalogue],
  );
  return { site, loaded, need: needed };
}

export interface SharedPlans extends SiteNeed {
  readonly match: Match;
  /** The plan chosen in the table; else the plan that fits. */
  readonly chosen: Offering;
}

export function usePlans(port: Pick<PlansPort, 'site' | 'catalogue' | 'now'>): SharedPlans {
  const needed = useNeed(port);
  const { catalogue } = needed.loaded;
  const matched = useMemo(() => match(needed.need, catalogue, port.now), [needed.need, catalogue, port.now]);
  const { offerings, fit, combination } = matched;
  const [first] = combination?.certificates ?? [];
  const suggested =
    fit ?? offerings.find(({ plan, variant }) => plan === first?.plan && variant === first.variant);
  const { answers } = needed.site;
  const chosen = offerings.find((one) => keyOf(one) === answers.plan) ?? suggested ?? offerings[0];
  if (chosen === undefined) throw new Error('A catalogue has at least one plan');
  return { ...needed, match: matched, chosen };
}
