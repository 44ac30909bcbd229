// What the three sections about plans share: the need and the match of a site, and the plan whose price is shown.
import { useMemo } from 'react';
import type { Answers } from '../../lib/plans/answers.ts';
import type { Catalogue } from '../../lib/plans/catalogue.ts';
import { match } from '../../lib/plans/match.ts';
import type { Match } from '../../lib/plans/match.ts';
import { need, NO_NEED } from '../../lib/plans/need.ts';
import type { Need } from '../../lib/plans/need.ts';
import { keyOf } from '../../lib/plans/offering.ts';
import type { Offering } from '../../lib/plans/offering.ts';
import type { SiteFacts } from '../../lib/plans/site-facts.ts';

export interface SharedPlans {
  readonly need: Need;
  readonly match: Match;
  /** The one that was chosen in the table; else the one that fits. */
  readonly chosen: Offering;
}

/** `now`: ms since epoch. */
export function usePlans(
  facts: SiteFacts | null,
  answers: Answers,
  catalogue: Catalogue,
  now: number,
): SharedPlans {
  const needed = useMemo(
    () => (facts === null ? NO_NEED : need(facts, answers, catalogue)),
    [facts, answers, catalogue],
  );
  const matched = useMemo(() => match(needed, catalogue, now), [needed, catalogue, now]);
  const { offerings, fit, combination } = matched;
  const [first] = combination?.certificates ?? [];
  const suggested =
    fit ?? offerings.find(({ plan, variant }) => plan === first?.plan && variant === first.variant);
  const chosen = offerings.find((one) => keyOf(one) === answers.plan) ?? suggested ?? offerings[0];
  if (chosen === undefined) throw new Error('A catalogue has at least one plan');
  return { need: needed, match: matched, chosen };
}
