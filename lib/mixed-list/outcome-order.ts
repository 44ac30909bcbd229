// How bad an outcome of mixed content is: the order in which outcomes are told, and the shape that stands beside each.
import type { MixedOutcome } from '../mixed-content/mixed-content.ts';
import type { State } from '../verdict/verdict.ts';

/** What happened on the network first, what the browser prevented last. */
export const OUTCOME_ORDER: readonly MixedOutcome[] = [
  'loaded',
  'would-be-sent',
  'blocked',
  'unknown',
  'upgraded',
  'upgraded-by-policy',
  'not-loaded',
];

/** As the findings about it judge it. */
export function stateOfOutcome(outcome: MixedOutcome): State {
  switch (outcome) {
    case 'loaded':
    case 'would-be-sent':
    case 'blocked':
      return 'warning';
    case 'unknown':
    case 'upgraded':
      return 'notice';
    case 'upgraded-by-policy':
    case 'not-loaded':
      return 'nothing-found';
  }
}
