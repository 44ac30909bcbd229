// The severity of outcomes of mixed content: their order in lists, and the symbol of each.
import type { MixedOutcome } from '../mixed-content/mixed-content.ts';
import type { State } from '../verdict/verdict.ts';

/** Sent over the network first, prevented by the browser last. */
export const OUTCOME_ORDER: readonly MixedOutcome[] = [
  'loaded',
  'would-be-sent',
  'blocked',
  'unknown',
  'upgraded',
  'upgraded-by-policy',
  'not-loaded',
];

/** The same severity as the finding about the outcome. */
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
